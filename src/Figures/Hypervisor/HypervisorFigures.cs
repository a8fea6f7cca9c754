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

    // In a short time no burst may begin and end, and then none is longer than another.
    private static bool HasBursts(HypervisorResult result) => double.IsFinite(result.Slowdown.Mean);
}
