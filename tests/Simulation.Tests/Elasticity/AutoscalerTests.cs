using FsCheck;
using FsCheck.Fluent;
using InteractiveArticle.Simulation.Elasticity;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Tests.Elasticity;

/// <summary>What the autoscaler sees, when it decides, and how long its servers take.</summary>
public sealed class AutoscalerTests
{
    private const double Rounding = 1e-12;

    private static readonly Experiment Once = new() { Replications = 1 };

    // Ten servers are busy to the full until noon; from then on it takes twenty.
    private static readonly ElasticityOptions Jump = new()
    {
        Days = 1,
        MeanDemand = 1000,
        ServerCapacity = 100,
        DailySwing = 0,
        NoiseCv = 0,
        MonthlyGrowth = 0,
        Spike = 2,
        SpikeDay = 0.5,
        SpikeHours = 1000,
        SpikeRiseMinutes = 0,
        TargetUtilisation = 1,
        CooldownMinutes = 0,
        BootSeconds = 0,
    };

    private const int MinutesOfTheJump = 720;
    private const double AskedOnTheDayOfTheJump = MinutesOfTheJump * (1000.0 + 2000);

    private static readonly Arbitrary<Site> Sites = (
        from boot in Gen.Choose(0, 1000)
        from warmUp in Gen.Elements(0, 60, 500)
        from cooldown in Gen.Elements(0, 2.5, 5, 30)
        from delay in Gen.Elements(0, 2, 10)
        from window in Gen.Elements(1, 5)
        from scaleIn in Gen.Elements(0, 7, 60)
        from target in Gen.Elements(0.4, 0.7, 1)
        from noise in Gen.Elements(0, 0.1, 0.4)
        from most in Gen.Elements(100, 150, 1000)
        from change in Gen.Choose(1, 100)
        from seed in Gen.Choose(1, 1000)
        select new Site(
            new ElasticityOptions
            {
                Days = 3,
                SpikeDay = 1.5,
                BootSeconds = boot,
                WarmUpSeconds = warmUp,
                CooldownMinutes = cooldown,
                MetricDelayMinutes = delay,
                MetricWindowMinutes = window,
                ScaleInDelayMinutes = scaleIn,
                TargetUtilisation = target,
                NoiseCv = noise,
                MaximumServers = most,
            },
            change,
            Experiment.WithSeed((ulong)seed) with { Replications = 1 })).ToArbitrary();

    // In every single replication, so that a sweep of one run is smooth and no number of replications has to be large enough.
    [Theory]
    [InlineData(0)]
    [InlineData(29)]
    [InlineData(97)]
    [InlineData(810)]
    [InlineData(1800)]
    public void MoreHeadroom_NeverRefusesMore(double bootSeconds)
    {
        double[] targets = [.. Enumerable.Range(6, 14).Select(step => 0.05 * step)];
        Assert.All(Enumerable.Range(1, 10).SelectMany(seed => new[] { 0, 0.1 }.Select(noise => (seed, noise))), day =>
        {
            var options = new ElasticityOptions { Days = 2, SpikeDay = 1.5, MonthlyGrowth = 0, ForecastGrowth = 0, NoiseCv = day.noise, BootSeconds = bootSeconds };

            double[] refused =
            [
                .. targets.Select(target => ElasticitySimulation
                    .Run(options with { TargetUtilisation = target }, Experiment.WithSeed((ulong)day.seed) with { Replications = 1 }).ElasticRefusedShare.Mean),
            ];

            Assert.Equal(refused.Order(), refused, (less, more) => Math.Abs(less - more) <= Rounding);
            Assert.True(refused[^1] > refused[0]);
        });
    }

    [Fact]
    public void ALowerTarget_NeverRefusesMore_AndNeverCostsLess() => Compare(
        site => site.Options with { TargetUtilisation = site.Options.TargetUtilisation * (1 - (site.Change / 200.0)) },
        (usual, roomy) =>
        {
            Assert.True(roomy.ElasticRefusedShare.Mean <= usual.ElasticRefusedShare.Mean + Rounding);
            Assert.True(roomy.ElasticCost.Mean >= usual.ElasticCost.Mean * (1 - Rounding));
        });

    [Fact]
    public void ASlowerScaleIn_NeverRefusesMore_AndNeverCostsLess() => Compare(
        site => site.Options with { ScaleInDelayMinutes = site.Options.ScaleInDelayMinutes + site.Change },
        (usual, slow) =>
        {
            Assert.True(slow.ElasticRefusedShare.Mean <= usual.ElasticRefusedShare.Mean + Rounding);
            Assert.True(slow.ElasticCost.Mean >= usual.ElasticCost.Mean * (1 - Rounding));
        });

    [Fact]
    public void ALongerWarmUp_NeverRefusesLess_AndCostsTheSame() => Compare(
        site => site.Options with { WarmUpSeconds = site.Options.WarmUpSeconds + (10 * site.Change) },
        (usual, slow) =>
        {
            Assert.True(slow.ElasticRefusedShare.Mean >= usual.ElasticRefusedShare.Mean - Rounding);
            Assert.Equal(usual.ElasticCost.Mean, slow.ElasticCost.Mean, tolerance: 1e-9 * usual.ElasticCost.Mean);
        });

    [Fact]
    public void ALargerQuota_NeverRefusesMore_AndIsNeverExceeded() => Compare(
        site => site.Options with { MaximumServers = site.Options.MaximumServers + site.Change },
        (usual, larger) =>
        {
            Assert.True(larger.ElasticRefusedShare.Mean <= usual.ElasticRefusedShare.Mean + Rounding);
            Assert.True(larger.ElasticCappedShare.Mean <= usual.ElasticCappedShare.Mean + Rounding);
        });

    [Fact]
    public void TheServers_StayWithinTheQuota() =>
        Prop.ForAll(Sites, site => Assert.InRange(ElasticitySimulation.Run(site.Options, site.Experiment).ElasticMostServers.Mean, 1, site.Options.MaximumServers))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20170228UL, 937UL));

    // Demand rises once and falls once: then a later look never shows more of the rise.
    [Fact]
    public void ALaterLook_NeverHelps_AtASpike() => Compare(
        site => site.Options with { MetricDelayMinutes = site.Options.MetricDelayMinutes + site.Change },
        (soon, late) => Assert.True(late.ElasticRefusedShare.Mean >= soon.ElasticRefusedShare.Mean - Rounding),
        site => site with { Options = site.Options with { NoiseCv = 0, DailySwing = 0, MonthlyGrowth = 0, SpikeRiseMinutes = 10 * (site.Change % 4) } });

    [Theory]
    [InlineData(0, 1, 0, 0)]
    [InlineData(7, 1, 0, 0)]
    [InlineData(0, 5, 0, 0)]
    [InlineData(0, 1, 120, 0)]
    [InlineData(0, 1, 0, 600)]
    [InlineData(3, 1, 60, 300)]
    [InlineData(3, 5, 180, 240)]
    public void AfterAJump_ItRecoversWhenTheMetric_TheBoot_AndTheWarmUp_AreThrough(int delay, int window, double bootSeconds, double warmUpSeconds)
    {
        var options = Jump with { MetricDelayMinutes = delay, MetricWindowMinutes = window, BootSeconds = bootSeconds, WarmUpSeconds = warmUpSeconds };

        var run = ElasticitySimulation.Run(options, Once);

        var recovered = run.SpikeMinutes.First(minute => minute.Demand == 2000 && minute.Elastic >= minute.Demand);
        Assert.Equal(delay + (window - 1) + ((bootSeconds + warmUpSeconds) / 60), (recovered.Day - 0.5) * 1440, tolerance: 1e-6);
    }

    // Half of the new demand is refused until the servers come, and half of that on average while they warm up.
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(7, 0, 0)]
    [InlineData(0, 97, 0)]
    [InlineData(0, 0, 100)]
    [InlineData(4, 97, 450)]
    public void AfterAJump_ItRefusesWhatTheIntegralSays(int delay, double bootSeconds, double warmUpSeconds)
    {
        var run = ElasticitySimulation.Run(Jump with { MetricDelayMinutes = delay, BootSeconds = bootSeconds, WarmUpSeconds = warmUpSeconds }, Once);

        double minutes = delay + (bootSeconds / 60) + (warmUpSeconds / 120);
        Assert.Equal(1000 * minutes / AskedOnTheDayOfTheJump, run.ElasticRefusedShare.Mean, tolerance: Rounding);
    }

    [Fact]
    public void WithRoomToSpare_TheWarmUpEndsTheRefusalsEarly()
    {
        var run = ElasticitySimulation.Run(Jump with { TargetUtilisation = 0.8, WarmUpSeconds = 600 }, Once);

        // 13 servers before, 25 after: 700 requests a second are missing, and 12 servers make up for 120 more every minute.
        Assert.Equal(700.0 * 700 / (2 * 120) / AskedOnTheDayOfTheJump, run.ElasticRefusedShare.Mean, tolerance: Rounding);
    }

    [Fact]
    public void AWarmUpOfNoTime_IsNone()
    {
        var options = new ElasticityOptions { Days = 3, SpikeDay = 1.5 };

        var none = ElasticitySimulation.Run(options);
        var instant = ElasticitySimulation.Run(options with { WarmUpSeconds = 1e-6 });

        Assert.Equal(none.ElasticRefusedShare.Mean, instant.ElasticRefusedShare.Mean, tolerance: 1e-9);
        Assert.Equal(none.ElasticIdleShare.Mean, instant.ElasticIdleShare.Mean, tolerance: 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(45)]
    public void AfterTheSpike_ServersAreGivenBack_OnceTheScaleInDelayIsOver(int delay)
    {
        var run = ElasticitySimulation.Run(Jump with { SpikeHours = 1, ScaleInDelayMinutes = delay }, Once);

        Assert.Equal(0, run.ElasticRefusedShare.Mean);
        Assert.Equal(0.096 * ((10 * 24) + (10 * (60 + delay) / 60.0)), run.ElasticCost.Mean, tolerance: 1e-9);
    }

    [Fact]
    public void AQuota_IsReportedWhereItHurts()
    {
        var run = ElasticitySimulation.Run(Jump with { MaximumServers = 15 }, Once);

        Assert.Equal(15, run.ElasticMostServers.Mean);
        Assert.Equal(0.5, run.ElasticCappedShare.Mean, tolerance: Rounding);
        Assert.Equal(500.0 * MinutesOfTheJump / AskedOnTheDayOfTheJump, run.ElasticRefusedShare.Mean, tolerance: Rounding);
        Assert.Equal(0, ElasticitySimulation.Run(new() { Days = 3, SpikeDay = 1.5 }).ElasticCappedShare.Mean);
    }

    // The jump waits for a decision, a whole number of minutes from 0 to 9, all as likely as each other.
    [Fact]
    public void TheMomentsOfDecision_HaveNothingToDoWithTheSpike()
    {
        const int Runs = 1000;
        const double MeanWait = 4.5;
        double deviation = Math.Sqrt(((10 * 10) - 1) / 12.0);

        double[] waits =
        [
            .. Enumerable.Range(1, Runs).Select(seed => ElasticitySimulation
                .Run(Jump with { CooldownMinutes = 10 }, Experiment.WithSeed((ulong)seed) with { Replications = 1 }).ElasticRefusedShare.Mean * AskedOnTheDayOfTheJump / 1000),
        ];

        Assert.Equal(Enumerable.Range(0, 10), waits.Select(wait => (int)Math.Round(wait)).Distinct().Order());
        Assert.All(waits, wait => Assert.Equal(Math.Round(wait), wait, tolerance: 1e-6));
        Assert.Equal(MeanWait, waits.Average(), tolerance: 4 * deviation / Math.Sqrt(Runs));
    }

    [Fact]
    public void Replications_DifferInTheMomentsOfDecision_AndSayHowMuchTheyMatter()
    {
        var run = ElasticitySimulation.Run(Jump with { CooldownMinutes = 10 });

        Assert.True(run.ElasticRefusedShare.HalfWidth > 0);
        Assert.True(run.ElasticRefusedShare.Covers(1000 * 4.5 / AskedOnTheDayOfTheJump));
    }

    private static void Compare(Func<Site, ElasticityOptions> change, Action<ElasticityResult, ElasticityResult> check, Func<Site, Site>? restrict = null) =>
        Prop.ForAll(Sites, any =>
        {
            var site = restrict is null ? any : restrict(any);
            check(ElasticitySimulation.Run(site.Options, site.Experiment), ElasticitySimulation.Run(change(site), site.Experiment));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20170228UL, 937UL));

    private sealed record Site(ElasticityOptions Options, int Change, Experiment Experiment);
}
