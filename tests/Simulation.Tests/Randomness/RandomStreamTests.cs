using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.Randomness;

public sealed class RandomStreamTests
{
    private const int Draws = 200_000;

    public static TheoryData<string, Func<RandomStream, double>, double, double> Moments => new()
    {
        { "uniform", stream => stream.NextUniform(), 0.5, Math.Sqrt(1.0 / 12) },
        { "uniform between", stream => stream.NextUniform(2, 4), 3, 2 * Math.Sqrt(1.0 / 12) },
        { "index", stream => stream.NextIndex(5), 2, Math.Sqrt(2) },
        { "Bernoulli", stream => stream.NextBernoulli(0.3) ? 1 : 0, 0.3, Math.Sqrt(0.21) },
        { "exponential", stream => stream.NextExponential(3), 3, 3 },
        { "normal", stream => stream.NextNormal(), 0, 1 },
        { "log-normal", stream => stream.NextLogNormal(2, 0.5), 2, 1 },
        { "Weibull, shape 2", stream => stream.NextWeibull(1, 2), Math.Sqrt(Math.PI) / 2, Math.Sqrt(1 - (Math.PI / 4)) },
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public void Mean_IsWithinFourStandardErrors(string name, Func<RandomStream, double> draw, double mean, double standardDeviation)
    {
        var tally = new Tally();
        var stream = new RandomStreams(7).Stream(name);
        for (int i = 0; i < Draws; i++)
        {
            tally.Add(draw(stream));
        }

        Assert.Equal(mean, tally.Mean, tolerance: 4 * standardDeviation / Math.Sqrt(Draws));
        Assert.Equal(standardDeviation, tally.StandardDeviation, tolerance: 0.02 * standardDeviation);
    }

    [Fact]
    public void Exponential_FollowsItsDistribution()
    {
        var stream = new RandomStreams(11).Stream("shape");
        double[] sample = [.. Enumerable.Range(0, Draws).Select(_ => stream.NextExponential(1)).Order()];

        // Kolmogorov and Smirnov: above 1.95 / √n once in a thousand samples.
        double distance = sample.Select((x, rank) => Math.Abs((rank + 0.5) / Draws - (1 - Math.Exp(-x)))).Max();
        Assert.True(distance < 1.95 / Math.Sqrt(Draws), $"distance {distance}");
    }

    [Fact]
    public void Streams_DependOnSeedReplicationNameAndIndex_AndOnNothingElse()
    {
        ulong First(ulong seed, int replication, string name, int index) => new RandomStreams(seed, replication).Stream(name, index).NextBits();
        var streams = new RandomStreams(1);
        streams.Stream("other").NextBits();

        Assert.Equal(First(1, 0, "arrivals", 0), streams.Stream("arrivals").NextBits());
        ulong[] different =
        [
            First(1, 0, "arrivals", 0), First(2, 0, "arrivals", 0), First(1, 1, "arrivals", 0), First(1, 0, "services", 0), First(1, 0, "arrivals", 1),
        ];
        Assert.Equal(different.Length, different.Distinct().Count());
    }

    [Fact]
    public void Streams_OfDifferentReplications_AreUncorrelated()
    {
        var first = new RandomStreams(1, 0).Stream("arrivals");
        var second = new RandomStreams(1, 1).Stream("arrivals");
        double correlation = Enumerable.Range(0, Draws).Average(_ => 12 * (first.NextUniform() - 0.5) * (second.NextUniform() - 0.5));

        Assert.Equal(0, correlation, tolerance: 4 / Math.Sqrt(Draws));
    }

    [Fact]
    public void FirstBits_AreTheSameEverywhere() =>
        Assert.Equal("7919E111748C63B5", new RandomStreams(20170228).Stream("arrivals").NextBits().ToString("X16"));
}
