using InteractiveArticle.Figures.Hypervisor;
using InteractiveArticle.Simulation.Hypervisor;

namespace InteractiveArticle.Figures.Tests.Hypervisor;

public sealed class HypervisorFiguresTests
{
    private static readonly HypervisorOptions Busy = new() { Cores = 2, Machines = 6, NoisyNeighbours = 2, Seconds = 5 };

    [Fact]
    public void TheTimeline_ShowsEachMachineHighWhileItRuns()
    {
        var result = HypervisorSimulation.Run(Busy, new() { Replications = 1 });
        var figure = HypervisorFigures.Timeline(result, Busy);

        Assert.Equal(["yours", "neighbour", "neighbour", "neighbour", "noisy", "noisy"], figure.Series.Select(series => series.Name));
        Assert.All(figure.Series, series => Assert.Equal(series.X.Order(), series.X));
        Assert.Contains("on a host of 2 cores and 6 machines", figure.Finding, StringComparison.Ordinal);
        double shown = figure.Series[5].X.Zip(figure.Series[5].X.Skip(1), figure.Series[5].Y).Where(step => step.Third > 0.5).Sum(step => step.Second - step.First);
        double ran = result.Turns.Where(turn => turn.Machine == 5 && turn.Start < 200).Sum(turn => Math.Min(turn.End, 200) - turn.Start);
        Assert.Equal(ran, shown, tolerance: 1e-6);
    }

    [Fact]
    public void TheTimeline_OfACrowd_ShowsAFewOfEachKind()
    {
        var crowd = new HypervisorOptions { Machines = 100, NoisyNeighbours = 60, Seconds = 2 };

        Assert.Equal(8, HypervisorFigures.Timeline(HypervisorSimulation.Run(crowd, new() { Replications = 1 }), crowd).Series.Count);
    }

    [Fact]
    public void Sweeps_SayWhatTheirEndsShow()
    {
        (int, HypervisorResult)[] noisy = [.. new[] { 0, 2, 5 }.Select(count => (count, HypervisorSimulation.Run(Busy with { NoisyNeighbours = count }, new() { Replications = 2 })))];
        (int, HypervisorResult)[] crowds = [.. new[] { 1, 4, 8 }.Select(count => (count, HypervisorSimulation.Run(Busy with { Machines = count, NoisyNeighbours = 0 }, new() { Replications = 2 })))];

        Assert.Contains("With 0 noisy neighbours", HypervisorFigures.Steal(Busy, noisy).Finding, StringComparison.Ordinal);
        Assert.Contains("with 5 of them it waits", HypervisorFigures.Steal(Busy, noisy).Finding, StringComparison.Ordinal);
        Assert.Contains("with 8 machines", HypervisorFigures.Crowding(Busy, crowds).Finding, StringComparison.Ordinal);
    }

    // A machine that hardly ever wakes has no burst that begins and ends within a second.
    [Fact]
    public void Sweeps_WithoutABurst_SayThatThereIsNone()
    {
        var options = new HypervisorOptions { Cores = 1, Machines = 4, NoisyNeighbours = 3, Weight = 0.1, BurstMilliseconds = 1000, YourDemand = 0.01, NeighbourDemand = 0.01, Seconds = 1 };
        var idle = HypervisorSimulation.Run(options, new() { Replications = 2 });
        var busy = HypervisorSimulation.Run(Busy, new() { Replications = 2 });
        Assert.Equal(double.NaN, idle.Slowdown.Mean);

        string[] findings =
        [
            HypervisorFigures.Steal(options, [(3, idle)]).Finding,
            HypervisorFigures.Crowding(options, [(4, idle)]).Finding,
            HypervisorFigures.Crowding(options, [(1, busy), (4, idle)]).Finding,
            HypervisorFigures.Crowding(options, [(1, idle), (4, busy)]).Finding,
        ];

        Assert.All(findings, finding => Assert.Contains("no burst comes to its end in the time simulated", finding, StringComparison.Ordinal));
        Assert.All(findings, finding => Assert.DoesNotContain("NaN", finding, StringComparison.Ordinal));
    }
}
