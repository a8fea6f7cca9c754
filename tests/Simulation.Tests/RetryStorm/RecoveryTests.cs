using FsCheck;
using FsCheck.Fluent;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.RetryStorm;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.RetryStorm;

/// <summary>Who is called ill, and until when.</summary>
public sealed class RecoveryTests
{
    private static readonly RetryStormOptions Untouched = new() { Herd = false, TriggerLength = 0 };

    /// <summary>Fleets that can do their work, but with much chance in it: no line at all, few requests, little patience, long services, much load.</summary>
    public static TheoryData<string> NoisySettings =>
    [
        "queueLimit=0", "queueLimit=0 retries=0", "queueLimit=0 load=260", "queueLimit=0 load=290 retries=0", "queueLimit=3 load=270 policy=none",
        "load=1", "load=3 workers=1", "load=2 workers=1 queueLimit=0", "load=10 workers=2 timeout=0.15 retries=1", "load=4 workers=10 serviceTime=2 timeout=3", "load=260 policy=none",
        "load=30 workers=10 serviceTime=0.2 queueLimit=0 triggerStart=10", "timeout=0.2 queueLimit=20", "load=150 policy=fixed retryDelay=0.05 queueLimit=0",
    ];

    [Fact]
    public void AHealthyFleet_WithoutALine_IsNotCalledIll()
    {
        var result = RetryStormSimulation.Run(Untouched with { QueueLimit = 0 }, new() { Replications = 40, Seed = 1 });

        Assert.Equal(Estimate.OfShare(0, 40), result.Outlived);
        Assert.Equal(new Estimate(0, 0), result.RecoverySeconds);
    }

    [Theory]
    [MemberData(nameof(NoisySettings))]
    public void WithoutATrigger_ThereIsNothingToRecoverFrom(string settings)
    {
        var report = Run("herd=false triggerLength=0 " + settings, replications: 10);

        Assert.Equal(0, Value(report, "outlived"));
        Assert.Equal(0, Value(report, "recoverySeconds"));
    }

    // One worker in thirty pauses for a second.
    [Theory]
    [MemberData(nameof(NoisySettings))]
    public void ATriggerThatNobodyNotices_LeavesNobodyIll(string settings)
    {
        var report = Run("herd=false triggerLength=1 triggerShare=0.04 " + settings, replications: 40);

        Assert.Equal(0, Value(report, "outlived"));
        Assert.Equal(0, Value(report, "recoverySeconds"));
    }

    [Fact]
    public void AnyFleetBelowItsHiddenCapacity_IsWellBeforeAndAfterATriggerThatNobodyNotices()
    {
        var fleets = (
            from workers in Gen.Choose(1, 40)
            from serviceTime in Gen.Elements(0.02, 0.1, 0.5)
            from queueLimit in Gen.Elements(0, 1, 5, 20, 100, 1000)
            from patience in Gen.Elements(2.0, 5, 20)
            from policy in Gen.Elements(RetryPolicy.None, RetryPolicy.Fixed, RetryPolicy.FullJitter)
            from retries in Gen.Choose(0, 5)
            from discipline in Gen.Elements(QueueDiscipline.Fifo, QueueDiscipline.Lifo)
            from share in Gen.Elements(0.1, 0.5, 0.8)
            let fleet = Untouched with
            {
                Workers = workers,
                ServiceTime = serviceTime,
                QueueLimit = queueLimit,
                Timeout = Math.Max(0.1, patience * serviceTime),
                Policy = policy,
                Retries = retries,
                Discipline = discipline,
                TriggerLength = 0.1,
                Horizon = 150,
            }
            let load = share * RetryLoad.HiddenCapacity(fleet)
            where load is >= 1 and <= 1000
            select fleet with { Load = load }).ToArbitrary();

        Prop.ForAll(fleets, fleet =>
        {
            var result = RetryStormSimulation.Run(fleet);

            Assert.Equal(0, result.Outlived.Mean);
            Assert.Equal(0, result.RecoverySeconds.Mean);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20170228UL, 937UL));
    }

    [Fact]
    public void AStorm_IsSeenInFewRequestsToo()
    {
        var result = RetryStormSimulation.Run(new() { Load = 4, Workers = 1, QueueLimit = 100, Clients = 50 }, new() { Replications = 20 });

        Assert.Equal(Estimate.OfShare(20, 20), result.Outlived);
        Assert.True(double.IsNaN(result.RecoverySeconds.Mean));
        Assert.Empty(result.Warnings);
    }

    // So little that it falls into a storm by itself now and then: such a run has nothing to go back to.
    [Fact]
    public void AFleetInTroubleBeforeTheTrigger_SaysNothingOfRecovery()
    {
        var result = RetryStormSimulation.Run(new() { Load = 2, Workers = 1, ServiceTime = 0.2, QueueLimit = 100, Clients = 50 }, new() { Replications = 20 });

        Assert.Matches("^in [0-9]+ of 20 runs less than half", Assert.Single(result.Warnings));
        Assert.Equal(1, result.Outlived.Mean);
        Assert.True(double.IsNaN(result.RecoverySeconds.Mean));

        var always = RetryStormSimulation.Run(new() { Load = 600 });
        Assert.True(double.IsNaN(always.Outlived.Mean));
        Assert.True(double.IsNaN(always.RecoverySeconds.Mean));
    }

    // Without retries and with room for all, a stall of D leaves λD requests waiting, which shrink by C − λ a second; the
    // last that waits for more than the timeout leaves the fleet well again.
    [Theory]
    [InlineData(200, 10)]
    [InlineData(200, 30)]
    [InlineData(100, 20)]
    [InlineData(240, 10)]
    public void Recovery_TakesAsLongAsTheBacklog(double load, double stall)
    {
        var options = new RetryStormOptions { Load = load, TriggerLength = stall, Policy = RetryPolicy.None, QueueLimit = 1_000_000, Herd = false };
        double backlog = (load * stall) - (options.Capacity * (options.Timeout - options.ServiceTime));

        var result = RetryStormSimulation.Run(options, new() { Replications = 20 });

        Assert.Equal(backlog / (options.Capacity - load), result.RecoverySeconds.Mean, tolerance: 1 + (2 * result.RecoverySeconds.HalfWidth));
    }

    // Clients who wait for a minute hear of a stall as late as that.
    [Fact]
    public void PatientClients_AreNotTakenForAStorm()
    {
        var result = RetryStormSimulation.Run(new() { Timeout = 60, Load = 200, Discipline = QueueDiscipline.Lifo, Policy = RetryPolicy.None, Horizon = 130 });

        Assert.Equal(0, result.Outlived.Mean);
    }

    [Fact]
    public void AShareOfRuns_HasAnIntervalForShares() =>
        Assert.Equal(Estimate.OfShare(4, 4), RetryStormSimulation.Run(new()).Outlived);

    [Fact]
    public void TheHerd_BelongsToTheTimeAfterTheTrigger()
    {
        var result = RetryStormSimulation.Run(new() { Clients = 10_000, Load = 100 });

        Assert.Equal(1, result.FirstAttemptsBefore.Mean, tolerance: 0.01);
    }

    [Fact]
    public void ADoubtfulVerdict_IsAnnounced()
    {
        IReadOnlyList<string> Warnings(RetryStormOptions options) => RetryStormSimulation.Run(options, new() { Replications = 1 }).Warnings;

        Assert.Empty(Warnings(new()));
        Assert.Contains("is not below the 300 requests", Warnings(new() { Load = 310 })[0], StringComparison.Ordinal);
        Assert.Contains("in 1 of 1 runs less than half", Assert.Single(Warnings(new() { Timeout = 0.1, ServiceTime = 1, Workers = 300, Policy = RetryPolicy.None })), StringComparison.Ordinal);
        Assert.Contains("may go unnoticed", Assert.Single(Warnings(new() { Load = 1, TriggerStart = 10 })), StringComparison.Ordinal);
    }

    private static ModelReport Run(string settings, int replications) => ModelCatalog.Find("retry-storm").Run(
        settings.Split(' ').Select(setting => setting.Split('=')).DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0], pair => pair[1]),
        new() { Replications = replications });

    private static double? Value(ModelReport report, string name) => report.Results.Single(result => result.Name == name).Value;
}
