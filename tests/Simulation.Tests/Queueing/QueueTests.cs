using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Queueing;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.Queueing;

/// <summary>
/// The queue against theory. An honest 95 % interval misses once in twenty, so a grid of cases is held to that: no case
/// may miss by more than two half-widths (about four standard errors), and no more of them may miss at all than chance
/// allows once in a thousand grids.
/// </summary>
public sealed class QueueTests
{
    private static readonly double[] Loads = [0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95];

    [Fact]
    public void MeanWait_WithSeveralServers_AgreesWithErlangC() => AssertAgreement(
        from servers in new[] { 1, 2, 5 }
        from load in Loads
        let rate = load * servers
        let result = Run(new() { ArrivalRate = rate, Servers = servers }, seed: (ulong)(servers * 1000))
        select (result.MeanWait, ErlangC.MeanWait(rate, 1, servers)));

    [Fact]
    public void WaitProbability_AgreesWithErlangC() => AssertAgreement(
        from servers in new[] { 1, 2, 5 }
        from load in Loads
        let rate = load * servers
        let result = Run(new() { ArrivalRate = rate, Servers = servers }, seed: (ulong)(servers * 2000))
        select (result.WaitProbability, ErlangC.WaitProbability(rate, 1, servers)));

    [Fact]
    public void LossProbability_WithoutRoomToWait_AgreesWithErlangB() => AssertAgreement(
        from servers in new[] { 1, 3, 10 }
        from load in new[] { 0.5, 0.8, 0.95, 1.2, 2 }
        let rate = load * servers
        let result = Run(new() { ArrivalRate = rate, Servers = servers, Capacity = servers }, seed: (ulong)(servers * 3000))
        select (result.LossProbability, ErlangB.LossProbability(rate, servers)));

    [Fact]
    public void LossProbability_DoesNotDependOnTheShapeOfService() => AssertAgreement(
        from service in new[] { ServiceDistribution.Deterministic, ServiceDistribution.Lognormal }
        from load in new[] { 0.5, 0.95, 1.5 }
        let result = Run(new() { ArrivalRate = 4 * load, Servers = 4, Capacity = 4, Service = service, ServiceCv = 2 }, seed: 4000)
        select (result.LossProbability, ErlangB.LossProbability(4 * load, 4)));

    [Fact]
    public void FiniteRoom_AgreesWithTheBirthDeathProcess() => AssertAgreement(
        (from load in new[] { 0.5, 0.95, 1, 1.3 }
         let result = Run(new() { ArrivalRate = 2 * load, Servers = 2, Capacity = 8 }, seed: 5000)
         select new[]
         {
             (result.LossProbability, FiniteQueue.LossProbability(2 * load, 1, 2, 8)),
             (result.MeanWait, FiniteQueue.MeanWait(2 * load, 1, 2, 8)),
         }).SelectMany(cases => cases));

    [Fact]
    public void MeanWait_WithAnyService_AgreesWithPollaczekAndKhinchine() => AssertAgreement(
        from service in new (ServiceDistribution Shape, double Cv)[] { (ServiceDistribution.Deterministic, 0), (ServiceDistribution.Lognormal, 0.5), (ServiceDistribution.Lognormal, 1.5) }
        from load in Loads
        let result = Run(new() { ArrivalRate = load, Service = service.Shape, ServiceCv = service.Cv }, seed: (ulong)(6000 + (2 * service.Cv)))
        select (result.MeanWait, PollaczekKhinchine.MeanWait(load, 1, service.Cv)));

    [Fact]
    public void Utilisation_IsTheOfferedLoad() => AssertAgreement(
        from load in Loads
        let result = Run(new() { ArrivalRate = 3 * load, Servers = 3 }, seed: 7000)
        select (result.Utilisation, load));

    [Fact]
    public void Percentiles_AgreeWithTheExponentialTailOfTheWait()
    {
        const double Load = 0.8;
        var result = Run(new() { ArrivalRate = Load }, seed: 8000);
        double Quantile(double share) => Math.Log(Load / (1 - share)) / (1 - Load);

        Assert.Equal(Quantile(0.95), result.P95Wait.Mean, tolerance: (2 * result.P95Wait.HalfWidth) + (Quantile(0.95) / 256));
        Assert.Equal(Quantile(0.99), result.P99Wait.Mean, tolerance: (2 * result.P99Wait.HalfWidth) + (Quantile(0.99) / 256));
    }

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(0.9, 4)]
    public void QueueLength_IsTheRateTimesTheWait(double load, int servers)
    {
        var result = Run(new() { ArrivalRate = load * servers, Servers = servers }, seed: 9000);

        Assert.Equal(load * servers * result.MeanWait.Mean, result.MeanQueueLength.Mean, tolerance: 2 * result.MeanQueueLength.HalfWidth);
    }

    [Fact]
    public void TimeInSystem_IsWaitAndService()
    {
        var result = Run(new(), seed: 10_000);

        Assert.Equal(result.MeanWait.Mean + 1, result.MeanTimeInSystem.Mean, tolerance: 0.02);
    }

    [Fact]
    public void Interval_CoversTheTruthAboutNineteenTimesInTwenty()
    {
        const int Experiments = 200;
        double truth = ErlangC.MeanWait(0.7, 1, 1);
        int covered = Enumerable.Range(0, Experiments).Count(i =>
            QueueSimulation.Run(new() { ArrivalRate = 0.7, Customers = 5_000, Warmup = 1_000 }, new() { Seed = (ulong)i, Replications = 10 }).MeanWait.Covers(truth));

        // Waits are skewed, which costs a Student interval a little; four standard errors of 0.95 leave room for it.
        Assert.InRange((double)covered / Experiments, 0.95 - (4 * Math.Sqrt(0.95 * 0.05 / Experiments)), 1);
    }

    [Fact]
    public void Theory_AgreesWithItself()
    {
        foreach (double load in Loads)
        {
            Assert.Equal(ErlangC.MeanWait(load, 1, 1), PollaczekKhinchine.MeanWait(load, 1, 1), tolerance: 1e-12);
            Assert.Equal(ErlangB.LossProbability(3 * load, 3), FiniteQueue.LossProbability(3 * load, 1, 3, 3), tolerance: 1e-12);
            Assert.Equal(ErlangC.MeanWait(3 * load, 1, 3), FiniteQueue.MeanWait(3 * load, 1, 3, 3000), tolerance: 1e-9);
            Assert.Equal(1, FiniteQueue.StateProbabilities(2000 * load, 1, 1, 500).Sum(), tolerance: 1e-12);
        }
    }

    [Fact]
    public void Overload_WithoutALimit_IsRefused() =>
        Assert.Contains("grow for ever", Assert.Throws<ModelOptionsException>(() => QueueSimulation.Run(new() { ArrivalRate = 1 })).Message, StringComparison.Ordinal);

    [Fact]
    public void Capacity_BelowTheServers_IsRefused() =>
        Assert.Contains("at least 3", Assert.Throws<ModelOptionsException>(() => QueueSimulation.Run(new() { Servers = 3, Capacity = 2 })).Message, StringComparison.Ordinal);

    private static QueueResult Run(QueueOptions options, ulong seed) =>
        QueueSimulation.Run(options with { Customers = 60_000, Warmup = 15_000 }, Experiment.WithSeed(seed));

    private static void AssertAgreement(IEnumerable<(Estimate Estimate, double Theory)> cases)
    {
        var all = cases.ToArray();
        Assert.All(all, pair => Assert.True(
            Math.Abs(pair.Estimate.Mean - pair.Theory) <= 2 * pair.Estimate.HalfWidth,
            $"theory {pair.Theory}, simulated {pair.Estimate}"));
        int missed = all.Count(pair => !pair.Estimate.Covers(pair.Theory));
        Assert.True(missed <= MissesAllowed(all.Length), $"{missed} of {all.Length} intervals miss");
    }

    // The largest number of misses that a binomial count with probability 0.05 exceeds less than once in a thousand.
    private static int MissesAllowed(int cases)
    {
        double probability = Math.Pow(0.95, cases);
        double reached = probability;
        int misses = 0;
        while (reached < 0.999)
        {
            probability *= (double)(cases - misses) / (misses + 1) * 0.05 / 0.95;
            misses++;
            reached += probability;
        }

        return misses;
    }
}
