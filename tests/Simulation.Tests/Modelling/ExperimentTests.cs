using System.Collections.Concurrent;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.Tests.Modelling;

public class ExperimentTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public void Replicate_OnAllCores_EqualsOneAfterTheOther(int replications)
    {
        double[] expected = [.. Enumerable.Range(0, replications).Select(i => Walk(new RandomStreams(5, i)))];

        var actual = new Experiment { Seed = 5, Replications = replications }.Replicate(3, Walk);

        Assert.Equal(expected, actual);
        Assert.Equal(replications, actual.Distinct().Count());
    }

    [Fact]
    public void Replicate_WhenTheExperimentDoesNotSay_RunsTheUsualNumber() =>
        Assert.Equal(7, new Experiment().Replicate(7, Walk).Count);

    [Theory]
    [InlineData(-1)]
    [InlineData(10_001)]
    public void Replicate_WithANumberOutOfRange_IsRefused(int replications)
    {
        var refusal = Assert.Throws<ModelOptionsException>(() => new Experiment { Replications = replications }.Replicate(1, Walk));

        Assert.StartsWith($"replications = {replications}: not allowed", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void Replicate_KeepingAPart_HasTheFirstWhole_AndThePartsInOrder(int replications)
    {
        double[] expected = [.. Enumerable.Range(0, replications).Select(i => Walk(new RandomStreams(5, i)))];

        var (first, kept) = new Experiment { Seed = 5, Replications = replications }.Replicate(3, Walk, walk => -walk);

        Assert.Equal(expected[0], first);
        Assert.Equal(expected.Select(walk => -walk), kept);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void Replicate_KeepingAPart_ForgetsTheRest(int replications)
    {
        var all = new ConcurrentBag<WeakReference>();

        var (first, kept) = new Experiment { Replications = replications }.Replicate(3, (_, _) => new double[1000], run =>
        {
            all.Add(new(run));
            return run.Length;
        });
        GC.Collect();

        Assert.Equal(replications, kept.Count);
        Assert.Same(first, Assert.Single(all, run => run.IsAlive).Target);
    }

    [Fact]
    public void Replicate_ReportsEveryFinishedReplication()
    {
        var progress = new RecordedProgress();

        new Experiment { Replications = 8, Progress = progress }.Replicate(1, Walk);

        Assert.Equal(Enumerable.Range(1, 8).Select(i => i / 8.0), progress.Shares.Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public void Replicate_CancelledOnTheWay_StopsEarly(int replications)
    {
        using var source = new CancellationTokenSource();
        var experiment = new Experiment { Replications = replications, Cancellation = source.Token };
        int started = 0;

        Assert.ThrowsAny<OperationCanceledException>(() => experiment.Replicate(1, (_, _) =>
        {
            Interlocked.Increment(ref started);
            source.Cancel();
            source.Token.ThrowIfCancellationRequested();
            return 0;
        }));

        // Each thread may be past the check when another one cancels, and a pool has some threads more than cores.
        Assert.InRange(started, 1, Math.Min(replications, 100));
    }

    [Theory]
    [InlineData(100, 7)]
    [InlineData(100, 99)]
    [InlineData(1000, 400)]
    public void Replicate_CancelledOnTheWay_GivesWhatIsFinished_IfItIsTold(int replications, int last)
    {
        using var source = new CancellationTokenSource();
        var finished = new ConcurrentBag<int>();
        var experiment = new Experiment { Seed = 5, Replications = replications, Cancellation = source.Token, KeepsFinished = true };
        double[] all = [.. Enumerable.Range(0, replications).Select(i => Walk(new RandomStreams(5, i)))];

        var (first, kept) = experiment.Replicate(1, Walk, walk =>
        {
            finished.Add(Array.IndexOf(all, walk));
            if (finished.Count >= last)
            {
                source.Cancel();
            }

            return walk;
        });

        Assert.Equal(finished.Order().Select(replication => all[replication]), kept);
        Assert.Equal(kept[0], first);
        Assert.InRange(kept.Count, last, replications);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void Replicate_CancelledBeforeAnythingIsFinished_EndsWithTheUsualException(int replications)
    {
        using var source = new CancellationTokenSource();
        var experiment = new Experiment { Replications = replications, Cancellation = source.Token, KeepsFinished = true };

        Assert.ThrowsAny<OperationCanceledException>(() => experiment.Replicate<int>(1, (_, _) =>
        {
            source.Cancel();
            source.Token.ThrowIfCancellationRequested();
            return 0;
        }));
    }

    [Fact]
    public void Replicate_CancelledWhileAReplicationFails_ThrowsItsException()
    {
        using var source = new CancellationTokenSource();
        var experiment = new Experiment { Replications = 50, Cancellation = source.Token, KeepsFinished = true };
        int started = 0;

        Assert.Throws<InvalidOperationException>(() => experiment.Replicate<int>(1, (_, _) =>
        {
            if (Interlocked.Increment(ref started) < 3)
            {
                return 0;
            }

            source.Cancel();
            throw new InvalidOperationException("no steady state");
        }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    public void Replicate_WithAFailingReplication_ThrowsItsException(int replications)
    {
        var experiment = new Experiment { Replications = replications };

        var failure = Assert.Throws<InvalidOperationException>(() => experiment.Replicate<int>(1, (_, _) => throw new InvalidOperationException("no steady state")));

        Assert.Equal("no steady state", failure.Message);
    }

    [Fact]
    public void WithSeed_DiffersOnlyInTheSeed() => Assert.Equal(new Experiment { Seed = 9 }, Experiment.WithSeed(9));

    private static double Walk(RandomStreams streams, ReplicationMonitor monitor) => Walk(streams);

    private static double Walk(RandomStreams streams)
    {
        var stream = streams.Stream("walk");
        double sum = 0;
        for (int i = 0; i < 1000; i++)
        {
            sum += stream.NextNormal();
        }

        return sum;
    }
}
