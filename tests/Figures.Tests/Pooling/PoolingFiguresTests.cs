using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Figures.Pooling;
using InteractiveArticle.Simulation.Pooling;

namespace InteractiveArticle.Figures.Tests.Pooling;

public sealed class PoolingFiguresTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 0.5)]
    [InlineData(7, 0)]
    [InlineData(200, 0.2)]
    [InlineData(200, 1)]
    public void Law_AtEverySetting_HasTheoryBesideSimulation(int customers, double correlation)
    {
        var options = new PoolingOptions { Customers = customers, Correlation = correlation, Hours = 200 };
        var present = PoolingSimulation.Run(options, new() { Replications = 4 });

        var figure = PoolingFigures.Law(present, options);

        Assert.Equal(correlation > 0 ? 4 : 3, figure.Series.Count);
        Assert.All(figure.Series, series => Assert.All(series.Y, value => Assert.True(double.IsFinite(value))));
        Assert.Contains(figure.Series, series => series.IsDashed && series.Color == ColorRole.Reference);
        Assert.Equal(customers == 1 || correlation == 1, figure.Finding.Contains("nothing is saved", StringComparison.Ordinal));
        Assert.Equal(1, figure.X.Ticks[0].At);
    }
}
