using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Figures.Hypervisor;
using InteractiveArticle.Simulation.Hypervisor;

namespace InteractiveArticle.Figures.Tests.Hypervisor;

public sealed class HypervisorFiguresTests
{
    private static readonly HypervisorOptions Busy = new() { Cores = 2, Machines = 6, NoisyNeighbours = 2, Seconds = 5 };

    [Fact]
    public void ASweep_SaysWhatItsEndsShow()
    {
        (int Noisy, HypervisorResult Result)[] noisy = [.. new[] { 0, 2, 5 }.Select(count => (count, HypervisorSimulation.Run(Busy with { NoisyNeighbours = count }, new() { Replications = 2 })))];

        string finding = HypervisorFigures.Lateness(Busy, noisy[1].Result, noisy).Finding;

        Assert.Contains("Without noisy neighbours your tasks take", finding, StringComparison.Ordinal);
        Assert.Contains("with 5 of them your tasks take", finding, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePresentHost_IsAPointOnTheCurve()
    {
        (int Noisy, HypervisorResult Result)[] noisy = [.. new[] { 0, 2, 5 }.Select(count => (count, HypervisorSimulation.Run(Busy with { NoisyNeighbours = count }, new() { Replications = 2 })))];

        var figure = HypervisorFigures.Lateness(Busy, noisy[1].Result, noisy);

        var (curve, here) = (figure.Series[0], figure.Series.Single(series => series.Shape == SeriesShape.Points));
        Assert.Equal([Busy.NoisyNeighbours], here.X);
        Assert.Equal(curve.Y[1], Assert.Single(here.Y));
        Assert.Equal(curve.Y.Order(), curve.Y);
    }

    // A machine that hardly ever wakes has no burst that begins and ends within a second.
    [Fact]
    public void ASweep_WithoutABurst_SaysThatThereIsNone()
    {
        var options = new HypervisorOptions { Cores = 1, Machines = 4, NoisyNeighbours = 3, Weight = 0.1, BurstMilliseconds = 1000, YourDemand = 0.01, NeighbourDemand = 0.01, Seconds = 1 };
        var idle = HypervisorSimulation.Run(options, new() { Replications = 2 });
        Assert.Equal(double.NaN, idle.Slowdown.Mean);

        string finding = HypervisorFigures.Lateness(options, idle, [(3, idle)]).Finding;

        Assert.Contains("no task comes to its end in the time simulated", finding, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", finding, StringComparison.Ordinal);
    }
}
