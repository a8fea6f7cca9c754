using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Placement;
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
    private const double AlmostAll = 0.995;

    /// <summary>How many machines of each of some sizes fit on one host: of its processor and of its memory, whichever is full first decides.</summary>
    /// <param name="sizes">What each size is called, and for how many of it the processor and the memory are enough; at least one.</param>
    public static Figure Fits(IReadOnlyList<(string Name, int ByProcessor, int ByMemory)> sizes)
    {
        const double Few = 60; // what the column says
        const double Many = 100;
        const double Apart = 2.5; // one size from the next, in bars
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentOutOfRangeException.ThrowIfZero(sizes.Count, nameof(sizes));
        double last = ((sizes.Count - 1) * Apart) + 1;
        Series resource(string name, ColorRole color, double bar, Func<(string, int ByProcessor, int ByMemory), double> enough) =>
            new(name, SeriesShape.Bars, color, [.. sizes.Select((_, n) => (n * Apart) + bar)], [.. sizes.Select(size => enough(size))]);
        Series said(string name, double number) =>
            new(name, SeriesShape.Line, ColorRole.Reference, [-1, last + 1.5], [number, number]) { IsDashed = true, NameAt = last + 1.5 };
        return new Figure
        {
            Title = "How many fit on one host",
            Finding = string.Join(" ", sizes.Select(size => Prose($"Of the {size.Name} size, the processor is enough for {size.ByProcessor} and the memory for {size.ByMemory}, so {Math.Min(size.ByProcessor, size.ByMemory)} fit."))),
            X = new Axis("what each size is limited by")
            {
                Minimum = -1,
                Maximum = last + 1.5,
                Ticks = [.. sizes.SelectMany((size, n) => new Tick[] { new(n * Apart, $"{size.Name}:\nCPU"), new((n * Apart) + 1, $"{size.Name}:\nmemory") })],
            },
            Y = new Axis("machines") { Minimum = 0, Maximum = Math.Max(2 * Many, 1.05 * sizes.Max(size => Math.Max(size.ByProcessor, size.ByMemory))) },
            Series =
            [
                resource("enough processor", ColorRole.Main, 0, size => size.ByProcessor),
                resource("enough memory", ColorRole.Good, 1, size => size.ByMemory),
                said("sixty", Few),
                said("a hundred", Many),
            ],
        };
    }

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
}
