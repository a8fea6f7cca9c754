using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Tests.Numerics;

public class PortableMathTests
{
    [Fact]
    public void Log_OverTheWholeRange_IsWithinItsStatedError()
    {
        // Exponents of ten from the smallest subnormal to the largest number.
        for (int i = 0; i <= 200_000; i++)
        {
            double x = Math.Pow(10, -323.3 + (631.5 * i / 200_000));
            AssertClose(Math.Log(x), PortableMath.Log(x), x);
        }
    }

    [Fact]
    public void Log_AroundOne_KeepsItsRelativeError()
    {
        for (int i = -50_000; i <= 50_000; i++)
        {
            double x = 1 + (i / 100_000.0);
            AssertClose(Math.Log(x), PortableMath.Log(x), x);
        }

        for (int power = 7; power <= 52; power++)
        {
            double d = Math.ScaleB(1, -power);
            foreach (double x in (double[])[1 + d, 1 - d])
            {
                double expected = Math.Log(x);
                Assert.True(Math.Abs(PortableMath.Log(x) - expected) <= 1e-15 * Math.Abs(expected), $"ln {x:R}");
            }
        }
    }

    [Fact]
    public void Log_OfSpecialValues()
    {
        Assert.Equal(0, PortableMath.Log(1));
        Assert.Equal(double.NegativeInfinity, PortableMath.Log(0));
        Assert.Equal(double.NegativeInfinity, PortableMath.Log(-0.0));
        Assert.Equal(double.PositiveInfinity, PortableMath.Log(double.PositiveInfinity));
        Assert.Equal(double.NaN, PortableMath.Log(-1));
        Assert.Equal(double.NaN, PortableMath.Log(double.NegativeInfinity));
        Assert.Equal(double.NaN, PortableMath.Log(double.NaN));
        AssertClose(Math.Log(double.Epsilon), PortableMath.Log(double.Epsilon), double.Epsilon);
        AssertClose(Math.Log(double.MaxValue), PortableMath.Log(double.MaxValue), double.MaxValue);
        AssertClose(Math.Log(2.2250738585072014e-308), PortableMath.Log(2.2250738585072014e-308), 2.2250738585072014e-308);
    }

    [Fact]
    public void Log_NeverDecreases()
    {
        // A cell border of the table must not turn the order of two variates around by more than rounding.
        double before = double.NegativeInfinity;
        for (int i = 1; i <= 400_000; i++)
        {
            double now = PortableMath.Log(i / 100_000.0);
            Assert.True(now > before, $"ln {i / 100_000.0}");
            before = now;
        }
    }

    [Fact]
    public void Exp_OverTheWholeRange_IsWithinItsStatedError()
    {
        for (int i = 0; i <= 200_000; i++)
        {
            double x = -746 + (1455.78 * i / 200_000);
            AssertClose(Math.Exp(x), PortableMath.Exp(x), x);
        }
    }

    [Fact]
    public void Exp_OfSpecialValues()
    {
        Assert.Equal(1, PortableMath.Exp(0));
        Assert.Equal(0, PortableMath.Exp(double.NegativeInfinity));
        Assert.Equal(0, PortableMath.Exp(-746));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(double.PositiveInfinity));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(710));
        Assert.Equal(double.NaN, PortableMath.Exp(double.NaN));
        Assert.True(double.IsFinite(PortableMath.Exp(709.782712893384)));
        Assert.True(PortableMath.Exp(-744) > 0);
    }

    [Theory]
    [InlineData(2, 10, 1024)]
    [InlineData(0, 0, 1)]
    [InlineData(0, 2, 0)]
    [InlineData(0, -1, double.PositiveInfinity)]
    [InlineData(5, 0, 1)]
    [InlineData(-8, 2, double.NaN)]
    public void Pow_OfSimpleValues(double x, double y, double expected) => AssertClose(expected, PortableMath.Pow(x, y), x);

    [Fact]
    public void Pow_OverAGrid_LosesOnlyWhatTheExponentMagnifies()
    {
        for (double x = 0.01; x < 50; x *= 1.07)
        {
            for (double y = -20; y <= 20; y += 0.37)
            {
                double expected = Math.Pow(x, y);
                double allowed = 1e-15 * (1 + Math.Abs(y * Math.Log(x)));
                Assert.True(Math.Abs((PortableMath.Pow(x, y) / expected) - 1) <= allowed, $"{x} ^ {y}");
            }
        }
    }

    [Fact]
    public void Atan_FromTinyToEndless_IsWithinItsStatedError()
    {
        for (int i = 0; i <= 100_000; i++)
        {
            double x = Math.Pow(10, -20 + (330 * i / 100_000.0));
            AssertClose(Math.Atan(x), PortableMath.Atan(x), x);
            AssertClose(-Math.Atan(x), PortableMath.Atan(-x), -x);
        }

        AssertClose(Math.PI / 2, PortableMath.Atan(double.PositiveInfinity), double.PositiveInfinity);
        AssertClose(-Math.PI / 2, PortableMath.Atan(double.NegativeInfinity), double.NegativeInfinity);
        Assert.Equal(0, PortableMath.Atan(0));
        Assert.Equal(double.NaN, PortableMath.Atan(double.NaN));
    }

    [Fact]
    public void SineOfTurns_OverManyTurns_AgreesWithTheSine()
    {
        for (int i = -100_000; i <= 100_000; i++)
        {
            double turns = i / 8192.0;
            double angle = 2 * Math.PI * (turns - Math.Round(turns));
            Assert.Equal(Math.Sin(angle), PortableMath.SineOfTurns(turns), 1e-15);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.25, 1)]
    [InlineData(0.5, 0)]
    [InlineData(0.75, -1)]
    [InlineData(-0.25, -1)]
    [InlineData(1e9 + 0.25, 1)]
    public void SineOfTurns_AtQuarters_IsExactAfterAnyNumberOfTurns(double turns, double expected) =>
        Assert.Equal(expected, PortableMath.SineOfTurns(turns), 1e-15);

    private static void AssertClose(double expected, double actual, double at)
    {
        bool close = expected.Equals(actual) || Math.Abs(actual - expected) <= Math.Max(1e-15 * Math.Abs(expected), double.Epsilon);
        Assert.True(close, $"at {at:R}: {actual:R} instead of {expected:R}");
    }
}
