using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Hypervisor;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Hypervisor;

/// <summary>
/// The figures of machines that share a host.
/// </summary>
public static class HypervisorFigures
{
    private const string NoBurst = "no task comes to its end in the time simulated";

    /// <summary>How much is stolen from your machine as neighbours turn noisy, with weight and without.</summary>
    /// <param name="options">The host; its noisy neighbours are replaced by the sweep.</param>
    /// <param name="sweep">Numbers of noisy neighbours, and the hosts they lead to, in order.</param>
    public static Figure Steal(HypervisorOptions options, IReadOnlyList<(int Noisy, HypervisorResult Result)> sweep)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(sweep);
        var (noisy, worst) = sweep.MaxBy(point => point.Result.Steal.Mean);
        return new Figure
        {
            Title = "What noisy neighbours take",
            Finding = Prose($"{(sweep[0].Noisy == 0 ? "Without noisy neighbours" : Prose($"With {sweep[0].Noisy} noisy neighbours"))} your machine waits {sweep[0].Result.Steal.Mean:P1} of the time and runs {sweep[0].Result.YourShare.Mean:P0}; with {noisy} of them it waits {worst.Steal.Mean:P0} and runs {worst.YourShare.Mean:P0}.")
                + (HasBursts(worst) ? "" : $" There, {NoBurst}."),
            X = new Axis("neighbours that never rest") { Minimum = 0, Maximum = sweep[^1].Noisy },
            Y = Axis.Share("share of the time"),
            Series =
            [
                Series.Of("your machine waits (steal)", SeriesShape.Area, ColorRole.Contrast, sweep, point => point.Noisy, point => point.Result.Steal.Mean) with { NameAt = sweep[sweep.Count / 2].Noisy, NameBelow = true },
                Series.Of("your machine runs", SeriesShape.Line, ColorRole.Main, sweep, point => point.Noisy, point => point.Result.YourShare.Mean) with { NameAt = sweep[^1].Noisy },
            ],
            Marks = [Mark.Here(options.NoisyNeighbours, ColorRole.Contrast)],
        };
    }

    /// <summary>How much longer a task takes as more machines share the cores, simulated and in theory.</summary>
    /// <param name="options">The host, with machines that are all alike.</param>
    /// <param name="sweep">Numbers of machines, and the hosts they lead to, in order.</param>
    public static Figure Crowding(HypervisorOptions options, IReadOnlyList<(int Machines, HypervisorResult Result)> sweep)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(sweep);
        double demand = options.NeighbourDemand;
        var (fewest, roomy) = sweep[0];
        var (most, crowded) = sweep[^1];
        double theory = TimeSharing.Slowdown(most, options.Cores, demand);
        return new Figure
        {
            Title = "How many fit on a host before they feel each other",
            Finding = Prose($"With {fewest} machines on {options.Cores} cores ")
                + (HasBursts(roomy) ? Prose($"a task takes {roomy.Slowdown.Mean:F2} times as long as alone") : NoBurst)
                + Prose($", with {most} machines ")
                + (HasBursts(crowded) ? Prose($"{crowded.Slowdown.Mean:F1} times") : NoBurst)
                + Prose($" (in theory {theory:F1}{(HasBursts(crowded) && HasBursts(roomy) ? "" : " times as long as alone")})."),
            X = new Axis("machines on the host") { Minimum = 0, Maximum = most },
            Y = new Axis("length of a task, against a host of one’s own") { Minimum = 0 },
            Series =
            [
                Series.Of("theory", SeriesShape.Line, ColorRole.Reference, [.. Enumerable.Range(1, most)], machines => machines, machines => TimeSharing.Slowdown(machines, options.Cores, demand)) with { IsDashed = true, NameAt = 0.8 * most },
                Series.Of("simulated", SeriesShape.Points, ColorRole.Main, sweep, point => point.Machines, point => point.Result.Slowdown.Mean) with { NameAt = sweep[sweep.Count / 2].Machines },
            ],
            Marks = options.Machines <= most ? [Mark.Here(options.Machines, ColorRole.Main)] : [],
        };
    }

    // In a short time no burst may begin and end, and then none is longer than another.
    private static bool HasBursts(HypervisorResult result) => double.IsFinite(result.Slowdown.Mean);
}
