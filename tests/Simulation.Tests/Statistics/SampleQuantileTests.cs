using InteractiveArticle.Simulation.Numerics;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.Statistics;

public sealed class SampleQuantileTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 3)]
    [InlineData(1, 5)]
    public void Of_FiveObservations(double share, double expected) =>
        Assert.Equal(expected, SampleQuantile.Of([1, 2, 3, 4, 5], share), tolerance: 1e-12);

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void Of_OneObservation_IsThatOne(double share) => Assert.Equal(7, SampleQuantile.Of([7], share));

    // The plain empirical quantile of so few observations is off by many standard errors.
    [Theory]
    [InlineData(0.9)]
    [InlineData(0.95)]
    public void Of_NormalObservations_IsUnbiased(double share)
    {
        var estimate = Estimate.Of(Enumerable.Range(0, 4000).Select(sample =>
        {
            var stream = new RandomStreams(3, sample).Stream("sample");
            double[] sorted = [.. Enumerable.Range(0, 100).Select(_ => stream.NextNormal()).Order()];
            return SampleQuantile.Of(sorted, share);
        }));

        Assert.InRange(NormalDistribution.Quantile(share), estimate.Mean - (2 * estimate.HalfWidth), estimate.Mean + (2 * estimate.HalfWidth));
    }
}
