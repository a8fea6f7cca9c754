using FsCheck;
using FsCheck.Fluent;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.RetryStorm;

namespace InteractiveArticle.Simulation.Tests.RetryStorm;

public sealed class RetryStormTests
{
    // A fleet of 100 requests a second: small, to be quick.
    private static readonly RetryStormOptions Small = new() { Workers = 10, Load = 60, QueueLimit = 400, Clients = 50, Horizon = 400 };

    // The published thought experiment: 300 requests a second at 100 ms, a load of 280, one retry after a second, and a
    // stall of 10 s.
    private static readonly RetryStormOptions Published = new()
    {
        Load = 280,
        Policy = RetryPolicy.Fixed,
        Retries = 1,
        RetryDelay = 1,
        QueueLimit = 1_000_000,
        Herd = false,
        Horizon = 600,
    };

    public static TheoryData<RetryPolicy> RetryingPolicies => [RetryPolicy.Fixed, RetryPolicy.Exponential, RetryPolicy.FullJitter];

    [Fact]
    public void UntouchedModel_ShowsAStormThatOutlivesItsTrigger()
    {
        var result = RetryStormSimulation.Run(new());

        Assert.Equal(200, result.GoodputBefore.Mean, tolerance: 10);
        Assert.Equal(1, result.Outlived.Mean);
        Assert.Equal(0, result.GoodputAfter.Mean);
        Assert.Equal(1, result.WastedShare.Mean);
        Assert.Equal(4, result.AttemptsPerRequest.Mean, tolerance: 0.02);
        Assert.True(double.IsNaN(result.RecoverySeconds.Mean));
    }

    [Fact]
    public void PublishedCase_LeavesTwiceTheLoadAndNoGoodput()
    {
        var result = RetryStormSimulation.Run(Published);

        Assert.Equal(280, result.GoodputBefore.Mean, tolerance: 10);
        Assert.Equal(0, result.GoodputAfter.Mean);
        Assert.Equal(560, result.OfferedAfter.Mean, tolerance: 5);
        Assert.Equal(150, result.HiddenCapacity);
    }

    [Theory]
    [InlineData(140, 0)]
    [InlineData(160, 1)]
    public void PublishedCase_IsStableBelow150RequestsASecond(double load, double outlived) =>
        Assert.Equal(outlived, RetryStormSimulation.Run(Published with { Load = load }).Outlived.Mean);

    [Fact]
    public void PublishedCase_RecoversOnceRetriesStayBelowTheSpareCapacity() =>
        Assert.Equal(0, RetryStormSimulation.Run(Published with { Budget = true, Horizon = 900 }).Outlived.Mean);

    [Theory]
    [MemberData(nameof(RetryingPolicies))]
    public void Storm_OutlivesItsTrigger_OnlyPastTheHiddenCapacity(RetryPolicy policy)
    {
        Assert.All([1, 2, 3, 5], retries =>
        {
            var options = Small with { Policy = policy, Retries = retries };
            double tipping = RetryLoad.HiddenCapacity(options.Capacity, retries);
            Assert.Equal(0, RetryStormSimulation.Run(options with { Load = 0.85 * tipping }).Outlived.Mean);
            Assert.Equal(1, RetryStormSimulation.Run(options with { Load = 1.15 * tipping }).Outlived.Mean);
        });
    }

    [Fact]
    public void Storm_WithABudget_AlwaysDies()
    {
        var cases = (
            from policy in Gen.Elements(RetryPolicy.Fixed, RetryPolicy.Exponential, RetryPolicy.FullJitter)
            from retries in Gen.Choose(0, 10)
            from load in Gen.Choose(10, 80)
            from stall in Gen.Choose(0, 20)
            select Small with { Policy = policy, Retries = retries, Load = load, TriggerLength = stall, Budget = true }).ToArbitrary();

        Prop.ForAll(cases, options => RetryStormSimulation.Run(options).Outlived.Mean == 0)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(15).WithReplay(20170228UL, 937UL));
    }

    [Fact]
    public void Attempts_AreAnsweredOrFailOrAreUnderWay()
    {
        var cases = (
            from policy in Gen.Elements(RetryPolicy.None, RetryPolicy.Fixed, RetryPolicy.Exponential, RetryPolicy.FullJitter)
            from retries in Gen.Choose(0, 5)
            from load in Gen.Choose(1, 150)
            from limit in Gen.Choose(0, 300)
            from cures in Gen.Elements(true, false).ArrayOf(4)
            from discipline in Gen.Elements(QueueDiscipline.Fifo, QueueDiscipline.Lifo, QueueDiscipline.Codel)
            select Small with
            {
                Policy = policy,
                Retries = retries,
                Load = load,
                QueueLimit = limit,
                Discipline = discipline,
                Budget = cures[0],
                Breaker = cures[1],
                Throttling = cures[2],
                DeadlinePropagation = cures[3],
                Horizon = 120,
            }).ToArbitrary();

        Prop.ForAll(cases, options =>
        {
            var seconds = RetryStormSimulation.Run(options, new Experiment { Replications = 1 }).Seconds;
            int offered = seconds.Sum(second => second.Offered);
            int underWay = offered - seconds.Sum(second => second.Goodput + second.Failed);
            Assert.InRange(underWay, 0, seconds[^1].Queue + options.Workers);
            int attempts = offered + seconds.Sum(second => second.HeldBack);
            Assert.InRange(attempts, seconds.Sum(second => second.Fresh), seconds.Sum(second => second.Fresh) * (1 + options.EffectiveRetries));
            Assert.InRange(seconds.Sum(second => second.FirstAttemptAnswered), 0, seconds.Sum(second => second.Goodput));
            Assert.All(seconds, second => Assert.InRange(second.FirstAttemptAnswered, 0, second.Fresh));
            Assert.InRange(seconds.Sum(second => second.Wasted), 0, seconds.Sum(second => second.Failed));
            Assert.All(seconds, second => Assert.InRange(second.Queue, 0, options.QueueLimit));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20170228UL, 937UL));
    }

    [Fact]
    public void WithoutATrigger_NothingFails()
    {
        var result = RetryStormSimulation.Run(Small with { TriggerLength = 0, Herd = false });

        Assert.Equal(0, result.RecoverySeconds.Mean);
        Assert.Equal(1, result.AttemptsPerRequest.Mean, tolerance: 0.001);
        Assert.Equal(result.GoodputBefore.Mean, result.GoodputAfter.Mean, tolerance: 5);
    }

    [Fact]
    public void ShortLine_IsACureOfItsOwn()
    {
        var options = new RetryStormOptions { QueueLimit = 150 };

        Assert.Equal(0, RetryStormSimulation.Run(options).Outlived.Mean);
    }

    [Fact]
    public void Jitter_FlattensTheWavesOfAHerd()
    {
        double LaterPeak(RetryPolicy policy)
        {
            var options = Small with { Policy = policy, Clients = 2000, Load = 10, RetryDelay = 5, TriggerLength = 40 };
            var seconds = RetryStormSimulation.Run(options, new Experiment { Replications = 1 }).Seconds;
            return seconds.Where(second => second.Second > options.TriggerStart + 3).Max(second => second.Offered);
        }

        Assert.True(LaterPeak(RetryPolicy.Exponential) > 2 * LaterPeak(RetryPolicy.FullJitter));
    }

    [Fact]
    public void OneLever_DoesNotReshuffleTheOthers()
    {
        int[] Fresh(RetryStormOptions options) => [.. RetryStormSimulation.Run(options).Seconds.Select(second => second.Fresh)];

        Assert.Equal(Fresh(Small), Fresh(Small with { Policy = RetryPolicy.None, Timeout = 2, Budget = true }));
        Assert.Equal(Fresh(Small), Fresh(Small with { Discipline = QueueDiscipline.Codel, Breaker = true, Throttling = true, DeadlinePropagation = true }));
    }

    [Fact]
    public void HorizonTooShortForTheTrigger_IsRefused() =>
        Assert.Contains("give at least 100", Assert.Throws<ModelOptionsException>(() => RetryStormSimulation.Run(new() { Horizon = 99 })).Message, StringComparison.Ordinal);
}
