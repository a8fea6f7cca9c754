using InteractiveArticle.Simulation.Outage;

namespace InteractiveArticle.Simulation.Tests.Outage;

/// <summary>The trace of a day, folded back into what the minutes of the same day say.</summary>
public sealed class OutageTraceTests
{
    private const double Rounding = 1e-9;

    [Fact]
    public void TheTrace_IsOfTheTypicalDay() => Days.CheckAny(options =>
    {
        var result = Days.Run(options);
        var trace = OutageSimulation.Trace(options);

        Assert.Equal(result.Typical, trace.Milestones);
        Assert.Equal(result.Minutes, trace.Minutes);
    });

    [Fact]
    public void TheOutline_IsOfTheTypicalDay() => Days.CheckAny(options =>
    {
        var result = Days.Run(options);
        var outline = OutageSimulation.Outline(options);

        Assert.Equal(result.Typical, outline.Milestones);
        Assert.Equal(result.IndexCollapses, outline.IndexCollapses);
        Assert.Equal(result.GetMinutesLost, outline.GetMinutesLost, Rounding * Math.Max(1, result.GetMinutesLost));
    });

    [Fact]
    public void Events_GiveTheCapacityOfEachMinute() => Days.CheckAny(options =>
    {
        var trace = OutageSimulation.Trace(options with { CellsHit = 1 });
        foreach (var minute in trace.Minutes)
        {
            Assert.Equal(minute.IndexCapacity, CapacityAt(trace, OutageFleet.Index, minute.Minute), Rounding);
            Assert.Equal(minute.PlacementCapacity, CapacityAt(trace, OutageFleet.Placement, minute.Minute), Rounding);
        }
    });

    [Fact]
    public void Answers_AreThoseOfEachMinute() => Days.CheckAny(options =>
    {
        var trace = OutageSimulation.Trace(options with { CellsHit = 0.3 });
        foreach (var minute in trace.Minutes)
        {
            var answer = trace.AnswerAt(minute.Minute);
            Assert.Equal((minute.GetSuccess, minute.PutSuccess), (answer.GetSuccess, answer.PutSuccess));
        }
    });

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public void EachPartition_IsCheckedOnce_AndServesAfterThat(int cells)
    {
        var trace = OutageSimulation.Trace(new() { Cells = cells });
        foreach (var (fleet, partitions) in new[] { (OutageFleet.Index, trace.IndexPartitions), (OutageFleet.Placement, trace.PlacementPartitions) })
        {
            Assert.Equal(Enumerable.Range(0, partitions), Partitions(trace, fleet, OutageEventKind.PartitionChecked).Keys.Order());
            var serves = Partitions(trace, fleet, OutageEventKind.PartitionServes);
            Assert.All(Partitions(trace, fleet, OutageEventKind.PartitionChecked), of => Assert.Equal(of.Value + trace.Options.ActivationMinutes, serves[of.Key], Rounding));
        }
    }

    [Fact]
    public void TheDoors_OpenWhenReadingBegins()
    {
        var trace = OutageSimulation.Trace(new());

        Assert.Equal(trace.Milestones.GetFirstMinutes, Assert.Single(trace.Events, happened => happened.Kind == OutageEventKind.DoorsOpened).Minute);
    }

    private static Dictionary<int, double> Partitions(OutageTrace trace, OutageFleet fleet, OutageEventKind kind) =>
        trace.Events.Where(happened => happened.Kind == kind && happened.Fleet == fleet).ToDictionary(happened => happened.Partition, happened => happened.Minute);

    private static double CapacityAt(OutageTrace trace, OutageFleet fleet, double minute)
    {
        double lost = 0;
        double serving = 1;
        int partitions = fleet == OutageFleet.Index ? trace.IndexPartitions : trace.PlacementPartitions;
        foreach (var happened in trace.Events.Where(happened => happened.Fleet == fleet && happened.Minute <= minute))
        {
            (lost, serving) = happened.Kind switch
            {
                OutageEventKind.ServersRemoved or OutageEventKind.ServerGaveWay => (Math.Min(trace.Options.Servers, lost + happened.Servers), serving),
                OutageEventKind.ServersReturned or OutageEventKind.Booted => (0, serving),
                OutageEventKind.Collapsed => (lost, 0),
                OutageEventKind.PartitionServes => (lost, serving + (1.0 / partitions)),
                _ => (lost, serving),
            };
        }

        return Math.Max(0, serving - (lost / trace.Options.Servers));
    }
}
