using InteractiveArticle.Figures.Bill;

namespace InteractiveArticle.Figures.Tests.Bill;

public sealed class WholePercentsTests
{
    [Theory]
    [InlineData(new double[] { 1, 1, 1 }, new[] { 0.34, 0.33, 0.33 })]
    [InlineData(new double[] { 1657, 4600, 2616, 7391 }, new[] { 0.1, 0.28, 0.16, 0.46 })]
    [InlineData(new double[] { 29, 71 }, new[] { 0.29, 0.71 })]
    [InlineData(new double[] { 0, 5 }, new[] { 0.0, 1.0 })]
    public void Parts_MakeAHundred(double[] parts, double[] shares) => Assert.Equal(shares, WholePercents.Of(parts));
}
