using FsCheck;
using FsCheck.Fluent;
using InteractiveArticle.Simulation.Cascade;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.Cascade;

public sealed class CascadeTests
{
    private static readonly Config Quickly = Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(20170228UL, 937UL);

    private static readonly Experiment Few = new() { Replications = 5 };

    private static Gen<CascadeOptions> Makes =>
        from failure in Gen.Elements(Failure.Service, Failure.Region, Failure.Provider)
        from provider in Gen.Elements(CloudProvider.Aws, CloudProvider.Azure, CloudProvider.Google, CloudProvider.Smaller)
        from layers in Gen.Choose(1, 6)
        from growth in Gen.Choose(1, 4)
        from dependencies in Gen.Choose(0, 60)
        from hard in Gen.Choose(0, 10)
        from fame in Gen.Choose(0, 20)
        from multiCloud in Gen.Choose(0, 5)
        from multiRegion in Gen.Choose(0, 5)
        select new CascadeOptions
        {
            Services = 200,
            Failure = failure,
            Provider = provider,
            Layers = layers,
            Growth = growth,
            Dependencies = dependencies / 10.0,
            HardShare = hard / 10.0,
            Fame = fame / 10.0,
            MultiCloud = multiCloud / 10.0,
            MultiRegion = multiRegion / 10.0,
        };

    [Fact]
    public void UntouchedModel_LosesMoreThroughOthersThanDirectly()
    {
        var result = CascadeSimulation.Run(new());

        Assert.InRange(result.DarkDirectly.Mean, 0.1, 0.15);
        Assert.True(result.DarkThroughOthers.Mean > 2 * result.DarkDirectly.Mean);
        Assert.True(result.Degraded.Mean > 0.1);
        Assert.Equal(500 * (result.DarkDirectly.Mean + result.DarkThroughOthers.Mean), result.BlastRadius.Mean, tolerance: 1e-9);
        Assert.Equal(result.BlastRadius.Mean, 500 * result.DarkEach.Average(), tolerance: 1e-9);
        Assert.Equal(result.BlastRadius.Mean, result.Waves.Sum(wave => wave.Dark), tolerance: 1e-9);
        Assert.Equal(result.BlastRadius.Mean, result.ByLayer.Sum(layer => layer.Dark * layer.Services), tolerance: 1e-9);
    }

    [Fact]
    public void LargeWebs_AgreeWithTheory_OverAGridOfMakes()
    {
        TheoryGrid.AssertAgreement(
            from failure in new[] { Failure.Region, Failure.Provider }
            from dependencies in new[] { 0, 1, 3, 6 }
            from hard in new[] { 0.2, 0.5 }
            from provider in new[] { CloudProvider.Aws, CloudProvider.Google }
            let options = new CascadeOptions { Services = 4000, Layers = 4, Growth = 1, Fame = 0, Failure = failure, Provider = provider, Dependencies = dependencies, HardShare = hard }
            let seed = (ulong)((dependencies * 100) + (hard * 10) + (int)provider)
            let result = CascadeSimulation.Run(options, new Experiment { Seed = seed, Replications = 20 })
            select new TheoryPoint(options, result.BlastRadius, options.Services * result.DarkInTheory));
    }

    // In the layers where theory is exact, small ones with few well-known services are no excuse.
    [Fact]
    public void TheLowestLayers_AgreeWithTheory_HoweverSmallAndFamous()
    {
        TheoryGrid.AssertAgreement(
            from failure in new[] { Failure.Service, Failure.Region, Failure.Provider }
            from fame in new[] { 0, 1, 2.0 }
            from dependencies in new[] { 1, 3, 8 }
            from hard in new[] { 0.5, 1 }
            let options = new CascadeOptions
            {
                Services = 200, Layers = failure == Failure.Service ? 3 : 2, Growth = 3, Fame = fame, Failure = failure, Dependencies = dependencies, HardShare = hard,
            }
            let seed = (ulong)((dependencies * 100) + (hard * 10) + fame)
            let result = CascadeSimulation.Run(options, new Experiment { Seed = seed, Replications = 400 })
            select new TheoryPoint(options, result.BlastRadius, options.Services * result.DarkInTheory));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(2, 8)]
    public void TheDarkShare_IsThatOfAPlainWeb(double fame, double dependencies)
    {
        var options = new CascadeOptions { Services = 150, Fame = fame, Dependencies = dependencies, MultiCloud = 0, MultiRegion = 0 };
        var result = CascadeSimulation.Run(options, new Experiment { Replications = 400 });
        int[] sizes = [.. result.ByLayer.Select(layer => layer.Services)];
        var plain = Estimate.Of(Enumerable.Range(1, 400).Select(seed => PlainWeb.DarkShare(options, sizes, (ulong)seed)));

        double halfWidth = result.BlastRadius.HalfWidth / options.Services;
        Assert.Equal(plain.Mean, result.BlastRadius.Mean / options.Services, tolerance: 1.5 * Math.Sqrt((plain.HalfWidth * plain.HalfWidth) + (halfWidth * halfWidth)));
    }

    // Twenty in the mean, of four that there are: everybody depends on all of them.
    [Fact]
    public void MoreDependenciesThanServices_AreAllServices()
    {
        var options = new CascadeOptions { Services = 50, Layers = 2, Growth = 10, Failure = Failure.Service, Dependencies = 20, HardShare = 1, Fame = 0 };

        Assert.Equal(new Estimate(47, 0), CascadeSimulation.Run(options).BlastRadius);
    }

    // Those who lean on the same service go dark together: theory, which does not know it, is too high, but not by much.
    [Theory]
    [InlineData(500, 4, 0)]
    [InlineData(500, 4, 2)]
    [InlineData(500, 8, 0)]
    [InlineData(500, 8, 2)]
    [InlineData(50, 4, 0)]
    [InlineData(50, 4, 2)]
    public void TheHigherLayers_AreBelowTheory_ByLessThanATenth(int services, int layers, double fame)
    {
        var options = new CascadeOptions { Services = services, Layers = layers, Growth = 1, Fame = fame };
        var result = CascadeSimulation.Run(options, new Experiment { Replications = 400 });
        double gap = result.DarkInTheory - (result.BlastRadius.Mean / services);
        double chance = 2 * result.BlastRadius.HalfWidth / services;

        Assert.InRange(gap, -chance, (0.1 * result.DarkInTheory) + chance);
        Assert.Equal(gap > chance / 2 ? 1 : 0, result.Warnings.Count);
    }

    [Fact]
    public void TheoryAboveTheSimulation_IsExplained()
    {
        var result = CascadeSimulation.Run(new() { Layers = 8, Growth = 1, Fame = 2 }, new Experiment { Replications = 400 });

        Assert.Contains("is above the simulated", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    // There only chance parts the two, which does so once in twenty runs.
    [Fact]
    public void WhereTheoryIsExact_NothingIsExplained() =>
        Assert.All(Enumerable.Range(1, 60), seed => Assert.Empty(CascadeSimulation.Run(new() { Layers = 2 }, Experiment.WithSeed((ulong)seed)).Warnings));

    // Chance in small layers, and fame, can only make the mean smaller than theory.
    [Fact]
    public void SmallWebs_DoNotExceedTheory() =>
        Prop.ForAll(Makes.ToArbitrary(), options =>
        {
            var result = CascadeSimulation.Run(options);
            double slack = 2.5 * result.BlastRadius.HalfWidth;
            Assert.True(result.BlastRadius.Mean <= (options.Services * result.DarkInTheory) + slack + 1, $"{options}: {result.BlastRadius}, {result.DarkInTheory}");
        }).Check(Quickly);

    [Theory]
    [InlineData(Failure.Service)]
    [InlineData(Failure.Region)]
    public void Theory_NeedsNoWeb(Failure failure)
    {
        var options = new CascadeOptions { Failure = failure, Layers = 5 };

        Assert.Equal(CascadeSimulation.Run(options, new Experiment { Replications = 1 }).DarkInTheory, CascadeSimulation.DarkInTheory(options));
    }

    [Fact]
    public void WithoutDependencies_TheDarkShareIsThatOfTheFailedPart()
    {
        var options = new CascadeOptions { Services = 5000, Dependencies = 0, MultiCloud = 0.2, Failure = Failure.Provider };

        var web = CascadeSimulation.Run(options, new Experiment { Replications = 1 });

        // 33 % of the services, of which a fifth also runs elsewhere; four standard errors of a binomial share.
        const double Share = 0.33 * 0.8;
        Assert.Equal(Share, web.DarkDirectly.Mean, tolerance: 4 * Math.Sqrt(Share * (1 - Share) / 5000));
        Assert.Equal(0, web.DarkThroughOthers.Mean);
        Assert.Equal(0, web.LongestChain.Mean);
        Assert.Equal(Share, web.DarkInTheory, tolerance: 1e-12);
    }

    [Theory]
    [InlineData(Failure.Region, 0.4, 0.6)]
    [InlineData(Failure.Provider, 0, 1)]
    public void EveryServiceElsewhereToo_LeavesNothingDark(Failure failure, double multiRegion, double multiCloud)
    {
        var result = CascadeSimulation.Run(new() { Failure = failure, MultiRegion = multiRegion, MultiCloud = multiCloud });

        Assert.Equal(0, result.BlastRadius.Mean);
        Assert.Equal(0, result.Degraded.Mean);
        Assert.Equal(0, result.DarkInTheory, tolerance: 1e-12);
    }

    [Fact]
    public void Regions_DoNotHelpAgainstTheLossOfAProvider() =>
        Assert.Equal(
            CascadeSimulation.Run(new() { Failure = Failure.Provider, MultiRegion = 0 }).BlastRadius,
            CascadeSimulation.Run(new() { Failure = Failure.Provider, MultiRegion = 0.9 }).BlastRadius);

    [Fact]
    public void OneFamousService_TakesMoreWithItThanOneOfMany()
    {
        var options = new CascadeOptions { Failure = Failure.Service };

        double famous = CascadeSimulation.Run(options with { Fame = 1.5 }).BlastRadius.Mean;
        double ordinary = CascadeSimulation.Run(options with { Fame = 0 }).BlastRadius.Mean;

        Assert.True(famous > 3 * ordinary, $"{famous} against {ordinary}");
    }

    [Fact]
    public void TheDark_NeverShrinksWithMoreDependencies() =>
        Prop.ForAll(Makes.ToArbitrary(), options => AssertNested(
            CascadeSimulation.Run(options, Few).Web,
            CascadeSimulation.Run(options with { Dependencies = options.Dependencies + 0.7 }, Few).Web)).Check(Quickly);

    [Fact]
    public void TheDark_NeverShrinksWhenMoreFails() =>
        Prop.ForAll(Makes.ToArbitrary(), options => AssertNested(
            CascadeSimulation.Run(options with { Failure = Failure.Region }, Few).Web,
            CascadeSimulation.Run(options with { Failure = Failure.Provider }, Few).Web)).Check(Quickly);

    [Fact]
    public void TheDark_NeverGrowsWithMoreOnSeveralClouds() =>
        Prop.ForAll(Makes.ToArbitrary(), options => AssertNested(
            CascadeSimulation.Run(options with { MultiCloud = options.MultiCloud + 0.3, MultiRegion = 0 }, Few).Web,
            CascadeSimulation.Run(options with { MultiRegion = 0 }, Few).Web)).Check(Quickly);

    [Fact]
    public void EveryDarkService_HasACauseOneHopCloserAndOneLayerBelow() =>
        Prop.ForAll(Makes.ToArbitrary(), options =>
        {
            var result = CascadeSimulation.Run(options, Few);
            Assert.Equal(options.Services, result.ByLayer.Sum(layer => layer.Services));
            Assert.All(result.Web.Where(service => service.Hop > 0), service =>
            {
                var cause = result.Web[service.Cause!.Value];
                Assert.Equal((service.Hop - 1, service.Layer - 1), (cause.Hop, cause.Layer));
            });
            Assert.All(result.Web.Where(service => service.IsDegraded), service => Assert.False(service.IsDark));
            Assert.InRange(result.LongestChain.Mean, 0, options.Layers - 1);
        }).Check(Quickly);

    [Fact]
    public void WhatFailsItself_IsWhatHasNoOtherHomeThanTheOneThatFails() =>
        Prop.ForAll(Makes.ToArbitrary(), options =>
        {
            var web = CascadeSimulation.Run(options, Few).Web;
            Assert.All(web.Index(), item =>
            {
                var (service, home) = (item.Item, item.Item.Home);
                bool isAtProvider = home.Provider == (int)options.Provider;
                Assert.Equal(service.Hop == 0, options.Failure switch
                {
                    Failure.Service => item.Index == 0,
                    Failure.Region => isAtProvider && home is { Region: 0, Second: SecondHome.None },
                    _ => isAtProvider && home.Second != SecondHome.OtherProvider,
                });
                Assert.InRange(home.Provider, 0, (int)CloudProvider.Smaller + options.SmallerProviders - 1);
                Assert.InRange(home.Region, 0, options.Regions - 1);
            });
        }).Check(Quickly);

    [Fact]
    public void Homes_AreSpreadByTheShares()
    {
        var options = new CascadeOptions { Services = 10_000 };
        var homes = CascadeSimulation.Run(options, Few).Web.Select(service => service.Home).ToArray();
        double share(Func<ServiceHome, bool> isCounted) => (double)homes.Count(isCounted) / homes.Length;

        Assert.Equal(options.Aws, share(home => home.Provider == 0), 0.02);
        Assert.Equal(options.Azure, share(home => home.Provider == 1), 0.02);
        Assert.Equal(options.Google, share(home => home.Provider == 2), 0.02);
        Assert.Equal(0.01, share(home => home.Provider == 20), 0.005);
        Assert.Equal(60.0 / 137, share(home => home.Region == 0), 0.02); // 1 of 1 + 1/2 + 1/3 + 1/4 + 1/5
        Assert.Equal(options.MultiRegion, share(home => home.Second == SecondHome.OtherRegion), 0.01);
        Assert.Equal(options.MultiCloud, share(home => home.Second == SecondHome.OtherProvider), 0.01);
    }

    [Theory]
    [InlineData(0.5, 0.5, 0.1, 0, 0, "aws = 0.5, azure = 0.5, google = 0.1: not allowed together")]
    [InlineData(0.3, 0.2, 0.1, 0.6, 0.5, "multiRegion = 0.6, multiCloud = 0.5: not allowed together")]
    public void SharesBeyondTheWhole_AreRefused(double aws, double azure, double google, double multiRegion, double multiCloud, string line) =>
        Assert.StartsWith(
            line,
            Assert.Throws<ModelOptionsException>(() => CascadeSimulation.Run(new() { Aws = aws, Azure = azure, Google = google, MultiRegion = multiRegion, MultiCloud = multiCloud })).Message,
            StringComparison.Ordinal);

    private static void AssertNested(IReadOnlyList<WebService> smaller, IReadOnlyList<WebService> larger) =>
        Assert.All(smaller.Zip(larger), pair => Assert.True(!pair.First.IsDark || pair.Second.Hop <= pair.First.Hop));
}
