using InteractiveArticle.Simulation.Availability;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Statistics;
using InteractiveArticle.Simulation.Tests.Queueing;

namespace InteractiveArticle.Simulation.Tests.Availability;

public sealed class AvailabilityTests
{
    // Each quantity of each system is one case of a grid that an honest 95 % interval misses once in twenty.
    [Fact]
    public void Simulation_AgreesWithTheory_OverAGridOfSystems()
    {
        var cases = (
            from size in new (int N, int K)[] { (1, 1), (2, 1), (3, 2), (4, 4), (5, 3) }
            from crews in new[] { 1, 2, 5 }
            from beta in new[] { 0, 0.1, 1 }
            let options = new AvailabilityOptions { N = size.N, K = size.K, Crews = crews, Beta = beta, Mtbf = 100, Mttr = 20, Failures = 5_000 }
            let result = AvailabilitySimulation.Run(options, Experiment.WithSeed((ulong)((size.N * 100) + (crews * 10) + size.K)))
            from quantity in new (Estimate Estimate, double Theory)[]
            {
                (result.Availability, result.AvailabilityInTheory),
                (result.MeanTimeToFailure, result.MeanTimeToFailureInTheory),
            }
            select (options, quantity.Estimate, quantity.Theory)).ToArray();

        Assert.All(cases, item => Assert.True(
            Math.Abs(item.Estimate.Mean - item.Theory) <= 2 * item.Estimate.HalfWidth,
            $"{item.options}: theory {item.Theory}, simulated {item.Estimate}"));
        Assert.InRange(cases.Count(item => !item.Estimate.Covers(item.Theory)), 0, Binomial.UpperBound(cases.Length, 0.05, 0.001));
    }

    [Fact]
    public void Theory_OfOneMachine_IsUptimeOverCycle()
    {
        var one = new AvailabilityOptions { N = 1, K = 1, Mtbf = 900, Mttr = 100 };

        Assert.Equal(0.9, BirthDeath.Availability(one), tolerance: 1e-12);
        Assert.Equal(900, BirthDeath.MeanTimeToFailure(one), tolerance: 1e-9);
        Assert.Equal(0.9, BirthDeath.Availability(one with { Beta = 0.5 }), tolerance: 1e-12);
    }

    [Fact]
    public void Theory_WithACrewForEachMachine_IsBinomial()
    {
        var system = new AvailabilityOptions { N = 4, K = 3, Crews = 4, Mtbf = 90, Mttr = 10 };

        Assert.Equal(Math.Pow(0.9, 4) + (4 * Math.Pow(0.9, 3) * 0.1), BirthDeath.Availability(system), tolerance: 1e-12);
    }

    // The textbook pair: (3λ + μ) / (2λ²) hours until both of two machines are down.
    [Fact]
    public void Theory_OfAPair_HasTheTextbooksMeanTimeToFailure()
    {
        var pair = new AvailabilityOptions { N = 2, K = 1, Mtbf = 1000, Mttr = 10 };

        Assert.Equal(((3 * 0.001) + 0.1) / (2 * 0.001 * 0.001), BirthDeath.MeanTimeToFailure(pair), tolerance: 1e-6);
    }

    [Fact]
    public void MoreCopies_StopHelping_OnceFailuresHaveACommonCause()
    {
        double Down(int machines, double beta) => 1 - BirthDeath.Availability(new() { N = machines, K = 1, Crews = machines, Beta = beta });

        Assert.True(Down(2, 0) / Down(4, 0) > 1000);
        Assert.True(Down(2, 0.1) / Down(4, 0.1) < 3);
    }

    [Fact]
    public void OneLever_DoesNotReshuffleTheOthers()
    {
        var slow = AvailabilitySimulation.Run(new() { N = 1, K = 1, Mttr = 10, Failures = 1000 });
        var fast = AvailabilitySimulation.Run(new() { N = 1, K = 1, Mttr = 5, Failures = 1000 });

        // The same machine lives through the same lives, whatever the repairs take.
        Assert.Equal(slow.MeanTimeToFailure.Mean, fast.MeanTimeToFailure.Mean, tolerance: 1e-6);
    }

    // Ten thousand million common causes to a repair.
    [Fact]
    public void CommonCauses_WhileNothingWorks_TakeNoTime()
    {
        var result = AvailabilitySimulation.Run(new() { N = 2, K = 1, Mtbf = 0.1, Mttr = 1e9, Beta = 1, Failures = 1000 }, new() { Replications = 1 });

        Assert.InRange(result.Events, 1000, 4000);
        Assert.InRange(result.Availability.Mean, 0, 1e-9);
    }

    [Fact]
    public void MoreNeededThanThere_IsRefused() =>
        Assert.Contains("give at most 3", Assert.Throws<ModelOptionsException>(() => AvailabilitySimulation.Run(new() { K = 4 })).Message, StringComparison.Ordinal);
}
