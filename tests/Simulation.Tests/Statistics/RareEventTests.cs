using InteractiveArticle.Simulation.Availability;
using InteractiveArticle.Simulation.Queueing;
using InteractiveArticle.Simulation.RetryStorm;
using InteractiveArticle.Simulation.SitesVersusCloud;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.Statistics;

/// <summary>What happened in no replication, or in all of them all the time, may still be missed: its interval has a width.</summary>
public class RareEventTests
{
    [Theory]
    [InlineData("queue", "lossProbability", 0, "customers=500 capacity=1000")]
    [InlineData("queue", "waitProbability", 0, "customers=500 arrivalRate=0.5 servers=100")]
    [InlineData("placement", "refusedShare", 0, "load=0.01 lives=5")]
    [InlineData("placement", "largestRefusedShare", 0, "load=0.05 lives=5")]
    [InlineData("availability", "availability", 1, "failures=100 mtbf=1e9 n=3 k=1")]
    [InlineData("availability", "unavailability", 0, "failures=100 mtbf=1e9 n=3 k=1")]
    [InlineData("elasticity", "boughtRefusedShare", 0, "days=3 spike=1 reserve=5")]
    [InlineData("elasticity", "elasticRefusedShare", 0, "days=3 spike=1 targetUtilisation=0.05")]
    [InlineData("elasticity", "elasticCappedShare", 0, "days=3 spike=1")]
    [InlineData("bare-metal", "refusedShare", 0, "headroom=10 days=10")]
    [InlineData("bare-metal", "refusedInSpike", 0, "headroom=10 days=10")]
    [InlineData("bare-metal", "availability", 1, "mtbf=1e6 ageYears=0 lifeShape=5 days=3")]
    [InlineData("hypervisor", "steal", 0, "seconds=1 machines=9 yourDemand=0.01 neighbourDemand=0.01")]
    [InlineData("retry-storm", "firstAttemptsBefore", 1, "load=1 horizon=100 queueLimit=1000")]
    [InlineData("retry-storm", "firstAttemptsAtEnd", 1, "load=1 horizon=100 queueLimit=1000")]
    [InlineData("retry-storm", "heldBackShare", 0, "load=1 horizon=100 queueLimit=1000 breaker=true herd=false")]
    [InlineData("retry-storm", "wastedShare", 0, "load=1 horizon=100 queueLimit=1000")]
    [InlineData("cascade", "darkDirectly", 0, "services=50 aws=0.01 multiCloud=0.99 multiRegion=0")]
    [InlineData("cascade", "darkThroughOthers", 0, "services=50 aws=0.01 multiCloud=0.99 multiRegion=0")]
    [InlineData("cascade", "degraded", 0, "services=50 aws=0.01 multiCloud=0.99 multiRegion=0")]
    [InlineData("sites-vs-cloud", "ownManyDown", 0, "sites=100")]
    [InlineData("sites-vs-cloud", "cloudManyDown", 0, "sites=100 outageRate=0")]
    public void AShare_OfSomethingThatNeverHappened_HasAnInterval(string model, string measure, double share, string settings)
    {
        var report = ModelCatalog.Find(model).Run(settings.Split(' ').Select(setting => setting.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]), new() { Replications = 4 });

        var result = report.Results.Single(result => result.Name == measure);
        Assert.Equal(share, result.Value);
        Assert.InRange(result.HalfWidth!.Value, 1e-9, 0.49);
    }

    [Fact]
    public void WhatCannotHappen_IsNoEstimate()
    {
        var queue = QueueSimulation.Run(new() { Customers = 500 }, new() { Replications = 4 });
        var storm = RetryStormSimulation.Run(new() { Horizon = 100 }, new() { Replications = 4 });

        Assert.Equal(new Estimate(0, 0), queue.LossProbability);
        Assert.Equal(new Estimate(0, 0), storm.HeldBackShare);
    }

    // In short runs that mostly see nothing, the truth lies beyond the interval of those that saw nothing no more often than it should.
    [Fact]
    public void ManySitesDown_InTruth_LieWithinTheIntervalOfRunsThatSawNone()
    {
        var options = new SitesVersusCloudOptions { Sites = 10, OwnMtbf = 3000, OwnMttr = 10, Years = 0.5, Many = 0.15, OutageRate = 1, OutageHours = 20 };
        SitesVersusCloudResult[] runs = [.. Enumerable.Range(1, 200).Select(seed => SitesVersusCloudSimulation.Run(options, new() { Seed = (ulong)seed, Replications = 2 }))];

        AssertCovered([.. runs.Where(run => run.OwnManyDown.Mean == 0).Select(run => run.OwnManyDown)], runs[0].OwnManyDownInTheory);
        AssertCovered([.. runs.Where(run => run.CloudManyDown.Mean == 0).Select(run => run.CloudManyDown)], runs[0].CloudManyDownInTheory);
    }

    [Fact]
    public void ASystemThatNeverFell_MayHaveBeenAboutTo()
    {
        var options = new AvailabilityOptions { N = 3, K = 2, Mtbf = 1000, Mttr = 10, Failures = 100, Crews = 1 };
        AvailabilityResult[] runs = [.. Enumerable.Range(1, 200).Select(seed => AvailabilitySimulation.Run(options, new() { Seed = (ulong)seed, Replications = 1 })).Where(run => run.Unavailability.Mean == 0)];

        AssertCovered([.. runs.Select(run => run.Unavailability)], 1 - BirthDeath.Availability(options));
    }

    private static void AssertCovered(Estimate[] sawNothing, double truth)
    {
        Assert.NotEmpty(sawNothing);
        Assert.All(sawNothing, estimate => Assert.InRange(truth, 0, estimate.HalfWidth));
    }
}
