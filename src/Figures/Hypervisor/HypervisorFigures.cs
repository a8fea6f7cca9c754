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

    /// <summary>How late your tasks are as neighbours turn noisy.</summary>
    /// <param name="options">The host; its noisy neighbours are replaced by the sweep.</param>
    /// <param name="present">The host as it is set now.</param>
    /// <param name="sweep">Numbers of noisy neighbours, and the hosts they lead to, in order.</param>
    public static Figure Lateness(HypervisorOptions options, HypervisorResult present, IReadOnlyList<(int Noisy, HypervisorResult Result)> sweep)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(sweep);
        var (few, best) = sweep[0];
        var (many, worst) = sweep[^1];
        string late(HypervisorResult result) => HasBursts(result) ? Prose($"your tasks take {result.Slowdown.Mean:F1} times as long as alone") : NoBurst;
        return new Figure
        {
            Title = "How late noisy neighbours make you",
            Finding = Prose($"{(few == 0 ? "Without noisy neighbours" : Prose($"With {few} noisy neighbours"))} {late(best)}, and your machine waits {best.Steal.Mean:P1} of the time; with {many} of them {late(worst)}, and it waits {worst.Steal.Mean:P0}."),
            X = new Axis("neighbours that never rest") { Minimum = 0, Maximum = many },
            Y = new Axis("your tasks take, times as long as alone") { Minimum = 0 },
            Series =
            [
                Series.Of("your tasks take", SeriesShape.Line, ColorRole.Main, sweep, point => point.Noisy, point => point.Result.Slowdown.Mean),
                new Series("alone", SeriesShape.Line, ColorRole.Reference, [0, many], [1, 1]) { IsDashed = true, NameAt = 0, NameBelow = true },
                new Series("you are here", SeriesShape.Points, ColorRole.Contrast, [options.NoisyNeighbours], [present.Slowdown.Mean]) { NameAt = options.NoisyNeighbours },
            ],
        };
    }

    // In a short time no burst may begin and end, and then none is longer than another.
    private static bool HasBursts(HypervisorResult result) => double.IsFinite(result.Slowdown.Mean);
}
