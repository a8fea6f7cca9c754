using InteractiveArticle.Figures.Market;
using InteractiveArticle.Simulation.Market;

namespace InteractiveArticle.Figures.Tests.Market;

public sealed class MarketFiguresTests
{
    public static TheoryData<MarketOptions> Markets =>
    [
        new MarketOptions(),
        new MarketOptions { Aws = 0, Azure = 0, Google = 0 },
        new MarketOptions { Aws = 0.5, Azure = 0.3, Google = 0.2 },
        new MarketOptions { Aws = 0.1, SmallerProviders = 1 },
    ];

    [Theory]
    [MemberData(nameof(Markets))]
    public void TheBlocks_CoverTheMarketOnce_AndTheirAreaIsTheConcentration(MarketOptions options)
    {
        var result = MarketModel.Run(options);

        var figure = MarketFigures.Blocks(options, result);

        var blocks = figure.Series.Where(series => !series.IsDashed).ToArray();
        Assert.Equal(1, blocks.Sum(block => block.X[2] - block.X[0]), tolerance: 1e-9);

        // The small ones stand side by side at the same height, so that the row's area is theirs together.
        Assert.Equal(result.Hhi / 10_000, blocks.Sum(block => (block.X[2] - block.X[0]) * block.Y[1]), tolerance: 1e-9);
        Assert.Contains(FormattableString.Invariant($"as much as {result.EffectiveProviders:F1} equal blocks"), figure.Finding, StringComparison.Ordinal);
        Assert.All(figure.Series, series => Assert.InRange(series.Y.Max(), 0, figure.Y.Maximum!.Value));
    }

    [Theory]
    [InlineData(0.33, 0.18, "The three large ones have 60 % ")]
    [InlineData(0, 0.18, "The two large ones have 27 % ")]
    [InlineData(0, 0, "The large one has 9 % ")]
    public void TheBlocks_CountTheLargeOnesThatAreThere(double aws, double azure, string words)
    {
        var options = new MarketOptions { Aws = aws, Azure = azure, Google = 0.09 };

        Assert.StartsWith(words, MarketFigures.Blocks(options, MarketModel.Run(options)).Finding, StringComparison.Ordinal);
    }
}
