using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Cascade;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Cascade;

/// <summary>
/// The figures of a web that goes dark.
/// </summary>
public static class CascadeFigures
{
    // Less rounds to no per cent.
    private const double Noticed = 0.005;

    /// <summary>How much of each layer goes dark, simulated and in theory.</summary>
    /// <param name="result">The simulated webs.</param>
    public static Figure Layers(CascadeResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var layers = result.ByLayer;
        return new Figure
        {
            Title = "The higher, the darker",
            Finding = Prose($"Of the lowest layer {layers[0].Dark:P0} is dark, of the highest {layers[^1].Dark:P0}; the formula says {layers[0].DarkInTheory:P0} and {layers[^1].DarkInTheory:P0}."),
            X = new Axis("layer, from the foundations upwards") { Minimum = 0.5, Maximum = layers.Count + 0.5, Ticks = [.. layers.Select(layer => new Tick(layer.Layer + 1, Prose($"{layer.Layer + 1}")))] },
            Y = Axis.Share("share of the layer that is dark"),
            Series =
            [
                Series.Of("theory", SeriesShape.Line, ColorRole.Reference, layers, layer => layer.Layer + 1, layer => layer.DarkInTheory) with { IsDashed = true, NameAt = layers.Count },
                Series.Of("simulated", SeriesShape.Points, ColorRole.Contrast, layers, layer => layer.Layer + 1, layer => layer.Dark) with { NameAt = 1, NameBelow = true },
            ],
        };
    }

    /// <summary>How much goes dark as one lever moves over its range.</summary>
    /// <param name="title">What the lever is.</param>
    /// <param name="x">The lever's axis.</param>
    /// <param name="present">The lever's present setting.</param>
    /// <param name="sweep">The lever's settings and the webs they lead to, in order.</param>
    public static Figure Sweep(string title, Axis x, double present, IReadOnlyList<(double Setting, CascadeResult Result)> sweep)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(sweep);
        var here = sweep.MinBy(point => Math.Abs(point.Setting - present));
        string Shown(double setting) => x.IsShare ? Prose($"{setting:P0}") : Prose($"{setting:G4}");
        return new Figure
        {
            Title = title,
            Finding = Prose($"{Dark(sweep[0].Result):P0} of the services are dark at {Shown(sweep[0].Setting)}, and {Dark(sweep[^1].Result):P0} at {Shown(sweep[^1].Setting)}. At {Shown(here.Setting)}, {here.Result.DarkDirectly.Mean:P0} fail themselves."),
            X = x,
            Y = Axis.Share("share of all services"),
            Series =
            [
                Series.Of("theory", SeriesShape.Line, ColorRole.Reference, sweep, point => point.Setting, point => point.Result.DarkInTheory) with { IsDashed = true, NameAt = sweep[sweep.Count / 3].Setting },
                Series.Of("dark in all", SeriesShape.Line, ColorRole.Contrast, sweep, point => point.Setting, point => Dark(point.Result)) with { NameAt = sweep[2 * sweep.Count / 3].Setting, NameBelow = true },
                Series.Of("fails itself", SeriesShape.Line, ColorRole.Main, sweep, point => point.Setting, point => point.Result.DarkDirectly.Mean) with { NameAt = sweep[^1].Setting },
            ],
            Marks = [Mark.Here(present)],
        };
    }

    /// <summary>How much a second home helps, depending on what fails and where the second home is.</summary>
    /// <param name="present">The share of the services in a second region at present; one of the shares of <paramref name="regions"/>.</param>
    /// <param name="twoProviders">The share of the services at a second provider while it is a region that fails.</param>
    /// <param name="regions">A region fails: shares of services in a second region, and the webs they lead to, in order.</param>
    /// <param name="wrongOnes">A provider fails: shares of services in a second region of it, and the webs they lead to, in order.</param>
    /// <param name="providers">A provider fails: shares of services at a second provider, and the webs they lead to, in order.</param>
    public static Figure Shelter(
        double present,
        double twoProviders,
        IReadOnlyList<(double Share, CascadeResult Result)> regions,
        IReadOnlyList<(double Share, CascadeResult Result)> wrongOnes,
        IReadOnlyList<(double Share, CascadeResult Result)> providers)
    {
        ArgumentNullException.ThrowIfNull(regions);
        ArgumentNullException.ThrowIfNull(wrongOnes);
        ArgumentNullException.ThrowIfNull(providers);
        (double Share, CascadeResult Result) At(IReadOnlyList<(double Share, CascadeResult Result)> sweep, double share) => sweep.MinBy(point => Math.Abs(point.Share - share));
        int middle = regions.Count / 2;
        var here = At(regions, present);
        Series Curve(string name, ColorRole color, IReadOnlyList<(double Share, CascadeResult Result)> sweep, int at) =>
            Series.Of(name, SeriesShape.Line, color, sweep, point => point.Share, point => Dark(point.Result)) with { NameAt = sweep[at].Share };
        return new Figure
        {
            Title = "What a second home is good for",
            Finding = Dark(providers[0].Result) < Noticed ? "With these settings hardly a service goes dark even when the whole landlord fails: there is nothing to shelter from."
                : Prose($"With {here.Share:P0} of the services in two regions and {twoProviders:P0} at two landlords, the loss of a region darkens {Dark(here.Result):P0} of the web{(here.Share > 0 ? Prose($"; with none in two regions, {Dark(regions[0].Result):P0}") : "")}. When the whole landlord fails, {Dark(At(wrongOnes, 0.5).Result):P0} go dark with half of the services in two of its regions, {Dark(At(providers, 0.5).Result):P0} with half of them at two landlords."),
            X = Axis.Share("share of the services with a second home"),
            Y = Axis.Share("share of all services that is dark"),
            Series =
            [
                Curve("provider lost, second home with it", ColorRole.Contrast, wrongOnes, wrongOnes.Count - 1),
                Curve("provider lost", ColorRole.Third, providers, middle + 1) with { NameBelow = true },
                Curve("region lost", ColorRole.Main, regions, middle + 1) with { NameBelow = true },
                new Series("now", SeriesShape.Points, ColorRole.Main, [here.Share], [Dark(here.Result)]) { NameAt = here.Share, NameBelow = true },
            ],
        };
    }

    /// <summary>The share of the services that is dark, from 0 to 1.</summary>
    /// <param name="result">The simulated webs.</param>
    public static double Dark(CascadeResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.DarkDirectly.Mean + result.DarkThroughOthers.Mean;
    }
}
