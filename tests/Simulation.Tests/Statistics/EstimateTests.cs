using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.Statistics;

public class EstimateTests
{
    [Fact]
    public void Of_AFewValues_GivesTheTextbookInterval()
    {
        var estimate = Estimate.Of([1, 2, 3, 4, 5]);

        // t(0.95, 4) = 2.776, s = √2.5.
        Assert.Equal(3, estimate.Mean, 1e-12);
        Assert.Equal(2.7764 * Math.Sqrt(2.5 / 5), estimate.HalfWidth, 1e-3);
        Assert.True(estimate.Covers(4.9));
        Assert.False(estimate.Covers(5));
    }

    [Fact]
    public void Of_OneValue_HasNoInterval()
    {
        var estimate = Estimate.Of([7]);

        Assert.Equal(7, estimate.Mean);
        Assert.Equal(double.NaN, estimate.HalfWidth);
        Assert.False(estimate.Covers(7));
    }

    [Fact]
    public void Of_ReplicationsWithoutTheQuantity_LeavesThemOut()
    {
        Assert.Equal(Estimate.Of([1, 2, 4]), Estimate.Of([1, double.NaN, 2, double.NaN, 4]));
        Assert.Equal(double.NaN, Estimate.Of([double.NaN]).Mean);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(20)]
    public void Of_NormalValues_CoversTheirMeanInNinetyFiveOfAHundred(int values)
    {
        const int Experiments = 4000;
        var stream = new RandomStreams(11).Stream("normal", values);
        int covered = 0;
        for (int i = 0; i < Experiments; i++)
        {
            double[] sample = [.. Enumerable.Range(0, values).Select(_ => 10 + (3 * stream.NextNormal()))];
            covered += Estimate.Of(sample).Covers(10) ? 1 : 0;
        }

        double standardError = Math.Sqrt(0.95 * 0.05 / Experiments);
        Assert.InRange((double)covered / Experiments, 0.95 - (4 * standardError), 0.95 + (4 * standardError));
    }
}
