using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.SitesVersusCloud;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.SitesVersusCloud;

public sealed class SitesVersusCloudTests
{
    [Fact]
    public void Simulation_AgreesWithTheory_OverAGridOfWorlds()
    {
        TheoryGrid.AssertAgreement(
            from sites in new[] { 1, 10, 60 }
            from mttr in new[] { 5.0, 40 }
            from share in new[] { 0.2, 0.7, 1 }
            let options = new SitesVersusCloudOptions
            {
                Sites = sites, OwnMtbf = 200, OwnMttr = mttr, CloudMtbf = 100, CloudMttr = mttr / 5, OutageGap = 0.05, OutageHours = 20, OutageShare = share, Many = 0.12, Years = 15,
            }
            let result = SitesVersusCloudSimulation.Run(options, Experiment.WithSeed((ulong)((sites * 1000) + (mttr * 10) + (share * 10))))
            from quantity in new (Estimate Estimate, double Theory)[]
            {
                (result.OwnAvailability, result.OwnAvailabilityInTheory),
                (result.CloudAvailability, result.CloudAvailabilityInTheory),
                (result.OwnManyDown, result.OwnManyDownInTheory),
                (result.CloudManyDown, result.CloudManyDownInTheory),
            }
            select new TheoryPoint(options, quantity.Estimate, quantity.Theory));
    }

    [Fact]
    public void Tail_FollowsTheory_AllTheWay()
    {
        var options = new SitesVersusCloudOptions { Sites = 50, OwnMtbf = 100, OwnMttr = 10, OutageGap = 0.05, OutageShare = 0.5, Years = 50 };

        var tail = SitesVersusCloudSimulation.Run(options).Tail;

        // 20 000 outages of exponential length: the share of time they take is known to a hundredth, three times over.
        Assert.All(tail.Where(point => point.CloudInTheory > 1e-3), point => Assert.InRange(point.Cloud / point.CloudInTheory, 0.97, 1.03));
        Assert.All(tail.Where(point => point.OwnInTheory > 1e-3), point => Assert.InRange(point.Own / point.OwnInTheory, 0.97, 1.03));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(10_000)]
    public void Theory_IsADistribution_WithTheMeanThatAvailabilityGives(int sites)
    {
        var options = new SitesVersusCloudOptions { Sites = sites };
        var exactly = DownAtOnce.OnTheCloud(options);

        Assert.Equal(1, exactly.Sum(), tolerance: 1e-9);
        Assert.Equal(1, DownAtOnce.AtLeast(exactly)[0], tolerance: 1e-9);

        // In an outage (6 h every 13 146 h) half of the sites and a few more, otherwise one hour in 8001.
        double outage = 6 / ((1.5 * 8760) + 6);
        double failed = 1.0 / 8001;
        double down = ((1 - outage) * failed) + (outage * (failed + ((1 - failed) * 0.5)));
        Assert.Equal(sites * down, exactly.Select((share, number) => share * number).Sum(), tolerance: 1e-9 * sites);
    }

    [Fact]
    public void Defaults_TellTheStory_LessDowntimeOnTheCloudButTogether()
    {
        var result = SitesVersusCloudSimulation.Run(new());

        Assert.True(result.CloudMeanDown.Mean < result.OwnMeanDown.Mean / 5);
        Assert.True(result.CloudP99Down < result.OwnP99Down);
        Assert.True(result.CloudMostDown > 10 * result.OwnMostDown);
        Assert.Equal(0, result.OwnManyDown.Mean);
        Assert.True(result.CloudManyDown.Mean > 0);
    }

    [Fact]
    public void Weeks_HoldTheWorstMoments()
    {
        var result = SitesVersusCloudSimulation.Run(new() { Sites = 100, Years = 3 }, new Experiment { Replications = 1 });

        Assert.Equal(156, result.Weeks.Count);
        Assert.Equal((result.OwnMostDown, result.CloudMostDown), (result.Weeks.Max(week => week.Own), result.Weeks.Max(week => week.Cloud)));
    }

    [Fact]
    public void OneLever_DoesNotReshuffleTheOthers()
    {
        var usual = SitesVersusCloudSimulation.Run(new() { Sites = 50 });
        var shaky = SitesVersusCloudSimulation.Run(new() { Sites = 50, OutageGap = 0.2, OutageShare = 0.9 });

        Assert.Equal(usual.OwnMeanDown, shaky.OwnMeanDown);
        Assert.NotEqual(usual.CloudMeanDown, shaky.CloudMeanDown);
    }

    [Fact]
    public void OutagesThatTakeNobody_LeaveOnlySingleFailures()
    {
        var harmless = new SitesVersusCloudOptions { Sites = 20, OutageShare = 0, CloudMtbf = 500, CloudMttr = 20 };

        Assert.Equal(DownAtOnce.OnOwnServers(harmless with { OwnMtbf = 500, OwnMttr = 20 }), DownAtOnce.OnTheCloud(harmless), (a, b) => Math.Abs(a - b) < 1e-15);
    }
}
