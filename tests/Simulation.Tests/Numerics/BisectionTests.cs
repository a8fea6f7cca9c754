using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Tests.Numerics;

public sealed class BisectionTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.01, 0.05)]
    [InlineData(1.38, 1.4)]
    [InlineData(2.97, 3)]
    public void TheLeast_IsTheFirstStepThatIsEnough(double needed, double least) =>
        Assert.Equal(least, Bisection.Least(3, 0.05, value => value >= needed)!.Value, tolerance: 1e-12);

    [Fact]
    public void WhereNothingIsEnough_ThereIsNoLeast() => Assert.Null(Bisection.Least(3, 0.05, value => value >= 3.01));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 1)]
    [InlineData(7, 2)]
    [InlineData(8, 3)]
    public void TheFirst_IsTheOneFromWhichOnAllAreEnough(int needed, int first) =>
        Assert.Equal(first, Bisection.First(3, n => new[] { 1, 3, 7 }[n] >= needed));

    [Fact]
    public void AHundredSteps_NeedSevenTries()
    {
        int tries = 0;
        Bisection.Least(100, 1, value =>
        {
            tries++;
            return value >= 60;
        });

        Assert.InRange(tries, 1, 7);
    }
}
