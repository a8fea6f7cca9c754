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
        Assert.Equal(Estimate.Of([1, 2, 4]) with { LeftOut = 2 }, Estimate.Of([1, double.NaN, 2, double.NaN, 4]));
        Assert.Equal(double.NaN, Estimate.Of([double.NaN]).Mean);
    }

    [Fact]
    public void OfShares_ThatDiffer_IsTheTextbookInterval() => Assert.Equal(Estimate.Of([0, 0.1, double.NaN, 0.3]), Estimate.OfShares([0, double.NaN, 0.1, 0.3], looksEach: 50));

    [Theory]
    [InlineData(0, 1, 4)]
    [InlineData(0, 0.2, 4)]
    [InlineData(0, 25, 100)]
    [InlineData(1, 25, 100)]
    public void OfShares_ThatAgreeOnNeverOrAlways_IsWilsons(double share, double looksEach, int looks)
    {
        var estimate = Estimate.OfShares([share, share, double.NaN, share, share], looksEach);

        Assert.Equal(Estimate.OfShare((long)share * looks, looks) with { LeftOut = 1 }, estimate);
    }

    [Fact]
    public void OfShares_OfNothing_IsNoNumber() => Assert.Equal(double.NaN, Estimate.OfShares([double.NaN], looksEach: 5).Mean);

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

    [Theory]
    [InlineData(0, 4, 0, 0.490)]
    [InlineData(1, 5, 0.2, 0.424)]
    [InlineData(10, 20, 0.5, 0.201)]
    [InlineData(40, 40, 1, 0.088)]
    public void OfShare_OfAFewTrials_ReachesToTheFartherEndOfWilsonsInterval(int successes, int trials, double share, double reach)
    {
        var estimate = Estimate.OfShare(successes, trials);

        Assert.Equal(share, estimate.Mean);
        Assert.Equal(reach, estimate.HalfWidth, 1e-3);
    }

    [Fact]
    public void OfShare_IsNeverSure_AndCoversAtLeastNinetyFourOfAHundred()
    {
        Assert.All(Enumerable.Range(0, 11), successes => Assert.True(Estimate.OfShare(successes, 10).HalfWidth > 0));
        Assert.All(new[] { 0.05, 0.2, 0.5, 0.97 }, truth =>
        {
            const int Trials = 40;
            double[] covering = [.. Enumerable.Range(0, Trials + 1).Select(k => Estimate.OfShare(k, Trials).Covers(truth) ? Binomial.Probability(Trials, k, truth) : 0)];
            Assert.InRange(covering.Sum(), 0.94, 1);
        });
    }

    [Fact]
    public void OfShare_OfCountsThatCannotBe_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Estimate.OfShare(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Estimate.OfShare(-1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Estimate.OfShare(4, 3));
    }

    [Fact]
    public void Pooled_StandsAtThePooledValue_AndIsAsWideAsTheDeviationsFromIt()
    {
        var estimate = Estimate.Pooled(4, [1, 2, 3, double.NaN, 4, 5]);

        // The squared deviations from 4 are 9, 4, 1, 0 and 1.
        Assert.Equal(4, estimate.Mean);
        Assert.Equal(2.7764 * Math.Sqrt(15.0 / 4 / 5), estimate.HalfWidth, 1e-3);
        Assert.Equal(double.NaN, Estimate.Pooled(4, [4]).HalfWidth);
    }
}
