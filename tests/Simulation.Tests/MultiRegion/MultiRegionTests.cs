using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.MultiRegion;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.MultiRegion;

public sealed class MultiRegionTests
{
    [Fact]
    public void Simulation_AgreesWithTheory_OverAGridOfCompanies()
    {
        TheoryGrid.AssertAgreement(
            from rate in new[] { 0.2, 1, 5 }
            from variation in new[] { 0, 0.5, 1 }
            from failover in new[] { 0, 120.0, 1200 }
            from common in new[] { 0, 0.3 }
            let options = new MultiRegionOptions { OutageRate = rate, DurationCv = variation, FailoverMinutes = failover, CommonShare = common, FailoverFails = 0.2, Years = 4000 }
            let result = MultiRegionSimulation.Run(options, Experiment.WithSeed((ulong)((rate * 1000) + (variation * 100) + failover + (common * 10))))
            from quantity in new (Estimate Estimate, double Theory)[]
            {
                (result.OneRegionLoss, result.OneRegionLossInTheory),
                (result.TwoRegionsLoss, result.TwoRegionsLossInTheory),
                (result.OneRegionDeviation, ExpectedLoss.DeviationWithOneRegion(options)),
                (result.TwoRegionsDeviation, ExpectedLoss.DeviationWithTwoRegions(options)),
                (result.AnyOutage, ExpectedLoss.AnyOutage(options)),
            }
            select new TheoryPoint(options, quantity.Estimate, quantity.Theory));
    }

    [Theory]
    [InlineData(1, false, 0, 15)]
    [InlineData(0.4, false, 0, 15)]
    [InlineData(0.4, true, 0, 0)]
    [InlineData(1, false, 1, 60)]
    [InlineData(0.5, false, 0, 100_000)]
    public void TheFirstOutage_CostsWhatTheSimulationSays(double headroom, bool survivorFails, double failoverFails, double failoverMinutes)
    {
        var options = new MultiRegionOptions { Headroom = headroom, SurvivorFails = survivorFails, FailoverFails = failoverFails, FailoverMinutes = failoverMinutes, CommonShare = 0, Years = 1 };
        var once = new Experiment { Replications = 1 };

        // At some rate the first year has exactly the first outage.
        var year = Enumerable.Range(1, 400).Select(n => MultiRegionSimulation.Run(options with { OutageRate = n / 100.0 }, once)).First(result => result.Events == 1);
        var outage = MultiRegionSimulation.FirstOutage(options, once);

        Assert.Equal(year.OneRegionLoss.Mean, outage.Hours * options.LossPerHour, tolerance: 1e-6);
        Assert.Equal(year.TwoRegionsLoss.Mean, outage.HoursLost * options.LossPerHour, tolerance: 1e-6);
        Assert.Equal(0, outage.Phases[0].Begins);
        Assert.Equal(outage.Hours, outage.Phases[^1].Ends);
    }

    [Theory]
    [InlineData(0.5, 1, true, 1, true)]
    [InlineData(0.5, 0.9, true, 0, false)]
    [InlineData(0.5, 0.5, false, 0.75, true)]
    [InlineData(0, 0, false, 0, true)]
    public void TheSurvivor_ServesWhatItHasRoomFor_OrFails(double load, double headroom, bool survivorFails, double served, bool isUp)
    {
        var options = new MultiRegionOptions { SecondRegionLoad = load, Headroom = headroom, SurvivorFails = survivorFails, FailoverFails = 0 };
        var (first, second) = RegionLoad.WhileBothAreUp(options);
        var survivor = MultiRegionSimulation.FirstOutage(options).Phases[^1].Second;

        Assert.Equal((1 - load, load), (first.Served, second.Served));
        Assert.Equal(1 + headroom, first.Capacity + second.Capacity, tolerance: 1e-12);
        Assert.Equal((1.0, isUp), (survivor.Offered, survivor.IsUp));
        Assert.Equal(served, survivor.Served, tolerance: 1e-12);
    }

    [Fact]
    public void AnOutageThatTakesBoth_IsToldWhereNoOtherComes()
    {
        var outage = MultiRegionSimulation.FirstOutage(new() { CommonShare = 1, SecondRegionLoad = 0.5 });

        Assert.True(outage.IsCommon);
        Assert.Equal(outage.Hours, outage.HoursLost, tolerance: 1e-9);
        Assert.False(Assert.Single(outage.Phases).Second.IsUp);
    }

    [Fact]
    public void RegionsThatShareTheLoad_AgreeWithTheory_OverAGridOfHeadrooms()
    {
        TheoryGrid.AssertAgreement(
            from load in new[] { 0, 0.2, 0.5 }
            from headroom in new[] { 0, 0.6, 1 }
            from survivorFails in new[] { false, true }
            from common in new[] { 0, 0.3 }
            let options = new MultiRegionOptions
            {
                OutageRate = 2, DurationCv = 1, FailoverMinutes = 180, FailoverFails = 0.2, CommonShare = common,
                SecondRegionLoad = load, Headroom = headroom, SurvivorFails = survivorFails, Years = 4000,
            }
            let result = MultiRegionSimulation.Run(options, Experiment.WithSeed((ulong)((load * 1000) + (headroom * 100) + (common * 10) + (survivorFails ? 1 : 0))))
            from quantity in new (Estimate Estimate, double Theory)[]
            {
                (result.TwoRegionsLoss, result.TwoRegionsLossInTheory),
                (result.TwoRegionsDeviation, ExpectedLoss.DeviationWithTwoRegions(options)),
                (result.NoHeadroomLoss, result.NoHeadroomLossInTheory),
            }
            select new TheoryPoint(options, quantity.Estimate, quantity.Theory));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(0.3, false)]
    [InlineData(0.5, true)]
    public void MoreHeadroom_NeverLosesMore_BeforeItIsPaid(double load, bool survivorFails)
    {
        var options = new MultiRegionOptions { SecondRegionLoad = load, SurvivorFails = survivorFails, Years = 500 };
        var losses = new[] { 0, 0.1, 0.25, 0.5, 0.75, 0.99, 1 }.Select(headroom => MultiRegionSimulation.Run(options with { Headroom = headroom })).ToArray();

        Assert.Equal(losses.Select(result => result.TwoRegionsLoss.Mean).OrderDescending(), losses.Select(result => result.TwoRegionsLoss.Mean));
        Assert.Equal(losses.Select(result => result.HeadroomCost).Order(), losses.Select(result => result.HeadroomCost));
        Assert.All(losses, result => Assert.Equal(losses[0].TwoRegionsLoss, result.NoHeadroomLoss));
        Assert.True(losses[^1].TwoRegionsLoss.Mean < losses[0].TwoRegionsLoss.Mean);
    }

    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(0.5, 1, false)]
    [InlineData(0.5, 0.2, true)]
    public void WhereEveryCauseIsCommon_ASecondRegionIsWorthless(double load, double headroom, bool survivorFails)
    {
        var result = MultiRegionSimulation.Run(new() { CommonShare = 1, SecondRegionLoad = load, Headroom = headroom, SurvivorFails = survivorFails });

        Assert.Equal((result.OneRegionLoss, result.OneRegionP95), (result.TwoRegionsLoss, result.TwoRegionsP95));
        Assert.Equal(result.SecondRegionCost, result.ExtraCost.Mean, tolerance: 1e-6);
        Assert.True(result.IndependentLossInTheory < result.OneRegionLossInTheory || survivorFails);
    }

    // Half of the load in each region, and no survivor that can bear more: twice as many outages as one region has, and
    // each of them takes everything once the other half has been moved onto it.
    [Fact]
    public void TwoRegionsThatCannotCarryEachOther_LoseMoreThanOne()
    {
        var options = new MultiRegionOptions { SecondRegionLoad = 0.5, Headroom = 0.9, SurvivorFails = true, CommonShare = 0, FailoverFails = 0, FailoverMinutes = 0 };

        Assert.Equal(2 * ExpectedLoss.OneRegion(options), ExpectedLoss.TwoRegions(options), tolerance: 1e-6);
        Assert.True(double.IsPositiveInfinity(ExpectedLoss.BreakEvenRate(options)));
    }

    [Fact]
    public void WhoSharesTheLoadWithRoomForAll_LosesAsMuchOnAverageAsWithAStandby()
    {
        var standby = new MultiRegionOptions();
        var shared = standby with { SecondRegionLoad = 0.5 };

        Assert.Equal(ExpectedLoss.TwoRegions(standby), ExpectedLoss.TwoRegions(shared), tolerance: 1e-6);
        Assert.True(ExpectedLoss.DeviationWithTwoRegions(shared) < ExpectedLoss.DeviationWithTwoRegions(standby));
    }

    // The worst but one of twenty years is not what one year in twenty exceeds, and the mean of many of them is neither.
    [Fact]
    public void P95_OfManyShortReplications_IsThatOfOneLongOne()
    {
        var company = new MultiRegionOptions { OutageRate = 2, CommonShare = 0.2 };

        var many = MultiRegionSimulation.Run(company with { Years = 20 }, new() { Replications = 2000 });
        var one = MultiRegionSimulation.Run(company with { Years = 200_000 }, new() { Seed = 7, Replications = 20 });

        TheoryGrid.AssertNear(many.OneRegionP95, one.OneRegionP95.Mean, one.OneRegionP95.HalfWidth + (one.OneRegionP95.Mean / 256));
        TheoryGrid.AssertNear(many.TwoRegionsP95, one.TwoRegionsP95.Mean, one.TwoRegionsP95.HalfWidth + (one.TwoRegionsP95.Mean / 256));
    }

    [Fact]
    public void AnOutageThatIsTooRareToBeSeen_IsNotRuledOut()
    {
        var calm = MultiRegionSimulation.Run(new() { OutageRate = 0.001, Years = 5 }, new() { Replications = 4 });

        Assert.Equal(0, calm.AnyOutage.Mean);
        Assert.True(calm.AnyOutage.Covers(ExpectedLoss.AnyOutage(new() { OutageRate = 0.001 })));
    }

    [Fact]
    public void OutagesThatWouldOverlap_AreWarnedOf()
    {
        Assert.Empty(MultiRegionSimulation.Run(new()).Warnings);
        Assert.Contains("overlap", Assert.Single(MultiRegionSimulation.Run(new() { OutageRate = 50, Years = 10 }).Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1.6)]
    [InlineData(6)]
    public void CutMoments_AreTheirIntegrals(double variation)
    {
        double variance = Math.Log(1 + (variation * variation));
        double Integral(Func<double, double> quantity)
        {
            const double Step = 1e-4;
            double sum = 0;
            for (double z = -12 + (Step / 2); z < 12; z += Step)
            {
                double duration = 16 * Math.Exp((Math.Sqrt(variance) * z) - (variance / 2));
                sum += quantity(duration) * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) * Step;
            }

            return sum;
        }

        Assert.All([0.01, 0.25, 5, 16, 40, 1000], limit =>
        {
            Assert.Equal(1, OutageDurations.CutMean(16, variation, limit) / Integral(duration => Math.Min(duration, limit)), tolerance: 1e-6);
            Assert.Equal(1, OutageDurations.CutMeanSquare(16, variation, limit) / Integral(duration => Math.Min(duration, limit) * Math.Min(duration, limit)), tolerance: 1e-6);
        });
    }

    [Fact]
    public void AtTheBreakEven_TwoRegionsCostAsMuchAsOne()
    {
        var usual = new MultiRegionOptions();
        Assert.All([usual with { OutageRate = ExpectedLoss.BreakEvenRate(usual) }, usual with { LossPerHour = ExpectedLoss.BreakEvenLoss(usual) }], even =>
            Assert.Equal(ExpectedLoss.OneRegion(even), ExpectedLoss.TwoRegions(even) + ExpectedLoss.SecondRegionCost(even), tolerance: 1e-6));
        Assert.True(MultiRegionSimulation.Run(usual with { OutageRate = ExpectedLoss.BreakEvenRate(usual) }, Experiment.WithSeed(5)).ExtraCost.Covers(0));
    }

    [Fact]
    public void WhereASecondRegionSavesNothing_ItNeverPays()
    {
        Assert.Equal(double.PositiveInfinity, ExpectedLoss.BreakEvenRate(new() { CommonShare = 1 }));
        Assert.Equal(double.PositiveInfinity, ExpectedLoss.BreakEvenRate(new() { FailoverFails = 1 }));
        Assert.Equal(double.PositiveInfinity, ExpectedLoss.BreakEvenLoss(new() { OutageRate = 0 }));
    }

    [Fact]
    public void WithoutOutages_NobodyLosesAnything()
    {
        var calm = MultiRegionSimulation.Run(new() { OutageRate = 0 });

        Assert.Equal((0, 0, 0, 0), (calm.OneRegionLoss.Mean, calm.TwoRegionsP95.Mean, calm.AnyOutage.Mean, calm.Events));
        Assert.Equal(calm.SecondRegionCost, calm.ExtraCost.Mean);
    }

    [Fact]
    public void Quantiles_NeverFall_AndASecondRegionNeverLosesMore()
    {
        var quantiles = MultiRegionSimulation.Run(new()).Quantiles;

        Assert.Equal(quantiles.Select(quantile => quantile.OneRegion).Order(), quantiles.Select(quantile => quantile.OneRegion));
        Assert.All(quantiles, quantile => Assert.True(quantile.TwoRegions <= quantile.OneRegion));
    }

    [Fact]
    public void OneLever_DoesNotReshuffleTheOthers()
    {
        var usual = MultiRegionSimulation.Run(new());
        var clumsy = MultiRegionSimulation.Run(new() { FailoverFails = 0.9, FailoverMinutes = 600, LossPerHour = 10_000 });

        Assert.Equal(2 * usual.OneRegionLoss.Mean, clumsy.OneRegionLoss.Mean, tolerance: 1e-6);
        Assert.True(usual.TwoRegionsLoss.Mean < clumsy.TwoRegionsLoss.Mean / 2);
    }

    [Fact]
    public void Defaults_AreTheRecordOfVirginia_Rounded()
    {
        var hours = new Tally();
        foreach (var outage in RecordedOutages.InVirginia)
        {
            hours.Add(outage.Hours);
        }

        var defaults = new MultiRegionOptions();
        Assert.Equal((CloudOutages.PerYear, CloudOutages.MeanHours, CloudOutages.DurationCv), (defaults.OutageRate, defaults.MeanHours, defaults.DurationCv));
        Assert.Equal(CloudOutages.PerYear, (double)hours.Count / RecordedOutages.YearsInVirginia, tolerance: 0.05);
        Assert.Equal(CloudOutages.MeanHours, hours.Mean, tolerance: 0.5);
        Assert.Equal(CloudOutages.DurationCv, hours.StandardDeviation / hours.Mean, tolerance: 0.05);
    }

    [Fact]
    public void Record_IsInOrder_AndTheYearsAreThose()
    {
        var days = RecordedOutages.All.Select(outage => outage.Day).ToArray();

        Assert.Equal(days.Order(), days);
        Assert.Equal(15, RecordedOutages.YearsInVirginia);
        Assert.Equal(days[^1].Year - RecordedOutages.YearsInVirginia + 1, RecordedOutages.InVirginia.First().Day.Year);
    }
}
