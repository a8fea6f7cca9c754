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
        Assert.Equal(defaults.OutageRate, (double)hours.Count / RecordedOutages.YearsInVirginia, tolerance: 0.05);
        Assert.Equal(defaults.MeanHours, hours.Mean, tolerance: 0.5);
        Assert.Equal(defaults.DurationCv, hours.StandardDeviation / hours.Mean, tolerance: 0.05);
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
