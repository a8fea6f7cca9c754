using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.Tests.Randomness;

public class RandomStreamsTests
{
    [Fact]
    public void Stream_DoesNotDependOnWhatWasAskedOrDrawnBefore()
    {
        var one = new RandomStreams(1);
        double arrivals = one.Stream("arrivals").NextUniform();
        double services = one.Stream("services").NextUniform();

        var other = new RandomStreams(1);
        var servicesFirst = other.Stream("services");
        Assert.Equal(services, servicesFirst.NextUniform());
        servicesFirst.NextUniform();
        Assert.Equal(arrivals, other.Stream("arrivals").NextUniform());
    }

    [Fact]
    public void Stream_AskedTwice_StartsAgain()
    {
        var streams = new RandomStreams(1, 2);

        Assert.Equal(Words(streams.Stream("a")), Words(streams.Stream("a")));
    }

    [Fact]
    public void EverySeedReplicationSourceAndIndex_HasAStreamOfItsOwn()
    {
        var firsts = from seed in new ulong[] { 0, 1, 2, ulong.MaxValue }
                     from replication in Enumerable.Range(0, 50)
                     from source in new[] { "", "a", "b", "ab", "ba", "arrivals", "services" }
                     from index in Enumerable.Range(0, 20)
                     select new RandomStreams(seed, replication).Stream(source, index).NextBits();

        ulong[] words = [.. firsts];

        Assert.Equal(words.Length, words.Distinct().Count());
    }

    [Fact]
    public void NeighbouringStreams_AreUncorrelated()
    {
        const int Draws = 100_000;
        var streams = new RandomStreams(5);
        var next = new RandomStreams(5, 1);
        (RandomStream, RandomStream)[] pairs =
        [
            (streams.Stream("a"), streams.Stream("b")),
            (streams.Stream("a"), streams.Stream("a", 1)),
            (streams.Stream("a"), next.Stream("a")),
            (streams.Stream("a"), new RandomStreams(6).Stream("a")),
        ];
        foreach (var (x, y) in pairs)
        {
            double sum = 0;
            for (int i = 0; i < Draws; i++)
            {
                sum += (x.NextUniform() - 0.5) * (y.NextUniform() - 0.5);
            }

            double correlation = 12 * sum / Draws;
            Assert.InRange(correlation, -4 / Math.Sqrt(Draws), 4 / Math.Sqrt(Draws));
        }
    }

    [Fact]
    public void Stream_WithoutASource_IsRefused() => Assert.Throws<ArgumentNullException>(() => new RandomStreams(1).Stream(null!));

    private static ulong[] Words(RandomStream stream) => [.. Enumerable.Range(0, 10).Select(_ => stream.NextBits())];
}
