using FsCheck;
using FsCheck.Fluent;
using InteractiveArticle.Simulation.Elasticity;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Tests.Elasticity;

public sealed class ElasticityTests
{
    private static readonly ElasticityOptions Fortnight = new() { Days = 14, SpikeDay = 7.4 };

    // Same demand every day, to the minute.
    private static readonly ElasticityOptions Clockwork = Fortnight with { NoiseCv = 0, MonthlyGrowth = 0, ForecastGrowth = 0, Spike = 1 };

    private static readonly Experiment Once = new() { Replications = 1 };

    [Fact]
    public void WithoutBootAndCooldown_TheAutoscalerTracksDemandExactly()
    {
        var options = Fortnight with { BootSeconds = 0, CooldownMinutes = 0, TargetUtilisation = 0.6, MinimumServers = 30, MaximumServers = 200 };

        var run = ElasticitySimulation.Run(options, Once);

        Assert.All(run.Hours.Concat(run.SpikeMinutes), moment =>
            Assert.Equal(Math.Clamp(Math.Ceiling(moment.Demand / (0.6 * 200)), 30, 200) * 200, moment.Elastic));
        Assert.Contains(run.Hours, moment => moment.Elastic == 30 * 200);
        Assert.Contains(run.Hours, moment => moment.Elastic == 200 * 200);
    }

    [Fact]
    public void WithoutBootAndCooldown_NothingIsRefused() =>
        Assert.Equal(0, ElasticitySimulation.Run(Fortnight with { BootSeconds = 0, CooldownMinutes = 0, TargetUtilisation = 1 }).ElasticRefusedShare.Mean);

    [Fact]
    public void AMinimumThatIsTheMaximum_MakesTheElasticFleetAFixedOne()
    {
        var options = Fortnight with { MonthlyGrowth = 0, ForecastGrowth = 0 };
        int bought = (int)ElasticitySimulation.Run(options, Once).BoughtServers.Mean;

        var run = ElasticitySimulation.Run(options with { MinimumServers = bought, MaximumServers = bought });

        Assert.Equal(run.BoughtRefusedShare, run.ElasticRefusedShare);
        Assert.Equal(run.BoughtIdleShare, run.ElasticIdleShare);
        Assert.Equal(bought * 14 * 24 * 0.096, run.ElasticCost.Mean, tolerance: 1e-6);
        Assert.Equal(1, run.BreakEvenPriceRatio.Mean, tolerance: 1e-12);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(16)]
    [InlineData(0)]
    public void Demand_IsHighestAtThePeakHour_AndLowestTwelveHoursLater(int hour)
    {
        var hours = ElasticitySimulation.Run(Clockwork with { PeakHour = hour }, Once).Hours;

        Assert.Equal(hour, Enumerable.Range(0, 24).MaxBy(each => hours[each].Demand));
        Assert.Equal((hour + 12) % 24, Enumerable.Range(0, 24).MinBy(each => hours[each].Demand));
    }

    // Demand 1 + s sin θ above capacity 1 + s k, over a turn: s (√(1 − k²) − k arccos k) / π.
    [Theory]
    [InlineData(0)]
    [InlineData(0.4)]
    [InlineData(-0.6)]
    public void AFixedFleet_UnderADailyRhythm_RefusesWhatTheIntegralSays(double k)
    {
        const double Swing = 0.5;
        int servers = (int)(1000 * (1 + (Swing * k)));

        var run = ElasticitySimulation.Run(Clockwork with { DailySwing = Swing, MeanDemand = 1e5, ServerCapacity = 100, MinimumServers = servers, MaximumServers = servers });

        Assert.Equal(Swing * (Math.Sqrt(1 - (k * k)) - (k * Math.Acos(k))) / Math.PI, run.ElasticRefusedShare.Mean, tolerance: 1e-5);
    }

    [Fact]
    public void ALongerBoot_NeverRefusesLess_AndCostsTheSame()
    {
        var sites =
            from boot in Gen.Choose(0, 1000)
            from longer in Gen.Choose(0, 5000)
            from cooldown in Gen.Elements(0, 3, 30)
            from target in Gen.Elements(0.5, 0.8, 1)
            from seed in Gen.Choose(1, 1000)
            select (boot, longer, options: new ElasticityOptions { Days = 3, SpikeDay = 1.5, CooldownMinutes = cooldown, TargetUtilisation = target }, seed);

        Prop.ForAll(sites.ToArbitrary(), site =>
        {
            var experiment = Experiment.WithSeed((ulong)site.seed) with { Replications = 1 };
            var soon = ElasticitySimulation.Run(site.options with { BootSeconds = site.boot }, experiment);
            var late = ElasticitySimulation.Run(site.options with { BootSeconds = site.boot + site.longer }, experiment);

            Assert.True(late.ElasticRefusedShare.Mean >= soon.ElasticRefusedShare.Mean);

            // Sums are cut at other places, so that the last bits differ.
            Assert.Equal(soon.ElasticCost.Mean, late.ElasticCost.Mean, tolerance: 1e-9 * soon.ElasticCost.Mean);
            Assert.Equal(soon.BoughtRefusedShare.Mean, late.BoughtRefusedShare.Mean, tolerance: 1e-12);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20170228UL, 937UL));
    }

    [Fact]
    public void ARightForecast_OfDemandWithoutSurprises_RefusesNothing()
    {
        var plans =
            from growth in Gen.Elements(-0.3, 0, 0.2, 1)
            from lead in Gen.Choose(0, 60)
            from interval in Gen.Choose(1, 40)
            select Clockwork with { Days = 60, MonthlyGrowth = growth, ForecastGrowth = growth, LeadTimeDays = lead, OrderEveryDays = interval, Reserve = 0 };

        Prop.ForAll(plans.ToArbitrary(), plan =>
        {
            var run = ElasticitySimulation.Run(plan, Once);

            Assert.Equal(0, run.BoughtRefusedShare.Mean);
            Assert.All(run.Hours.Zip(run.Hours.Skip(1)), step => Assert.True(step.First.Bought <= step.Second.Bought));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20170228UL, 937UL));
    }

    [Fact]
    public void AnOrder_ArrivesAfterItsLeadTime()
    {
        double[] soon = Deliveries(leadDays: 10, seed: 1);
        double[] late = Deliveries(leadDays: 12, seed: 1);

        Assert.InRange(soon[0], 0, 7 + (1 / 24.0));
        Assert.All(soon.Zip(soon.Skip(1)), pair => Assert.Equal(7, pair.Second - pair.First, tolerance: 1e-9));
        Assert.Equal(soon.Select(day => day + 2).Where(day => day < 30), late.Where(day => day > soon[0] + 1), (one, other) => Math.Abs(one - other) < 1e-9);
    }

    // Were it the same in all of them, the results would depend on how many days before a delivery the spike begins.
    [Fact]
    public void TheCalendarOfOrders_IsAnotherInEveryReplication()
    {
        const int Runs = 100;

        double[] first = [.. Enumerable.Range(1, Runs).Select(seed => Deliveries(leadDays: 10, (ulong)seed)[0])];

        // Uniform over the seven days, and seen at the next full hour.
        Assert.Equal(3.5 + (0.5 / 24), first.Average(), tolerance: 4 * 7 / Math.Sqrt(12 * Runs));
        Assert.True(ElasticitySimulation.Run(Fortnight with { NoiseCv = 0 }).BoughtRefusedShare.HalfWidth > 0);
    }

    [Fact]
    public void AForecastThatIsTooLow_RefusesMore() =>
        Assert.True(ElasticitySimulation.Run(new() { Spike = 1, ForecastGrowth = 0 }).BoughtRefusedShare.Mean > 10 * ElasticitySimulation.Run(new() { Spike = 1 }).BoughtRefusedShare.Mean);

    [Fact]
    public void TheElasticFleet_CostsLess_RefusesLess_AndIdlesLess()
    {
        var run = ElasticitySimulation.Run(new());

        Assert.True(run.ElasticCost.Mean < 0.8 * run.BoughtCost.Mean);
        Assert.True(run.ElasticRefusedShare.Mean < run.BoughtRefusedShare.Mean / 10);
        Assert.True(run.ElasticIdleShare.Mean < run.BoughtIdleShare.Mean);
    }

    [Fact]
    public void OneLever_DoesNotReshuffleTheOthers()
    {
        var usual = ElasticitySimulation.Run(Fortnight);
        var other = ElasticitySimulation.Run(Fortnight with { BootSeconds = 800, LeadTimeDays = 2, TargetUtilisation = 0.3 });

        Assert.Equal(usual.Hours.Select(moment => moment.Demand), other.Hours.Select(moment => moment.Demand));
    }

    [Fact]
    public void AtTheBreakEvenPriceRatio_BothFleetsCostTheSame()
    {
        double ratio = ElasticitySimulation.Run(Fortnight, Once).BreakEvenPriceRatio.Mean;

        var run = ElasticitySimulation.Run(Fortnight with { RentedPrice = 0.05, OwnedPrice = 0.05 * ratio }, Once);

        Assert.Equal(run.ElasticCost.Mean, run.BoughtCost.Mean, tolerance: 1e-9 * run.ElasticCost.Mean);
    }

    [Fact]
    public void TheDay_IsBusiestAtEightInTheEvening_AndQuietestAtEightInTheMorning()
    {
        var day = ElasticitySimulation.Run(Clockwork, Once).Hours.Take(24).ToArray();

        Assert.Equal(20 / 24.0, day.MaxBy(hour => hour.Demand).Day, tolerance: 1e-9);
        Assert.Equal(8 / 24.0, day.MinBy(hour => hour.Demand).Day, tolerance: 1e-9);
    }

    // An hour is two correlation times: the correlation of the logarithms of its ends is e⁻².
    [Fact]
    public void TheNoise_IsAnAutoregression_OfTheVariationAndCorrelationItSays()
    {
        double[] demand = [.. ElasticitySimulation.Run(Clockwork with { Days = 1000, DailySwing = 0, NoiseCv = 0.3 }, Once).Hours.Select(hour => hour.Demand / 10_000)];

        double[] logarithms = [.. demand.Select(value => Math.Log(value))];
        double mean = logarithms.Average();
        double variance = logarithms.Average(value => (value - mean) * (value - mean));
        double correlation = logarithms.Zip(logarithms.Skip(1)).Average(pair => (pair.First - mean) * (pair.Second - mean)) / variance;
        double error = 4 / Math.Sqrt(demand.Length);
        Assert.Equal(1, demand.Average(), tolerance: 0.3 * 1.2 * error);
        Assert.Equal(Math.Log(1 + (0.3 * 0.3)), variance, tolerance: variance * 1.5 * error);
        Assert.Equal(Math.Exp(-2), correlation, tolerance: error);
    }

    [Fact]
    public void WithoutASpike_ThereIsNoCloseUpOfIt() =>
        Assert.Empty(ElasticitySimulation.Run(Clockwork, Once).SpikeMinutes);

    [Theory]
    [InlineData(3, 14, true)]
    [InlineData(3, 13.9, false)]
    [InlineData(1, 14, false)]
    public void ASpikeAfterTheEnd_IsWarnedOf(double spike, double spikeDay, bool isWarnedOf) =>
        Assert.Equal(isWarnedOf, ElasticitySimulation.Run(Fortnight with { Spike = spike, SpikeDay = spikeDay }, Once).Warnings is ["spikeDay = 14: the run ends after 14 days, before the spike begins"]);

    [Fact]
    public void AMinimumAboveTheMaximum_IsRefused() =>
        Assert.StartsWith("minimumServers = 9: not allowed with maximumServers = 5", Assert.Throws<ModelOptionsException>(() => ElasticitySimulation.Run(new() { MinimumServers = 9, MaximumServers = 5 })).Message, StringComparison.Ordinal);

    private static double[] Deliveries(double leadDays, ulong seed)
    {
        var run = ElasticitySimulation.Run(
            Clockwork with { Days = 30, MonthlyGrowth = 0.5, ForecastGrowth = 0.5, LeadTimeDays = leadDays, OrderEveryDays = 7 },
            Experiment.WithSeed(seed) with { Replications = 1 });
        return [.. run.Hours.Zip(run.Hours.Skip(1)).Where(step => step.Second.Bought > step.First.Bought).Select(step => step.Second.Day)];
    }
}
