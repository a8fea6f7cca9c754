using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.MultiRegion;
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
                Sites = sites, OwnMtbf = 200, OwnMttr = mttr, CloudMtbf = 100, CloudMttr = mttr / 5, OutageRate = 20, OutageHours = 20, OutageShare = share, Many = 0.12, Years = 15,
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
        var options = new SitesVersusCloudOptions { Sites = 50, OwnMtbf = 100, OwnMttr = 10, OutageRate = 20, OutageHours = 6, OutageShare = 0.5, Years = 50 };

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

        // In an outage (16 h every 10 966 h) half of the sites and a few more, otherwise one hour in 8001.
        double outage = 16 / ((8760 / 0.8) + 16);
        double failed = 1.0 / 8001;
        double down = ((1 - outage) * failed) + (outage * (failed + ((1 - failed) * 0.5)));
        Assert.Equal(sites * down, exactly.Select((share, number) => share * number).Sum(), tolerance: 1e-9 * sites);
    }

    [Fact]
    public void Defaults_TellTheStory_LessDowntimeOnTheCloudButTogether()
    {
        var result = SitesVersusCloudSimulation.Run(new());

        Assert.True(1 - result.CloudAvailabilityInTheory < (1 - result.OwnAvailabilityInTheory) / 4);
        Assert.True(result.CloudMeanDown.Mean + result.CloudMeanDown.HalfWidth < result.OwnMeanDown.Mean - result.OwnMeanDown.HalfWidth);
        Assert.True(result.CloudP99Down < result.OwnP99Down);
        Assert.True(result.CloudMostDown > 10 * result.OwnMostDown);
        Assert.Equal(0, result.OwnManyDown.Mean);
        Assert.True(result.CloudManyDown.Mean > 0);
    }

    [Fact]
    public void TheTrace_MakesTheResults()
    {
        var options = new SitesVersusCloudOptions { Sites = 60, OwnMtbf = 500, OutageRate = 5, Years = 3 };
        var result = SitesVersusCloudSimulation.Run(options, new Experiment { Replications = 1 }, tracedSites: 1000);

        Assert.Equal(60, result.Trace!.Sites);
        foreach (var (trace, most, availability) in new[] { (result.Trace.Own, result.OwnMostDown, result.OwnAvailability), (result.Trace.Cloud, result.CloudMostDown, result.CloudAvailability) })
        {
            var down = new HashSet<int>();
            double last = 0;
            double hoursDown = 0;
            int mostDown = 0;
            foreach (var turn in trace.Turns)
            {
                Assert.True(turn.IsDown ? down.Add(turn.Site) : down.Remove(turn.Site));
                Assert.True(turn.Hours >= last);
                hoursDown += (down.Count + (turn.IsDown ? -1 : 1)) * (turn.Hours - last);
                last = turn.Hours;
                mostDown = Math.Max(mostDown, down.Count);
            }

            double hours = options.Years * TimeUnits.HoursPerYear;
            hoursDown += down.Count * (hours - last);
            Assert.Equal(most, mostDown);
            Assert.Equal(availability.Mean, 1 - (hoursDown / hours / options.Sites), tolerance: 1e-9);
        }

        Assert.Empty(result.Trace.Own.Outages);
        Assert.NotEmpty(result.Trace.Cloud.Outages);
    }

    [Fact]
    public void TheTrace_IsGivenOnlyWhenAskedFor_AndChangesNothing()
    {
        var options = new SitesVersusCloudOptions { Sites = 50 };
        var plain = SitesVersusCloudSimulation.Run(options, new Experiment { Replications = 2 });
        var traced = SitesVersusCloudSimulation.Run(options, new Experiment { Replications = 2 }, tracedSites: 10);

        Assert.Null(plain.Trace);
        Assert.All(traced.Trace!.Own.Turns, turn => Assert.InRange(turn.Site, 0, 9));
        Assert.Equal((plain.OwnMeanDown, plain.CloudMeanDown, plain.Events), (traced.OwnMeanDown, traced.CloudMeanDown, traced.Events));
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
        var shaky = SitesVersusCloudSimulation.Run(new() { Sites = 50, OutageRate = 5, OutageShare = 0.9 });

        Assert.Equal(usual.OwnMeanDown, shaky.OwnMeanDown);
        Assert.NotEqual(usual.CloudMeanDown, shaky.CloudMeanDown);
    }

    [Fact]
    public void ACloudWithoutOutages_HasNone()
    {
        var calm = new SitesVersusCloudOptions { Sites = 20, OutageRate = 0, OutageShare = 1, CloudMtbf = 500, CloudMttr = 20 };
        var result = SitesVersusCloudSimulation.Run(calm);

        Assert.True(result.CloudMostDown < 20);
        TheoryGrid.AssertNear(result.CloudAvailability, 500.0 / 520);
        Assert.Equal(500.0 / 520, result.CloudAvailabilityInTheory, tolerance: 1e-12);
    }

    // In binary fractions 0.29 · 100 is a little less than 29, and 0.57 · 100 than 57.
    [Theory]
    [InlineData(29)]
    [InlineData(30)]
    [InlineData(57)]
    public void AsManyAsTheShare_AreNotMoreThanIt(int percent)
    {
        var options = new SitesVersusCloudOptions { Sites = 100, OwnMtbf = 100, OwnMttr = 60, Many = percent / 100.0, Years = 0.1 };
        double moreThan = DownAtOnce.OnOwnServers(options).Skip(percent + 1).Sum();

        double many = SitesVersusCloudSimulation.Run(options, new() { Replications = 1 }).OwnManyDownInTheory;

        Assert.Equal(1, many / moreThan, tolerance: 1e-9);
    }

    // One assumption about either, whichever model asks.
    [Fact]
    public void AServerOfOnesOwn_AndTheCloud_AreTheSameInEveryModel()
    {
        var (sites, company) = (new SitesVersusCloudOptions(), new MultiRegionOptions());

        Assert.Equal((OwnServer.Mtbf, OwnServer.Mttr), (sites.OwnMtbf, sites.OwnMttr));
        Assert.Equal((company.OutageRate, company.MeanHours), (sites.OutageRate, sites.OutageHours));
        Assert.Equal((CloudOutages.PerYear, CloudOutages.MeanHours), (sites.OutageRate, sites.OutageHours));
    }

    // The hosts that were measured were down from two hours to twenty days a year, and for two and a half days in the mean.
    [Fact]
    public void AServerOfOnesOwn_IsAmongThoseMeasured_AndNoneOfTheWorse() =>
        Assert.InRange((1 - DownAtOnce.OnOwnServers(new() { Sites = 1 })[0]) * 8760, 2, 2.5 * 24);

    [Fact]
    public void OutagesThatTakeNobody_LeaveOnlySingleFailures()
    {
        var harmless = new SitesVersusCloudOptions { Sites = 20, OutageShare = 0, CloudMtbf = 500, CloudMttr = 20 };

        Assert.Equal(DownAtOnce.OnOwnServers(harmless with { OwnMtbf = 500, OwnMttr = 20 }), DownAtOnce.OnTheCloud(harmless), (a, b) => Math.Abs(a - b) < 1e-15);
    }
}
