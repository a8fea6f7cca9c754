using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.Statistics;

public class TallyTests
{
    [Fact]
    public void WithoutObservations_NothingIsKnown()
    {
        var tally = new Tally();

        Assert.Equal(0, tally.Count);
        Assert.Equal(double.NaN, tally.Mean);
        Assert.Equal(double.NaN, tally.Variance);
        Assert.Equal(double.NaN, tally.StandardDeviation);
    }

    [Fact]
    public void OneObservation_HasAMeanAndNoVariance()
    {
        var tally = new Tally();
        tally.Add(-3);

        Assert.Equal((1, -3), (tally.Count, tally.Mean));
        Assert.Equal(double.NaN, tally.Variance);
    }

    // The last offset is where the naive sum of squares has lost every digit.
    [Theory]
    [InlineData(0)]
    [InlineData(-1000)]
    [InlineData(1e9)]
    public void MeanAndVariance_AgreeWithTwoPasses(double offset)
    {
        var random = new Random(1);
        double[] values = [.. Enumerable.Range(0, 10_000).Select(_ => random.NextDouble())];
        double mean = values.Average();
        double variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);

        var tally = new Tally();
        foreach (double value in values)
        {
            tally.Add(offset + value);
        }

        Assert.Equal(values.Length, tally.Count);
        Assert.Equal(offset + mean, tally.Mean, 1e-12 + (1e-14 * Math.Abs(offset)));
        Assert.Equal(variance, tally.Variance, 1e-6);
        Assert.Equal(Math.Sqrt(variance), tally.StandardDeviation, 1e-6);
    }
}
