using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Hypervisor;
using static System.FormattableString;

namespace InteractiveArticle.Figures.Hypervisor;

/// <summary>
/// The figures of machines that share a host.
/// </summary>
public static class HypervisorFigures
{
    private const int MostRows = 8;
    private const double Running = 0.8;
    private const double Waiting = 0.3;
    private const string NoBurst = "no burst comes to its end in the time simulated";

    /// <summary>Who runs when: a row for each of a few machines, high while it runs, half high while it waits, low while it sleeps.</summary>
    /// <param name="result">The simulated host.</param>
    /// <param name="options">The options it was run with.</param>
    /// <param name="milliseconds">How much of the first second is shown, from 10 to 1000 ms.</param>
    public static Figure Timeline(HypervisorResult result, HypervisorOptions options, double milliseconds = 200)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        int[] machines = Shown(options);
        double end = result.Turns.Count == 0 ? milliseconds : Math.Min(milliseconds, result.Turns[^1].End);
        var yours = result.Turns.Where(turn => turn.Machine == 0 && turn.Start < end).ToArray();
        return new Figure
        {
            Title = "Who runs when",
            Finding = Invariant($"In {end:F0} ms on a host of {options.Cores} cores and {options.Machines} machines, yours has {yours.Length} turns and runs for {yours.Sum(turn => Math.Min(turn.End, end) - turn.Start):F0} ms; before its turns it waits {yours.Sum(turn => turn.Start - turn.Wanted):F0} ms in all."),
            X = new Axis("milliseconds") { Minimum = 0, Maximum = end },
            Y = new Axis("")
            {
                Minimum = -0.3,
                Maximum = machines.Length,
                Ticks = [.. machines.Select((machine, row) => new Tick(Row(row, machines.Length), NameOf(machine, options)))],
            },
            Series = [.. machines.Select((machine, row) => RowOf(machine, Row(row, machines.Length), result, options, end))],
        };
    }

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
            Finding = Invariant($"With {sweep[0].Noisy} noisy neighbours your machine waits {sweep[0].Result.Steal.Mean:P1} of the time and runs {sweep[0].Result.YourShare.Mean:P0}; with {noisy} of them it waits {worst.Steal.Mean:P0} and ")
                + (HasBursts(worst) ? Invariant($"a burst takes {worst.Slowdown.Mean:F1} times as long as alone.") : NoBurst + "."),
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

    /// <summary>How much longer a burst takes as more machines share the cores, simulated and in theory.</summary>
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
            Finding = Invariant($"With {fewest} machines on {options.Cores} cores ")
                + (HasBursts(roomy) ? Invariant($"a burst takes {roomy.Slowdown.Mean:F2} times as long as alone") : NoBurst)
                + Invariant($", with {most} machines ")
                + (HasBursts(crowded) ? Invariant($"{crowded.Slowdown.Mean:F1} times") : NoBurst)
                + Invariant($" (in theory {theory:F1}{(HasBursts(crowded) && HasBursts(roomy) ? "" : " times as long as alone")})."),
            X = new Axis("machines on the host") { Minimum = 0, Maximum = most },
            Y = new Axis("length of a burst, against a host of one’s own") { Minimum = 0 },
            Series =
            [
                Series.Of("theory", SeriesShape.Line, ColorRole.Reference, [.. Enumerable.Range(1, most)], machines => machines, machines => TimeSharing.Slowdown(machines, options.Cores, demand)) with { IsDashed = true, NameAt = 0.8 * most },
                Series.Of("simulated", SeriesShape.Points, ColorRole.Main, sweep, point => point.Machines, point => point.Result.Slowdown.Mean) with { NameAt = sweep[sweep.Count / 2].Machines },
            ],
            Marks = options.Machines <= most ? [Mark.Here(options.Machines, ColorRole.Main)] : [],
        };
    }

    // Yours on top, then ordinary neighbours and noisy ones, a few of each.
    private static int[] Shown(HypervisorOptions options)
    {
        int noisy = Math.Min(options.NoisyNeighbours, MostRows / 2);
        int ordinary = Math.Min(options.Machines - options.NoisyNeighbours, MostRows - noisy);
        return [.. Enumerable.Range(0, ordinary), .. Enumerable.Range(options.Machines - options.NoisyNeighbours, noisy)];
    }

    // In a short time no burst may begin and end, and then none is longer than another.
    private static bool HasBursts(HypervisorResult result) => double.IsFinite(result.Slowdown.Mean);

    private static int Row(int row, int rows) => rows - 1 - row;

    private static bool IsNoisy(int machine, HypervisorOptions options) => machine >= options.Machines - options.NoisyNeighbours;

    private static string NameOf(int machine, HypervisorOptions options) =>
        machine == 0 ? "yours" : IsNoisy(machine, options) ? "noisy" : "neighbour";

    private static Series RowOf(int machine, int row, HypervisorResult result, HypervisorOptions options, double end)
    {
        var points = new List<(double At, double Level)> { (0, row) };
        foreach (var turn in result.Turns.Where(turn => turn.Machine == machine && turn.Wanted < end).OrderBy(turn => turn.Start))
        {
            points.Add((turn.Wanted, row + Waiting));
            points.Add((Math.Min(turn.Start, end), row + Running));
            points.Add((Math.Min(turn.End, end), row));
        }

        points.Add((end, points[^1].Level));
        var color = machine == 0 ? ColorRole.Main : IsNoisy(machine, options) ? ColorRole.Contrast : ColorRole.Reference;
        return Series.Of(NameOf(machine, options), SeriesShape.Steps, color, points, point => point.At, point => point.Level);
    }
}
