using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Tests.Numerics;

public sealed class GammaFunctionTests
{
    [Fact]
    public void OfAWholeNumber_IsTheFactorialBeforeIt()
    {
        double factorial = 1;
        for (int n = 1; n <= 170; n++)
        {
            Assert.Equal(1, GammaFunction.Of(n) / factorial, tolerance: 1e-12);
            factorial *= n;
        }
    }

    [Theory]
    [InlineData(0.5, 1.7724538509055160)]
    [InlineData(1.5, 0.88622692545275801)]
    [InlineData(2.5, 1.3293403881791370)]
    [InlineData(0.01, 99.432585119150603)]
    public void OfAFraction_IsTheTabulatedValue(double x, double value) => Assert.Equal(1, GammaFunction.Of(x) / value, tolerance: 1e-12);

    [Theory]
    [InlineData(0)]
    [InlineData(171)]
    [InlineData(double.NaN)]
    public void BeyondItsRange_Refuses(double x) => Assert.Throws<ArgumentOutOfRangeException>(() => GammaFunction.Of(x));
}
