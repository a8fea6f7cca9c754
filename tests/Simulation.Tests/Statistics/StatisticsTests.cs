using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.Statistics;

public sealed class StatisticsTests
{
    [Fact]
    public void Tally_AgreesWithTheTwoPassFormulas_AlsoFarFromZero()
    {
        double[] values = [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16];
        var tally = new Tally();
        foreach (double value in values)
        {
            tally.Add(value);
        }

        Assert.Equal(4, tally.Count);
        Assert.Equal(1e9 + 10, tally.Mean);
        Assert.Equal(30, tally.Variance, tolerance: 1e-6);
        Assert.True(double.IsNaN(new Tally().Mean));
    }

    [Fact]
    public void TimeWeighted_IsTheAreaOverTheTime_SinceTheRestart()
    {
        var level = new TimeWeighted();
        level.Set(0, 100);
        level.Set(5, 2);
        level.Restart(10);
        level.Set(12, 4);

        Assert.Equal(((2 * 2) + (4 * 2)) / 4.0, level.Mean(14));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.95)]
    [InlineData(0.999)]
    public void QuantileHistogram_IsWithinItsStatedError(double share)
    {
        var histogram = new QuantileHistogram();
        var stream = new RandomStreams(3).Stream("values");
        double[] values = [.. Enumerable.Range(0, 50_000).Select(_ => stream.NextLogNormal(10, 3))];
        foreach (double value in values)
        {
            histogram.Add(value);
        }

        double exact = values.Order().ElementAt((int)Math.Ceiling(share * values.Length) - 1);
        Assert.Equal(exact, histogram.Quantile(share), tolerance: exact / 256);
    }

    [Fact]
    public void QuantileHistogram_CountsZerosAndIgnoresNothing()
    {
        var histogram = new QuantileHistogram();
        foreach (double value in new[] { 0, 0, 0, 1e300 })
        {
            histogram.Add(value);
        }

        Assert.Equal(0, histogram.Quantile(0.75));
        Assert.True(histogram.Quantile(1) > 1e11);
        Assert.True(double.IsNaN(new QuantileHistogram().Quantile(0.5)));
    }

    // R. A. Fisher's table, as printed in any textbook.
    [Theory]
    [InlineData(1, 0.95, 12.706)]
    [InlineData(2, 0.95, 4.303)]
    [InlineData(9, 0.95, 2.262)]
    [InlineData(30, 0.95, 2.042)]
    [InlineData(120, 0.95, 1.980)]
    [InlineData(5, 0.99, 4.032)]
    public void StudentT_AgreesWithTheTable(int degreesOfFreedom, double confidence, double expected) =>
        Assert.Equal(expected, StudentT.TwoSidedQuantile(confidence, degreesOfFreedom), tolerance: 0.0005);

    [Fact]
    public void Estimate_CoversTheTruthNineteenTimesInTwenty()
    {
        const int Experiments = 4000;
        int covered = 0;
        for (int i = 0; i < Experiments; i++)
        {
            var stream = new RandomStreams(5, i).Stream("normal");
            covered += Estimate.Of(Enumerable.Range(0, 10).Select(_ => 7 + stream.NextNormal())).Covers(7) ? 1 : 0;
        }

        // Four standard errors of a share of 0.95 in 4000 trials.
        Assert.Equal(0.95, (double)covered / Experiments, tolerance: 4 * Math.Sqrt(0.95 * 0.05 / Experiments));
    }

    [Fact]
    public void Estimate_OfOneValue_HasNoHalfWidth() => Assert.True(double.IsNaN(Estimate.Of([3]).HalfWidth));
}
