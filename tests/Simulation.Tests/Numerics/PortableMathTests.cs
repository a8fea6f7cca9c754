using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Tests.Numerics;

public sealed class PortableMathTests
{
    private const double RelativeError = 2e-14;
    private const double AbsoluteError = 2e-16;

    [Fact]
    public void Log_AgreesWithTheLibrary_FromTheSmallestToTheLargestNumber()
    {
        for (double exponent = -1074; exponent < 1024; exponent += 0.37)
        {
            double x = Math.Pow(2, exponent);
            AssertClose(Math.Log(x), PortableMath.Log(x));
        }

        for (double x = 0.9; x < 1.1; x += 0.0001)
        {
            AssertClose(Math.Log(x), PortableMath.Log(x));
        }
    }

    [Fact]
    public void Log_OutsideItsDomain_FollowsTheLibrary()
    {
        Assert.Equal(double.NegativeInfinity, PortableMath.Log(0));
        Assert.Equal(double.PositiveInfinity, PortableMath.Log(double.PositiveInfinity));
        Assert.True(double.IsNaN(PortableMath.Log(-1)));
        Assert.True(double.IsNaN(PortableMath.Log(double.NaN)));
    }

    [Fact]
    public void Exp_AgreesWithTheLibrary_AndSaturates()
    {
        for (double x = -700; x < 709; x += 0.731)
        {
            AssertClose(Math.Exp(x), PortableMath.Exp(x));
        }

        Assert.Equal(0, PortableMath.Exp(-800));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(800));
        Assert.True(double.IsNaN(PortableMath.Exp(double.NaN)));
    }

    [Theory]
    [InlineData(2, 10, 1024)]
    [InlineData(9, 0.5, 3)]
    [InlineData(0, 0, 1)]
    [InlineData(0, 2, 0)]
    [InlineData(7, -1, 1.0 / 7)]
    public void Pow_IsAPower(double x, double y, double expected) => AssertClose(expected, PortableMath.Pow(x, y));

    [Fact]
    public void AtanAndSine_AgreeWithTheLibrary()
    {
        for (double x = -20; x < 20; x += 0.0137)
        {
            Assert.Equal(Math.Atan(x), PortableMath.Atan(x), tolerance: 1e-14);
            Assert.Equal(Math.Sin(2 * Math.PI * x), PortableMath.SineOfTurns(x), tolerance: 2e-14);
        }
    }

    // The very bits: a platform on which one of these differs would not reproduce a run.
    [Theory]
    [InlineData(0.1, "C0026BB1BBB55515")]
    [InlineData(0.7, "BFD6D3C324E13F50")]
    [InlineData(123.456, "401343774F3E2362")]
    public void Log_GivesTheSameBitsEverywhere(double x, string bits) =>
        Assert.Equal(bits, BitConverter.DoubleToInt64Bits(PortableMath.Log(x)).ToString("X16"));

    private static void AssertClose(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= (RelativeError * Math.Abs(expected)) + AbsoluteError, $"{expected:R} and {actual:R}");
}
