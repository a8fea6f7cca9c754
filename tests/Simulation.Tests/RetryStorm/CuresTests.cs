using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.RetryStorm;

namespace InteractiveArticle.Simulation.Tests.RetryStorm;

/// <summary>What is done against storms, each by itself and then all against the same storm.</summary>
public sealed class CuresTests
{
    private static readonly RetryStormOptions Default = new();

    // Asked half as much again as it can serve, by clients who do not retry.
    private static readonly RetryStormOptions Overloaded = new() { Load = 450, Policy = RetryPolicy.None, Herd = false, TriggerLength = 0 };

    public static TheoryData<string, RetryStormOptions> Cures => new()
    {
        { "no retries", Default with { Policy = RetryPolicy.None } },
        { "a retry budget", Default with { Budget = true } },
        { "a short line", Default with { QueueLimit = 150 } },
        { "last in, first out", Default with { Discipline = QueueDiscipline.Lifo } },
        { "controlled delay", Default with { Discipline = QueueDiscipline.Codel } },
        { "deadlines", Default with { DeadlinePropagation = true } },
        { "circuit breakers", Default with { Breaker = true } },
        { "throttling", Default with { Throttling = true } },
    };

    [Theory]
    [MemberData(nameof(Cures))]
    public void EachCure_EndsTheStormThatOutlivesItsTriggerWithoutIt(string name, RetryStormOptions cured)
    {
        var result = RetryStormSimulation.Run(cured);

        Assert.True(result.Outlived.Mean == 0, name);
        Assert.InRange(result.FirstAttemptsAtEnd.Mean, 0.98, 1);
        Assert.InRange(result.HeldBackShare.Mean, 0, 0.1);
        Assert.Equal(1, RetryStormSimulation.Run(Default).Outlived.Mean);
    }

    [Fact]
    public void NoCure_HoldsBackARequest_WhereItIsOff() => Assert.Equal(0, RetryStormSimulation.Run(Default).HeldBackShare.Mean);

    [Theory]
    [InlineData(0, 0, 2, 0)]
    [InlineData(10, 5, 2, 0)]
    [InlineData(10, 10, 2, 0)]
    [InlineData(99, 0, 2, 0.99)]
    [InlineData(19, 5, 2, 0.45)]
    [InlineData(19, 5, 1, 0.7)]
    public void ThrottledShare_IsThatOfTheBook(int requests, int accepts, double multiplier, double share) =>
        Assert.Equal(share, RetryLoad.ThrottledShare(requests, accepts, multiplier), tolerance: 1e-12);

    // A fleet without a line answers what it can, so many a second; its clients send K times as much, and no more than
    // they are asked for. To that comes what the "+ 1" in the formula lets pass, one request a window and client.
    [Theory]
    [InlineData(1.2, 600)]
    [InlineData(2, 1000)]
    [InlineData(2, 700)]
    [InlineData(2, 200)]
    [InlineData(3, 400)]
    public void AThrottledClient_SendsKTimesWhatIsAnswered(double multiplier, double load)
    {
        var options = Overloaded with { Workers = 10, Load = load, QueueLimit = 0, Clients = 20, Throttling = true, ThrottleMultiplier = multiplier, ThrottleWindow = 60, Horizon = 600 };

        var result = RetryStormSimulation.Run(options);

        double trickle = options.Clients / options.ThrottleWindow;
        Assert.InRange(result.OfferedAfter.Mean / Math.Min(load, (multiplier * result.GoodputAfter.Mean) + trickle), 0.97, 1.03);
    }

    [Fact]
    public void AThrottledClient_SendsAllWhileAllIsAnswered()
    {
        var result = RetryStormSimulation.Run(Default with { Herd = false, TriggerLength = 0, Throttling = true });

        Assert.InRange(result.HeldBackShare.Mean, 0, 0.005);
        Assert.Equal(result.GoodputBefore.Mean, result.GoodputAfter.Mean, tolerance: 10);
    }

    // Once the memory holds no answer any more, a client sends but one request a window, and each answer lets it send one more.
    [Fact]
    public void Throttling_AfterAStallLongerThanItsMemory_TakesLongerThanItsMemoryToRecover()
    {
        var options = Default with { Throttling = true, ThrottleWindow = 60, TriggerLength = 120, Horizon = 700 };

        var result = RetryStormSimulation.Run(options);

        Assert.Equal(0, result.Outlived.Mean);
        Assert.InRange(result.RecoverySeconds.Mean, options.ThrottleWindow, 5 * options.ThrottleWindow);
    }

    [Fact]
    public void ControlledDelay_KeepsTheLineShort_AndTheFleetBusy()
    {
        var options = Overloaded with { Discipline = QueueDiscipline.Codel, QueueLimit = 100_000, Timeout = 10 };

        var seconds = RetryStormSimulation.Run(options, new() { Replications = 1 }).Seconds;

        double wait = seconds.Skip(120).Average(second => second.Queue) / options.Capacity;
        Assert.InRange(wait, options.CodelTarget, 5 * options.CodelInterval);
        Assert.InRange(seconds.Skip(120).Average(second => second.Goodput) / options.Capacity, 0.95, 1.05);
        Assert.True(RetryStormSimulation.Run(options with { Discipline = QueueDiscipline.Fifo }, new() { Replications = 1 }).Seconds[^1].Queue > 1000);
    }

    [Fact]
    public void ControlledDelay_LeavesAHealthyFleetAlone()
    {
        var seconds = RetryStormSimulation.Run(Default with { Herd = false, TriggerLength = 0, Discipline = QueueDiscipline.Codel }).Seconds;

        Assert.InRange(seconds.Sum(second => second.Failed), 0, 0.001 * seconds.Sum(second => second.Offered));
    }

    // Each drop comes sooner than the last by a rule that counts on senders to slow down. Clients that try again do the
    // opposite: the drops come too late where the interval is long, and are never enough where there are many retries.
    [Theory]
    [InlineData(1, 3)]
    [InlineData(0.1, 10)]
    public void ControlledDelay_IsNoCure_WhereItReactsSlowlyOrClientsAreStubborn(double interval, int retries) =>
        Assert.Equal(1, RetryStormSimulation.Run(Default with { Discipline = QueueDiscipline.Codel, CodelInterval = interval, Retries = retries }).Outlived.Mean);

    // Oldest first answers nobody in time; newest first answers as many as the fleet can serve.
    [Fact]
    public void NewestFirst_UnderOverload_AnswersAsManyAsTheFleetCanServe()
    {
        Assert.Equal(0, RetryStormSimulation.Run(Overloaded).GoodputAfter.Mean, tolerance: 1);
        Assert.InRange(RetryStormSimulation.Run(Overloaded with { Discipline = QueueDiscipline.Lifo }).GoodputAfter.Mean / Default.Capacity, 0.97, 1.03);
    }

    [Theory]
    [InlineData(450, QueueDiscipline.Fifo)]
    [InlineData(1000, QueueDiscipline.Fifo)]
    [InlineData(450, QueueDiscipline.Lifo)]
    [InlineData(450, QueueDiscipline.Codel)]
    public void Deadlines_WasteNothing(double load, QueueDiscipline discipline)
    {
        var options = Overloaded with { Load = load, Discipline = discipline, DeadlinePropagation = true };

        var result = RetryStormSimulation.Run(options);

        Assert.Equal(0, result.WastedShare.Mean);
        Assert.InRange(result.GoodputAfter.Mean / options.Capacity, 0.95, 1.03);
    }

    [Fact]
    public void Breakers_LetTheFleetDrain()
    {
        var stormy = RetryStormSimulation.Run(Default, new() { Replications = 1 }).Seconds;
        var cured = RetryStormSimulation.Run(Default with { Breaker = true }, new() { Replications = 1 }).Seconds;

        Assert.True(cured.Max(second => second.HeldBack) > 100);
        Assert.Contains(cured.SkipWhile(second => second.HeldBack == 0).Take(20), second => second.Queue == 0);
        Assert.All(stormy.Skip(60), second => Assert.True(second.Queue > 500));
    }

    // Open for ten seconds, then probes until the first has timed out: a client sends no more while nothing is answered.
    [Fact]
    public void AnOpenBreaker_SendsItsProbesAndNothingElse()
    {
        var options = Default with { Breaker = true, BreakerProbes = 2, Clients = 10, QueueLimit = 100_000, Herd = false, TriggerStart = 10, TriggerLength = 300, Horizon = 400 };

        var seconds = RetryStormSimulation.Run(options, new() { Replications = 1 }).Seconds;

        double probes = seconds.Where(second => second.Second is > 100 and <= 300).Sum(second => second.Offered);
        double periods = options.Clients * 200 / (options.BreakerOpenTime + options.Timeout);
        Assert.InRange(probes, 0.8 * options.BreakerProbes * periods, 1.1 * options.BreakerProbes * periods);
    }

    [Fact]
    public void ABreaker_OfAHealthyFleet_StaysClosed() =>
        Assert.Equal(0, RetryStormSimulation.Run(Default with { Herd = false, TriggerLength = 0, Breaker = true }).HeldBackShare.Mean);

    [Theory]
    [InlineData("horizon = 110: not allowed with", "give at least 130")]
    [InlineData("longestDelay = 1: not allowed with retryDelay = 2", "give at least 2")]
    [InlineData("codelTarget = 0.5: not allowed with codelInterval = 0.1", "give less than 0.1")]
    public void OptionsThatContradictEachOther_AreRefusedInOneLine(string start, string end)
    {
        RetryStormOptions[] contradictions =
        [
            new() { Timeout = 60, Horizon = 110 },
            new() { RetryDelay = 2, LongestDelay = 1 },
            new() { Discipline = QueueDiscipline.Codel, CodelTarget = 0.5 },
        ];

        string line = contradictions.Select(options => Assert.Throws<ModelOptionsException>(options.Check).Message).Single(line => line.StartsWith(start, StringComparison.Ordinal));

        Assert.EndsWith(end, line, StringComparison.Ordinal);
    }
}
