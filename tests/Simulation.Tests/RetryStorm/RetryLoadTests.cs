using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Queueing;
using InteractiveArticle.Simulation.RetryStorm;

namespace InteractiveArticle.Simulation.Tests.RetryStorm;

public sealed class RetryLoadTests
{
    private static readonly RetryStormOptions Blocking = new()
    {
        Workers = 10,
        QueueLimit = 0,
        Timeout = 60,
        Policy = RetryPolicy.FullJitter,
        RetryDelay = 20,
        TriggerLength = 0,
        Herd = false,
        Horizon = 400,
    };

    [Theory]
    [InlineData(0, 3, 1)]
    [InlineData(0.5, 0, 1)]
    [InlineData(0.5, 3, 1.875)]
    [InlineData(1, 3, 4)]
    public void AttemptsPerRequest_IsTheSumOfTheChancesToGetThatFar(double failure, int retries, double attempts) =>
        Assert.Equal(attempts, RetryLoad.AttemptsPerRequest(failure, retries), tolerance: 1e-12);

    [Fact]
    public void ThroughLayers_AttemptsMultiply() => Assert.Equal(243, RetryLoad.ThroughLayers(3, 5), tolerance: 1e-9);

    // With no room to wait and retries that come long after what blocked them, at random, an attempt is blocked as often as
    // Erlang B says of all attempts together, which the retries themselves make more: a fixed point.
    [Fact]
    public void Simulation_AgreesWithTheory_WhereFailuresAreIndependent()
    {
        TheoryGrid.AssertAgreement(
            from retries in new[] { 1, 3 }
            from load in new double[] { 60, 80, 100, 140 }
            let options = Blocking with { Load = load, Retries = retries }
            let seed = (ulong)((load * 10) + retries)
            select new TheoryPoint(options, RetryStormSimulation.Run(options, new Experiment { Seed = seed, Replications = 10 }).AttemptsPerRequest, FixedPoint(options)));
    }

    [Fact]
    public void WithoutRetries_ARequestIsOneAttempt() => Assert.All([60, 80, 100, 140], load =>
        Assert.Equal(1, RetryStormSimulation.Run(Blocking with { Load = load, Retries = 0 }, new() { Replications = 10 }).AttemptsPerRequest.Mean, tolerance: 1e-12));

    private static double FixedPoint(RetryStormOptions options)
    {
        double attempts = 1;
        for (int i = 0; i < 1000; i++)
        {
            double blocked = ErlangB.LossProbability(attempts * options.Load * options.ServiceTime, options.Workers);
            attempts = RetryLoad.AttemptsPerRequest(blocked, options.Retries);
        }

        return attempts;
    }
}
