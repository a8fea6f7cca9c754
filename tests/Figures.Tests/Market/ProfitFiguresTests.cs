using InteractiveArticle.Figures.Market;
using InteractiveArticle.Simulation.Market;

namespace InteractiveArticle.Figures.Tests.Market;

public sealed class ProfitFiguresTests
{
    [Fact]
    public void TheSecondQuarterOf2020_IsTheColumnsPair()
    {
        var split = ProfitSplit.SecondQuarterOf2020;

        Assert.Equal(0.88, 1 - split.CloudSales, tolerance: 0.005);
        Assert.Equal(0.42, 1 - split.CloudShareOfProfit!.Value, tolerance: 0.0075);
        Assert.Contains("cloud is 12 % of the sales and 57 % of the operating profit", ProfitFigures.Split(split).Finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0.3, 0.03, 0)]
    [InlineData(1, 0.3, 0.03, 1)]
    [InlineData(0.5, 0.1, 0.1, 0.5)]
    [InlineData(0.2, 0.5, 0, 1)]
    public void TheCloudsShare_FollowsFromTwoMargins(double cloudSales, double cloudMargin, double shopMargin, double share) =>
        Assert.Equal(share, new ProfitSplit(cloudSales, cloudMargin, shopMargin).CloudShareOfProfit!.Value, tolerance: 1e-12);

    [Fact]
    public void AtTheEvenMargin_BothEarnTheSame()
    {
        var split = new ProfitSplit(0.12, 0.3, 0.03);
        var even = split with { ShopMargin = split.EvenShopMargin!.Value };

        Assert.Equal(0.5, even.CloudShareOfProfit!.Value, tolerance: 1e-12);
    }

    [Theory]
    [InlineData(0.12, 0.31, 0, 0, "everything else", "no profit")]
    [InlineData(0.12, 0, 0.03, 1, "cloud", "no profit")]
    [InlineData(0.12, 0, -0.01, 1, "cloud", "no profit")]
    public void ABusinessThatNeitherEarnsNorLoses_IsToldSo_AndItsNameStandsOnABar(double cloudSales, double cloudMargin, double shopMargin, int business, string name, string words)
    {
        var figure = ProfitFigures.Split(new ProfitSplit(cloudSales, cloudMargin, shopMargin));
        var series = figure.Series[business];
        int empty = series.Y.Count - 1;

        Assert.Equal(name, series.Name);
        Assert.Equal(0, series.Y[empty]);
        Assert.Equal(words, figure.X.Read(series.X[empty]));
        Assert.NotEqual(series.X[empty], series.NameAt);
    }

    [Theory]
    [InlineData(0.12, -0.1, 0.03, "profit: 100 %", "loss: 45 %")]
    [InlineData(0.12, -0.1, 0.001, "profit: 7 %", "loss: 100 %")]
    [InlineData(0.12, 0.3, -0.02, "loss: 49 %", "profit: 100 %")]
    [InlineData(0.12, -0.1, -0.01, "loss: 73 %", "loss: 100 %")]
    [InlineData(0.99, 0.6, -0.01, "loss: under 1 %", "profit: 100 %")]
    public void ALoss_HangsBelowTheLine_BesideTheSharesOfTheSales(double cloudSales, double cloudMargin, double shopMargin, string shop, string cloud)
    {
        var split = new ProfitSplit(cloudSales, cloudMargin, shopMargin);
        var figure = ProfitFigures.Split(split);
        double larger = Math.Max(Math.Abs(split.ShopProfit), Math.Abs(split.CloudProfit));

        Assert.Equal((double[])[1 - cloudSales, cloudSales], figure.Series.Select(series => series.Y[0]));
        Assert.Equal(split.ShopProfit / larger, figure.Series[0].Y[1], tolerance: 1e-12);
        Assert.Equal(split.CloudProfit / larger, figure.Series[1].Y[1], tolerance: 1e-12);
        Assert.Equal([shop, cloud], figure.Series.Select(series => figure.X.Read(series.X[1])));
    }

    [Theory]
    [InlineData(0.12, 0.31, 0, "everything else is 88 % of the sales and neither earns nor loses anything")]
    [InlineData(0.12, 0, 0.03, "The cloud is 12 % of the sales and neither earns nor loses anything")]
    [InlineData(0.12, 0.3, -0.2, "no profit to share")]
    [InlineData(0.12, 0.3, -0.02, "pays for what the rest loses")]
    [InlineData(0.12, 0.31, -0.042, "pays for what the rest loses")]
    [InlineData(0.12, -0.1, 0.03, "loses money")]
    [InlineData(0.12, 0, 0, "no profit to share")]
    [InlineData(0, 0.3, 0.05, "0 % of the operating profit")]
    [InlineData(1, 0.3, 0.05, "100 % of the operating profit")]
    [InlineData(0.5, -0.9, 0.1, "no profit to share")]
    public void TheFigure_AtTheEnds_SaysWhatIsSo_AndCanBeRead(double cloudSales, double cloudMargin, double shopMargin, string words)
    {
        const int MostTicks = 10;
        var figure = ProfitFigures.Split(new ProfitSplit(cloudSales, cloudMargin, shopMargin));

        Assert.Contains(words, figure.Finding, StringComparison.Ordinal);
        Assert.InRange(figure.Y.Ticks.Count, 2, MostTicks);
        Assert.All(figure.Series, series =>
        {
            Assert.NotEmpty(series.X);
            Assert.All(series.Y, value => Assert.InRange(value, figure.Y.Minimum!.Value, figure.Y.Maximum!.Value));

            // Every bar has its words, in the chart and in the table of its data.
            Assert.All(series.X, place => Assert.Contains(figure.X.Ticks, tick => tick.At == place));
        });
    }
}
