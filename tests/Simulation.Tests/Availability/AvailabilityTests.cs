using InteractiveArticle.Simulation.Availability;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.Availability;

public sealed class AvailabilityTests
{
    [Fact]
    public void Simulation_AgreesWithTheory_OverAGridOfSystems()
    {
        TheoryGrid.AssertAgreement(
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
            select new TheoryPoint(options, quantity.Estimate, quantity.Theory));
    }

    // A run of 167,000 hours sees one failure of the system in ten runs; the times that end in it are the short ones.
    [Fact]
    public void MeanTimeToFailure_OfASystemThatMostRunsDoNotSeeFail_IsNotThatOfTheEarlyOnes()
    {
        var options = new AvailabilityOptions { N = 3, K = 1, Failures = 500 };
        var result = AvailabilitySimulation.Run(options, new() { Replications = 400 });

        TheoryGrid.AssertNear(result.MeanTimeToFailure, result.MeanTimeToFailureInTheory);
        Assert.InRange(result.MeanTimeToFailure.HalfWidth / result.MeanTimeToFailure.Mean, 0.1, 0.6);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void ASystemThatHardlyEverFailed_IsWarnedOf(int needed, bool isWarned) =>
        Assert.Equal(isWarned, AvailabilitySimulation.Run(new() { K = needed, Failures = 500 }).Warnings.Count == 1);

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

    // The weights of the states span 10³⁵⁰ and more. Of those with enough machines the one with 25 failed weighs most, and
    // of all the one with 50 failed: each further one counts its own rate of failure times the ten million hours of repair.
    [Fact]
    public void Theory_OfMachinesThatAreHardlyEverRepaired_IsTinyButANumber()
    {
        double inverse = Enumerable.Range(1, 25).Aggregate(1.0, (product, working) => product * working * 1e7);

        double actual = BirthDeath.Availability(new() { N = 50, K = 25, Mtbf = 1, Mttr = 1e7 });

        Assert.Equal(1, actual * inverse, tolerance: 1e-6);
    }

    // So many machines are never down together but for a common cause, which comes every two thousand million hours.
    [Fact]
    public void Theory_OfMachinesThatHardlyEverFail_WaitsForTheCommonCause() =>
        Assert.Equal(2e9, BirthDeath.MeanTimeToFailure(new() { N = 50, K = 1, Mtbf = 1e9, Mttr = 0.001, Crews = 50, Beta = 0.5 }), tolerance: 1);

    // Without one, the last of them fails at the rate 1/MTBF in the share of time, 20 · (MTTR/MTBF)¹⁹, in which it is alone.
    [Fact]
    public void Theory_OfMachinesThatHardlyEverFail_WithoutACommonCause_IsAstronomical() =>
        Assert.Equal(1, 20 * 1e-228 * 1e-9 * BirthDeath.MeanTimeToFailure(new() { N = 20, K = 1, Mtbf = 1e9, Mttr = 0.001, Crews = 20 }), tolerance: 1e-9);

    [Fact]
    public void Theory_IsANumber_WhateverTheSystem()
    {
        var systems =
            from n in new[] { 1, 2, 25, 50 }
            from k in new[] { 1, 2, 25, 50 }
            where k <= n
            from crews in new[] { 1, 50 }
            from mtbf in new[] { 0.001, 1, 1e9 }
            from mttr in new[] { 0.001, 1, 1e9 }
            from beta in new[] { 0, 1e-9, 0.5, 1 - 1e-16, 1 }
            select new AvailabilityOptions { N = n, K = k, Crews = crews, Mtbf = mtbf, Mttr = mttr, Beta = beta };

        Assert.All(systems, system =>
        {
            Assert.InRange(BirthDeath.Availability(system), 0, 1 + 1e-12);
            Assert.InRange(BirthDeath.MeanTimeToFailure(system), 1e-6, double.PositiveInfinity);
        });
    }

    [Fact]
    public void MoreCopies_StopHelping_OnceFailuresHaveACommonCause()
    {
        double Down(int machines, double beta) => 1 - BirthDeath.Availability(new() { N = machines, K = 1, Crews = machines, Beta = beta });

        Assert.True(Down(2, 0) / Down(4, 0) > 1000);
        Assert.True(Down(2, 0.1) / Down(4, 0.1) < 3);
    }

    // A run of a hundred failures lasts about as long as the pair does before both are down: of the times to failure only the
    // short ones end within it.
    [Fact]
    public void MeanTimeToFailure_OfRunsThatHardlyLastSoLong_IsNotThatOfTheShortOnes()
    {
        var pair = new AvailabilityOptions { N = 2, K = 1, Mtbf = 1000, Mttr = 10, Failures = 100 };
        var result = AvailabilitySimulation.Run(pair, new() { Replications = 2000 });

        TheoryGrid.AssertNear(result.MeanTimeToFailure, result.MeanTimeToFailureInTheory);
    }

    [Fact]
    public void WhatNeverHappened_IsWarnedOf()
    {
        var result = AvailabilitySimulation.Run(new() { N = 6, K = 1, Crews = 6, Failures = 500 });

        Assert.True(double.IsNaN(result.MeanTimeToFailure.Mean));
        Assert.Contains("fewer than k = 1 machines worked 0 times", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Empty(AvailabilitySimulation.Run(new()).Warnings);
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
