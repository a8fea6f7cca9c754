using InteractiveArticle.Simulation.Cascade;

namespace InteractiveArticle.Simulation.Tests.Cascade;

public sealed class SuccessiveSamplingTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(5, 3)]
    [InlineData(5, 20)]
    [InlineData(33, 3)]
    [InlineData(500, 8)]
    [InlineData(5000, 0.01)]
    public void OfEqualItems_EachIsDrawnAsOftenAsTheOthers(int items, double meanDraws)
    {
        double probability = Math.Exp(-meanDraws);
        double drawn = 0;
        double fewer = 0;
        for (int count = 0; count < items; count++)
        {
            drawn += count * probability;
            fewer += probability;
            probability *= meanDraws / (count + 1);
        }

        drawn += items * (1 - fewer);
        Assert.Equal(drawn / items, SuccessiveSampling.InclusionOfTheHeaviest([.. Enumerable.Repeat(2.5, items)], meanDraws), tolerance: 1e-6);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(3)]
    [InlineData(20)]
    public void OfThreeItems_ItIsTheSumOverAllOrders(double meanDraws)
    {
        const double A = 5;
        const double B = 2;
        const double C = 1;
        double none = Math.Exp(-meanDraws);
        double one = none * meanDraws;
        double two = one * meanDraws / 2;
        double inTwo = (A / 8) + (B / 8 * A / (A + C)) + (C / 8 * A / (A + B));

        Assert.Equal((one * A / 8) + (two * inTwo) + (1 - none - one - two), SuccessiveSampling.InclusionOfTheHeaviest([A, B, C], meanDraws), tolerance: 1e-6);
    }

    [Fact]
    public void WithoutDraws_NothingIsDrawn() =>
        Assert.Equal(0, SuccessiveSampling.InclusionOfTheHeaviest([3, 2, 1], 0));
}
