using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Queueing;
using InteractiveArticle.Simulation.RetryStorm;
using InteractiveArticle.Simulation.Tests.Queueing;

namespace InteractiveArticle.Simulation.Tests.RetryStorm;

public sealed class RetryLoadTests
{
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
        var cases = (
            from retries in new[] { 0, 1, 3 }
            from load in new double[] { 60, 80, 100, 140 }
            let options = new RetryStormOptions
            {
                Workers = 10,
                Load = load,
                QueueLimit = 0,
                Timeout = 60,
                Policy = RetryPolicy.FullJitter,
                Retries = retries,
                RetryDelay = 20,
                TriggerLength = 0,
                Herd = false,
                Horizon = 400,
            }
            let seed = (ulong)((load * 10) + retries)
            let simulated = RetryStormSimulation.Run(options, new Experiment { Seed = seed, Replications = 10 }).AttemptsPerRequest
            select (options, simulated, theory: FixedPoint(options))).ToArray();

        Assert.All(cases, item => Assert.True(
            Math.Abs(item.simulated.Mean - item.theory) <= (2 * item.simulated.HalfWidth) + 1e-12,
            $"{item.options}: theory {item.theory}, simulated {item.simulated}"));
        var random = cases.Where(item => item.options.Retries > 0).ToArray();
        Assert.InRange(random.Count(item => !item.simulated.Covers(item.theory)), 0, Binomial.UpperBound(random.Length, 0.05, 0.001));
    }

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
