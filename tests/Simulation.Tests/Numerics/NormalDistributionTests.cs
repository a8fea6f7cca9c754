using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Tests.Numerics;

public sealed class NormalDistributionTests
{
    // To 16 digits, from arithmetic with 50 digits.
    [Theory]
    [InlineData(-37, 5.725571222524576e-300)]
    [InlineData(-10, 7.619853024160526e-24)]
    [InlineData(-3.0000001, 1.3498975884453205e-03)]
    [InlineData(-2.9999999, 1.3498984748150015e-03)]
    [InlineData(-1.959963984540054, 0.025)]
    [InlineData(-0.001, 0.4996010577860889)]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.8413447460685429)]
    [InlineData(5, 0.9999997133484281)]
    public void Cdf_HasItsStatedError(double x, double expected) =>
        Assert.InRange(NormalDistribution.Cdf(x) / expected, 1 - 1e-13, 1 + 1e-13);

    [Theory]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.99, 2.3263478740408408)]
    [InlineData(0.5, 0)]
    [InlineData(1e-10, -6.361340902404056)]
    [InlineData(1e-300, -37.0471)]
    public void Quantile_HasItsTextbookValue(double probability, double expected) =>
        Assert.Equal(expected, NormalDistribution.Quantile(probability), tolerance: probability < 1e-100 ? 1e-4 : 1e-12);

    [Fact]
    public void Quantile_IsTheInverseOfCdf()
    {
        for (double x = -36; x <= 5; x += 0.01)
        {
            Assert.Equal(x, NormalDistribution.Quantile(NormalDistribution.Cdf(x)), tolerance: x > 3 ? 1e-9 : 1e-11);
        }
    }

    [Fact]
    public void Cdf_NeverDecreases()
    {
        double before = 0;
        for (double x = -38; x <= 9; x += 0.0005)
        {
            double now = NormalDistribution.Cdf(x);
            Assert.True(now >= before, $"at {x}");
            before = now;
        }
    }

    [Fact]
    public void Quantile_OfNoProbabilityAtAll()
    {
        Assert.Equal(double.NegativeInfinity, NormalDistribution.Quantile(0));
        Assert.Equal(double.PositiveInfinity, NormalDistribution.Quantile(1));
        Assert.Equal(double.NaN, NormalDistribution.Quantile(-0.1));
        Assert.Equal(double.NaN, NormalDistribution.Quantile(1.1));
        Assert.Equal(double.NaN, NormalDistribution.Quantile(double.NaN));
    }
}
