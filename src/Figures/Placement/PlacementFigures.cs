using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Placement;
using InteractiveArticle.Simulation.Statistics;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Placement;

/// <summary>
/// Figures of hosts that fill with virtual machines.
/// </summary>
public static class PlacementFigures
{
    private const double RoomForNames = 0.3;
    private const double GapBeforeTheAverage = 2;
    private const double Visible = 0.04;
    private const double Few = 0.01; // of those who ask
    private const double AlmostAll = 0.995;
    private const double Margin = 0.02; // so that points at the ends are whole

    /// <summary>What is on each host, and beside them the average host.</summary>
    /// <param name="result">The simulated pool.</param>
    /// <param name="options">The options it was run with.</param>
    public static Figure Hosts(PlacementResult result, PlacementOptions options)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        var hosts = result.Hosts;
        double total = hosts.Average(host => (host.Small * options.SmallCpu) + (host.Medium * options.MediumCpu) + (host.Large * options.LargeCpu) + host.FreeCpu);
        double average = hosts.Count + GapBeforeTheAverage;
        double free = hosts.Sum(host => host.FreeCpu);
        double scattered = hosts.Sum(host => host.TakesLargest == 0 ? host.FreeCpu : 0);

        Series band(string name, ColorRole color, Func<HostState, double> cpu)
        {
            double mean = hosts.Average(cpu);
            return new Series(name, SeriesShape.StackedBars, color, [.. hosts.Select(host => (double)host.Host), average], [.. hosts.Select(cpu), mean])
            {
                NameAt = mean > Visible * total ? average : null,
            };
        }

        return new Figure
        {
            Title = Prose($"{hosts.Count} hosts and what is on them"),
            Finding = free == 0
                ? "Every virtual CPU of every host is in use."
                : Prose($"At the moment shown {free / (total * hosts.Count):P0} of the virtual CPUs are free; {scattered / free:P0} of these lie on hosts without room for the largest machine{(scattered < AlmostAll * free ? ", the rest (grey) on hosts with room for one" : "")}."),
            X = new Axis("hosts, and at the right the average host")
            {
                Minimum = 0,
                Maximum = Math.Ceiling(average * (1 + RoomForNames)),
                Ticks = [.. hosts.Where(host => host.Host == 1 || host.Host % 10 == 0).Select(host => new Tick(host.Host, Prose($"{host.Host}")))],
            },
            Y = new Axis("virtual CPUs") { Minimum = 0, Maximum = total },
            Series =
            [
                band("large", ColorRole.Main, host => host.Large * options.LargeCpu),
                band("medium", ColorRole.Good, host => host.Medium * options.MediumCpu),
                band("small", ColorRole.Third, host => host.Small * options.SmallCpu),
                band("crumbs", ColorRole.Contrast, host => host.TakesLargest == 0 ? host.FreeCpu : 0),
                band("room", ColorRole.Reference, host => host.TakesLargest == 1 ? host.FreeCpu : 0),
            ],
        };
    }

    /// <summary>Who is turned away as the pool is asked for more: with one size and with the mix.</summary>
    /// <param name="sweep">
    /// In the order of the load: the load, the pool with machines of one size, Erlang's formula for it, and the pool with the mix.
    /// </param>
    public static Figure Refusals(IReadOnlyList<(double Load, PlacementResult OneSize, double Erlang, PlacementResult Mix)> sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        string when(string machines, Func<(double Load, PlacementResult OneSize, double Erlang, PlacementResult Mix), Estimate> refused)
        {
            var asked = sweep.Where(point => double.IsFinite(refused(point).Mean)).ToArray();
            int first = Array.FindIndex(asked, point => refused(point).Mean > Few);
            return asked.Length == 0 ? $"{machines} are refused nowhere in this range, where nobody asks for one"
                : first < 0 ? Prose($"nowhere in this range are more than {Few:P0} of {machines} refused")
                : first == 0 ? Prose($"{refused(asked[0]).Mean:P0} of {machines} are refused already at {asked[0].Load:P0} of the pool, the least shown")
                : Prose($"more than {Few:P0} of {machines} are refused from about {asked[first].Load:P0} of the pool on");
        }

        return new Figure
        {
            Title = "Turned away with room to spare",
            Finding = Prose($"With one size, {when("the machines", point => point.OneSize.RefusedShare)}, as Erlang’s formula says. In the mix, {when("the largest", point => point.Mix.LargestRefusedShare)}."),
            X = Axis.Share("virtual CPUs asked for, as a share of the pool", sweep[0].Load - Margin, sweep[^1].Load + Margin),
            Y = Axis.Share("machines that are refused"),
            Series =
            [
                Series.Of("the largest of the mix", SeriesShape.Line, ColorRole.Contrast, sweep, point => point.Load, point => point.Mix.LargestRefusedShare.Mean) with { NameAt = sweep[sweep.Count / 2].Load },
                Series.Of("all of the mix", SeriesShape.Line, ColorRole.Main, sweep, point => point.Load, point => point.Mix.RefusedShare.Mean) with { NameAt = sweep[sweep.Count / 2].Load },
                Series.Of("Erlang’s formula", SeriesShape.Line, ColorRole.Reference, sweep, point => point.Load, point => point.Erlang) with { IsDashed = true },
                Series.Of("one size", SeriesShape.Points, ColorRole.Good, sweep, point => point.Load, point => point.OneSize.RefusedShare.Mean) with { NameAt = sweep[^1].Load },
            ],
        };
    }
}
