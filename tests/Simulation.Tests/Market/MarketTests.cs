using InteractiveArticle.Simulation.Market;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Tests.Market;

public sealed class MarketTests
{
    [Fact]
    public void Monopoly_HasTenThousandPoints_AndOneProvider()
    {
        var result = MarketModel.Run(new() { Aws = 1, Azure = 0, Google = 0 });

        Assert.Equal((10_000, 1, 1), (result.Hhi, result.EffectiveProviders, result.LargeShare));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    public void EqualProviders_CountAsThemselves(int providers)
    {
        var result = MarketModel.Run(new() { Aws = 0, Azure = 0, Google = 0, SmallerProviders = providers });

        Assert.Equal(providers, result.EffectiveProviders, tolerance: 1e-9 * providers);
        Assert.Equal(10_000.0 / providers, result.Hhi, tolerance: 1e-9);
    }

    [Fact]
    public void TheMarketOf2020_HasThePointsThatArithmeticGives() =>
        Assert.Equal((33 * 33) + (18 * 18) + (9 * 9) + (40 * 1), MarketModel.Run(new()).Hhi, tolerance: 1e-9);

    [Theory]
    [InlineData(0.7, 0.2, 0.1)]
    [InlineData(0.1, 0.2, 0.7)]
    [InlineData(0.6, 0.3, 0.1)]
    [InlineData(0.8, 0.15, 0.05)]
    public void SharesThatAddUpToTheWhole_LeaveNothingToTheRest_WhateverTheirLastBitSays(double aws, double azure, double google)
    {
        var result = MarketModel.Run(new() { Aws = aws, Azure = azure, Google = google });

        Assert.Equal(1, result.LargeShare, tolerance: 1e-12);
        Assert.Equal(10_000 * ((aws * aws) + (azure * azure) + (google * google)), result.Hhi, tolerance: 1e-8);
    }

    [Fact]
    public void SharesAboveTheWhole_AreRefused() =>
        Assert.Contains("add up to 1", Assert.Throws<ModelOptionsException>(() => MarketModel.Run(new() { Aws = 0.9 })).Message, StringComparison.Ordinal);
}
