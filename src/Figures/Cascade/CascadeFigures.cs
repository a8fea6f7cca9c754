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

    // Where the curves of the second homes have their names, as shares of the services, and how much of its height that figure
    // fills at most: above the highest line there is room for a name.
    private const double NameOfRegions = 0.1;
    private const double NameOfProviders = 0.4;
    private const double Filled = 0.9;
    private static readonly double[] Heights = [0.25, 0.5, 1];

    /// <summary>How much of each layer goes dark, simulated and in theory.</summary>
    /// <param name="result">The simulated webs.</param>
    public static Figure Layers(CascadeResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var layers = result.ByLayer;
        var (lowest, highest) = (layers[0], layers[^1]);

        // Without theory chance alone would make it rise.
        bool rises = highest.Dark - lowest.Dark >= Noticed && highest.DarkInTheory - lowest.DarkInTheory >= Noticed;
        return new Figure
        {
            Title = rises ? "The higher, the darker" : "How dark each layer is",
            Finding = layers.Count == 1
                ? Prose($"There is one layer; {Share(lowest.Dark)} of it is dark.")
                : Prose($"In the lowest layer {Share(lowest.Dark)} are dark, in the highest {Share(highest.Dark)}; the formula says {Share(lowest.DarkInTheory)} and {Share(highest.DarkInTheory)}."),
            X = new Axis("layer, from the foundations upwards") { Minimum = 0.5, Maximum = layers.Count + 0.5, Ticks = [.. layers.Select(layer => new Tick(layer.Layer + 1, Prose($"{layer.Layer + 1}")))] },
            Y = Axis.Share("share of the layer that is dark"),
            Series =
            [
                Series.Of("theory", SeriesShape.Line, ColorRole.Reference, layers, layer => layer.Layer + 1, layer => layer.DarkInTheory) with { IsDashed = true, NameAt = layers.Count },
                Series.Of("simulated", SeriesShape.Points, ColorRole.Contrast, layers, layer => layer.Layer + 1, layer => layer.Dark) with { NameAt = 1, NameBelow = true },
            ],
        };
    }

    /// <summary>How much goes dark, by how many services one depends on.</summary>
    /// <param name="present">How many it is at present; one of the numbers of <paramref name="sweep"/>.</param>
    /// <param name="sweep">Mean numbers of dependencies from 0 on, and the webs they lead to, in order.</param>
    /// <param name="between">Numbers between those, and the share of all services that is dark in theory.</param>
    public static Figure Leaning(double present, IReadOnlyList<(double Dependencies, CascadeResult Result)> sweep, IReadOnlyList<(double Dependencies, double InTheory)> between)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(between);
        (double Dependencies, double InTheory)[] theory =
            [.. sweep.Select(point => (point.Dependencies, point.Result.DarkInTheory)).Concat(between).DistinctBy(point => point.Dependencies).OrderBy(point => point.Dependencies)];
        var (first, last) = (sweep[0], sweep[^1]);
        var here = At(sweep, present);
        bool rises = Dark(last.Result) - Dark(first.Result) >= Noticed;
        bool isAtAnEnd = here.Setting == first.Dependencies || here.Setting == last.Dependencies;
        string atPresent = isAtAnEnd ? "" : Prose($" At {here.Setting:G4} it is {Share(Dark(here.Value))}.");
        return new Figure
        {
            Title = rises ? "The more we lean, the more goes dark" : "However much we lean, no more goes dark",
            Finding = Dark(last.Result) < Noticed ? "With these settings hardly a service is dark, however many others it depends on."
                : !rises ? Prose($"{Share(Dark(last.Result))} of the services are dark, however many others they depend on.")
                : Prose($"Of the services {Share(Dark(first.Result))} are dark at {first.Dependencies:G4}, and {Share(Dark(last.Result))} at {last.Dependencies:G4}.{atPresent}"),
            X = new Axis("services that one depends on, on average") { Minimum = 0, Maximum = last.Dependencies },
            Y = Axis.Share("share of all services"),
            Series =
            [
                Series.Of("theory", SeriesShape.Line, ColorRole.Reference, theory, point => point.Dependencies, point => point.InTheory) with { IsDashed = true, NameAt = sweep[sweep.Count / 3].Dependencies },
                Series.Of("dark in all", SeriesShape.Points, ColorRole.Contrast, sweep, point => point.Dependencies, point => Dark(point.Result)) with { NameAt = sweep[2 * sweep.Count / 3].Dependencies, NameBelow = true },
                Series.Of("dark at once", SeriesShape.Line, ColorRole.Main, sweep, point => point.Dependencies, point => point.Result.DarkDirectly.Mean) with { NameAt = last.Dependencies },
            ],
            Marks = [Mark.Here(present)],
        };
    }

    /// <summary>How much a second home helps, depending on what fails and where the second home is.</summary>
    /// <param name="twoRegions">The share of the services in a second region at present.</param>
    /// <param name="twoProviders">The share of the services at a second provider at present.</param>
    /// <param name="now">The share of all services that the loss of a region, and of the whole provider, darkens at present.</param>
    /// <param name="regions">A region fails: shares of services with a second home of either kind, a half among them, and the shares that are dark, in order.</param>
    /// <param name="providers">A provider fails: shares of services at a second provider from 0 on, a half among them, and the shares that are dark, in order.</param>
    public static Figure Shelter(
        double twoRegions,
        double twoProviders,
        (double Region, double Provider) now,
        IReadOnlyList<(double Share, double Dark)> regions,
        IReadOnlyList<(double Share, double Dark)> providers)
    {
        ArgumentNullException.ThrowIfNull(regions);
        ArgumentNullException.ThrowIfNull(providers);
        double lost = providers[0].Dark;
        bool hasShelter = lost >= Noticed;

        // A region spares whoever has a second home, be it at another provider; a provider only the latter.
        var inRegions = (Share: Math.Min(1, twoRegions + twoProviders), Dark: now.Region);
        var atProviders = (Share: twoProviders, Dark: now.Provider);
        static Series Curve(string name, ColorRole color, IReadOnlyList<(double Share, double Dark)> sweep, (double Share, double Dark) here, double nameAt)
        {
            (double Share, double Dark)[] points = [.. sweep.Append(here).DistinctBy(point => point.Share).OrderBy(point => point.Share)];
            return Series.Of(name, SeriesShape.Line, color, points, point => point.Share, point => point.Dark) with { NameAt = nameAt, NameBelow = true };
        }

        return new Figure
        {
            Title = "What a second home is good for",
            Finding = hasShelter
                ? Prose($"{WithHomes(twoRegions, twoProviders)}, losing a region darkens {Share(now.Region)} of the web, losing the landlord {Share(now.Provider)}: the dots. With half at two landlords, and none in two regions, it would be {Share(At(regions, 0.5).Value)} and {Share(At(providers, 0.5).Value)}.")
                : "With these settings hardly a service goes dark even when the whole landlord fails: there is nothing to shelter from.",
            X = Axis.Share("share of the services with a second home"),
            Y = Axis.Share("share of all services that is dark", 0, Heights.FirstOrDefault(height => lost < Filled * height, 1 / Filled)),
            Series = hasShelter
                ?
                [
                    // All the regions of a provider fail with it.
                    new Series("landlord lost, second region", SeriesShape.Line, ColorRole.Contrast, [0, 1], [lost, lost]) { NameAt = 1 },
                    Curve("landlord lost, second landlord", ColorRole.Third, providers, atProviders, NameOfProviders),
                    Curve("region lost, either second home", ColorRole.Main, regions, inRegions, NameOfRegions),
                    new Series("now, landlord lost", SeriesShape.Points, ColorRole.Third, [atProviders.Share], [atProviders.Dark]),
                    new Series("now, region lost", SeriesShape.Points, ColorRole.Main, [inRegions.Share], [inRegions.Dark]),
                ]
                : [Curve("region or landlord lost", ColorRole.Main, regions, inRegions, NameOfRegions)],
        };
    }

    /// <summary>The share of the services that is dark, from 0 to 1.</summary>
    /// <param name="result">The simulated webs.</param>
    public static double Dark(CascadeResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.DarkDirectly.Mean + result.DarkThroughOthers.Mean;
    }

    private static string WithHomes(double twoRegions, double twoProviders) => twoRegions + twoProviders < 1 - 1e-9
        ? Prose($"With {SomeOrNone(twoRegions)} of the services in two regions and {SomeOrNone(twoProviders)} at two landlords{(twoRegions > 0 && twoProviders > 0 ? Prose($" ({twoRegions + twoProviders:P0} have either)") : "")}")
        : twoProviders > 0 ? Prose($"With {twoProviders:P0} at two landlords and all others in two regions")
        : "With all services in two regions";

    private static string SomeOrNone(double share) => share > 0 ? Prose($"{share:P0}") : "none";

    private static (double Setting, T Value) At<T>(IReadOnlyList<(double Setting, T Value)> sweep, double setting) =>
        sweep.MinBy(point => Math.Abs(point.Setting - setting));
}
