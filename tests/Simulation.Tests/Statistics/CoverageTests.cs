using InteractiveArticle.Simulation.Availability;
using InteractiveArticle.Simulation.Composition;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Queueing;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.Statistics;

/// <summary>What 95 % means: of two hundred runs that differ in their seed, about so many have the truth in their interval.</summary>
public class CoverageTests
{
    private const int Seeds = 200;

    [Fact]
    public void Queue_OfOneBusyServer()
    {
        var queue = new QueueOptions { ArrivalRate = 0.9, Customers = 10_000, Warmup = 2_000 };
        var runs = Runs(experiment => QueueSimulation.Run(queue, experiment), replications: 20);

        AssertCoverage(runs, run => run.MeanWait, ErlangC.MeanWait(0.9, 1, 1));
        AssertCoverage(runs, run => run.P95Wait, P95Wait(0.9));
        AssertCoverage(runs, run => run.WaitProbability, 0.9);
        Assert.All(runs, run => Assert.Empty(run.Warnings));
    }

    [Fact]
    public void Availability_OfTwoMachinesOfThree()
    {
        var system = new AvailabilityOptions { N = 3, K = 2, Failures = 2_000 };
        var runs = Runs(experiment => AvailabilitySimulation.Run(system, experiment), replications: 20);

        AssertCoverage(runs, run => run.Unavailability, 1 - BirthDeath.Availability(system));
        AssertCoverage(runs, run => run.MeanTimeToFailure, BirthDeath.MeanTimeToFailure(system));
    }

    [Fact]
    public void Composition_OfAHundredAnswers()
    {
        var runs = Runs(experiment => CompositionSimulation.Run(new() { Requests = 500 }, experiment), replications: 10);
        var theory = runs[0];

        AssertCoverage(runs, run => run.MeanSlowest, theory.MeanSlowestInTheory);
        AssertCoverage(runs, run => run.P99Slowest, theory.P99SlowestInTheory);
        AssertCoverage(runs, run => run.LateShare, theory.LateShareInTheory);
    }

    // Five short runs of a nearly full server: their own percentiles, averaged, had the truth in 64 of a hundred intervals.
    [Fact]
    public void Queue_OfShortRuns_IsCoveredBetterPooled_AndWarnedOf()
    {
        var queue = new QueueOptions { ArrivalRate = 0.95, Customers = 5_000 };
        var runs = Runs(experiment => QueueSimulation.Run(queue, experiment), replications: 5);

        Assert.InRange(Covered(runs, run => run.P95Wait, P95Wait(0.95)), 0.8, 1);
        Assert.All(runs, run => Assert.StartsWith("customers = 5000, warmup = 20000: short for this queue", Assert.Single(run.Warnings), StringComparison.Ordinal));
    }

    // P(W > t) = ρ e^(−(1 − ρ) t) for M/M/1 with a service rate of 1.
    private static double P95Wait(double load) => Math.Log(load / 0.05) / (1 - load);

    private static T[] Runs<T>(Func<Experiment, T> run, int replications) =>
        [.. Enumerable.Range(1, Seeds).Select(seed => run(new() { Seed = (ulong)seed, Replications = replications }))];

    private static double Covered<T>(T[] runs, Func<T, Estimate> measure, double truth) => runs.Count(run => measure(run).Covers(truth)) / (double)Seeds;

    private static void AssertCoverage<T>(T[] runs, Func<T, Estimate> measure, double truth) => Assert.InRange(Covered(runs, measure, truth), 0.90, 0.98);
}
