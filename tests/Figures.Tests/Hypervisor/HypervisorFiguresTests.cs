using InteractiveArticle.Figures.Hypervisor;
using InteractiveArticle.Simulation.Hypervisor;

namespace InteractiveArticle.Figures.Tests.Hypervisor;

public sealed class HypervisorFiguresTests
{
    private static readonly HypervisorOptions Busy = new() { Cores = 2, Machines = 6, NoisyNeighbours = 2, Seconds = 5 };

    [Fact]
    public void ASweep_SaysWhatItsEndsShow()
    {
        (int, HypervisorResult)[] noisy = [.. new[] { 0, 2, 5 }.Select(count => (count, HypervisorSimulation.Run(Busy with { NoisyNeighbours = count }, new() { Replications = 2 })))];

        Assert.Contains("Without noisy neighbours", HypervisorFigures.Steal(Busy, noisy).Finding, StringComparison.Ordinal);
        Assert.Contains("with 5 of them it waits", HypervisorFigures.Steal(Busy, noisy).Finding, StringComparison.Ordinal);
    }

    // A machine that hardly ever wakes has no burst that begins and ends within a second.
    [Fact]
    public void ASweep_WithoutABurst_SaysThatThereIsNone()
    {
        var options = new HypervisorOptions { Cores = 1, Machines = 4, NoisyNeighbours = 3, Weight = 0.1, BurstMilliseconds = 1000, YourDemand = 0.01, NeighbourDemand = 0.01, Seconds = 1 };
        var idle = HypervisorSimulation.Run(options, new() { Replications = 2 });
        Assert.Equal(double.NaN, idle.Slowdown.Mean);

        string finding = HypervisorFigures.Steal(options, [(3, idle)]).Finding;

        Assert.Contains("no task comes to its end in the time simulated", finding, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", finding, StringComparison.Ordinal);
    }
}
