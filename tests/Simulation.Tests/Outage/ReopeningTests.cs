using InteractiveArticle.Simulation.Outage;

namespace InteractiveArticle.Simulation.Tests.Outage;

/// <summary>What happens when more than the usual demand comes as the doors open.</summary>
public sealed class ReopeningTests
{
    private static readonly OutageOptions Usual = new() { Variability = 0 };

    [Theory]
    [InlineData(1)]
    [InlineData(1.6)]
    public void DemandThatTheFleetCanCarry_ChangesNothing(double demand) =>
        Assert.Equal(Days.Run(Usual).Typical, Days.Run(Usual with { ReopeningDemand = demand }).Typical);

    [Fact]
    public void DemandThatTheFleetCannotCarry_BringsItDownAgain_AndItComesBackOnceMore()
    {
        var result = Days.Run(Usual with { ReopeningDemand = 4, ReopeningDecayMinutes = 30 });
        var without = Days.Run(Usual).Typical;

        Assert.Equal(2, result.IndexCollapses);
        Assert.Equal(without.GetFirstMinutes, result.Typical.GetFirstMinutes);
        Assert.True(result.Typical.GetFullMinutes > without.GetFullMinutes + 120);
        Assert.Equal((1, 1), (result.Minutes[^1].GetSuccess, result.Minutes[^1].PutSuccess));
    }

    [Fact]
    public void DemandThatDecaysSoonerThanServersGiveWay_IsSurvived()
    {
        var result = Days.Run(Usual with { ReopeningDemand = 4, ReopeningDecayMinutes = 0.5 });

        Assert.Equal(1, result.IndexCollapses);
    }

    [Fact]
    public void Shedding_GetsTheReopenedFleetThroughIt()
    {
        // The quorum is what fails first, so that shedding has a say only when the doors open.
        var result = Days.Run(Usual with { Trigger = CollapseTrigger.Either, Shedding = LoadShedding.Random, ReopeningDemand = 4, ReopeningDecayMinutes = 30 });

        Assert.Equal(1, result.IndexCollapses);
        Assert.Contains(result.Minutes, minute => minute.Minute > result.Typical.GetFirstMinutes && minute.GetSuccess < 0.5 * minute.IndexCapacity);
        Assert.Equal(1, result.Minutes[^1].GetSuccess);
    }
}
