using InteractiveArticle.Simulation.Outage;

namespace InteractiveArticle.Simulation.Tests.Outage;

public sealed class LoadSheddingTests
{
    // Put back after 0.3 + 5 + 12 minutes.
    private static readonly OutageOptions Usual = new() { Variability = 0 };

    public static TheoryData<LoadShedding> Policies => [LoadShedding.Random, LoadShedding.ByAge, LoadShedding.LastInFirstOut];

    [Theory]
    [MemberData(nameof(Policies))]
    public void Shedding_KeepsTheServersUp_AndMostRequestsSucceedUntilPeopleHaveActed(LoadShedding shedding)
    {
        var result = Days.Run(Usual with { Shedding = shedding });

        Assert.Equal(0, result.IndexCollapses);
        Assert.InRange(result.Typical.PutFullMinutes, 17, 18);
        Assert.InRange(result.Minutes.Min(minute => minute.GetSuccess), 0.9, 0.92);
    }

    [Theory]
    [InlineData(LoadShedding.Random, 0.05)]
    [InlineData(LoadShedding.Random, 0.2)]
    [InlineData(LoadShedding.ByAge, 0.05)]
    [InlineData(LoadShedding.LastInFirstOut, 0)]
    public void TheShareServed_IsWhatIsLeftOfTheCapacityAfterTheRefusals(LoadShedding shedding, double cost)
    {
        // With 55 % of the servers for a demand of 60 %: served + cost · refused = capacity.
        double served = ((0.55 / 0.6) - cost) / (1 - cost);

        var minute = Days.Run(Usual with { Shedding = shedding, RefusalCost = cost == 0 ? 0.5 : cost }).Minutes[15];

        Assert.Equal(served, minute.GetSuccess, tolerance: 1e-9);
    }

    [Fact]
    public void Shedding_EndsWhereRefusingIsTooMuchWork()
    {
        // 10 % of the servers for a demand of 60 %: refusals at a cost of 0.2 need 12 %.
        var options = Usual with { Removed = 0.9, Shedding = LoadShedding.Random };

        Assert.Equal(0, Days.Run(options with { RefusalCost = 0.1 }).IndexCollapses);
        Assert.Equal(1, Days.Run(options with { RefusalCost = 0.2 }).IndexCollapses);
    }

    [Fact]
    public void WithoutShedding_AnswersComeTooLate_OnceTheWaitIsLongerThanTheClientsPatience()
    {
        // One server in ten is missing and none gives way: each minute the wait grows by the share of a minute's work that is not done.
        var standing = Usual with { Removed = 0.1, Utilisation = 0.95, SafeUtilisation = 1, Trigger = CollapseTrigger.Quorum, RemovalRate = 10, ReactionMinutes = 60 };
        double unserved = 1 - (0.9 / 0.95);
        double late = 1 / unserved;
        var minutes = Days.Run(standing with { ClientPatienceMinutes = 1 }).Minutes;

        Assert.All(minutes.Where(minute => minute.Minute > 0.1 && minute.Minute < late), minute => Assert.Equal(1 - unserved, minute.GetSuccess, tolerance: 1e-9));
        Assert.All(minutes.Where(minute => minute.Minute > late + 0.1 && minute.Minute < 60), minute => Assert.Equal(0, minute.GetSuccess));
    }

    [Theory]
    [InlineData(LoadShedding.None, 1)]
    [InlineData(LoadShedding.Random, 0)]
    [InlineData(LoadShedding.ByAge, 0.5)]
    [InlineData(LoadShedding.LastInFirstOut, 0)]
    public void TheLongestWait_DiffersByPolicy(LoadShedding shedding, double patiences) =>
        Assert.Equal(patiences * 0.4, Days.Run(Usual with { Shedding = shedding, ClientPatienceMinutes = 0.4 }).LongestWaitMinutes, tolerance: 1e-9);
}
