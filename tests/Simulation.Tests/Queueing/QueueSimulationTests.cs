using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Queueing;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.Queueing;

public class QueueSimulationTests
{
    private static readonly QueueOptions Usual = new() { Customers = 40_000, Warmup = 4_000 };

    [Fact]
    public void Interval_OverManySeeds_CoversTheoryInNinetyFiveOfAHundred()
    {
        const int Experiments = 400;
        var options = new QueueOptions { ArrivalRate = 0.5, Customers = 1_000, Warmup = 100 };
        double theory = ErlangC.MeanWait(0.5, 1, 1);

        int missed = Enumerable.Range(0, Experiments).Count(seed =>
            !QueueSimulation.Run(options, new Experiment { Seed = (ulong)seed, Replications = 10 }).MeanWait.Covers(theory));

        int atMost = Binomial.UpperBound(Experiments, 0.05, 0.001);
        Assert.InRange(missed, (2 * Experiments / 20) - atMost, atMost);
    }

    [Theory]
    [InlineData(1, 0, 0.8)]
    [InlineData(3, 0, 0.9)]
    [InlineData(2, 5, 1.2)]
    public void QueueLength_IsArrivalRateTimesWait(int servers, int capacity, double load)
    {
        var run = QueueSimulation.Run(Usual with { ArrivalRate = load * servers, Servers = servers, Capacity = capacity });

        double admitted = load * servers * (1 - run.LossProbability.Mean);
        TheoryGrid.AssertNear(run.MeanQueueLength, admitted * run.MeanWait.Mean);
        TheoryGrid.AssertNear(run.Utilisation, admitted / servers);
        TheoryGrid.AssertNear(run.MeanTimeInSystem, run.MeanWait.Mean + 1);
    }

    // P(W > t) = ρ e^(−(1 − ρ) t) for M/M/1.
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void WaitPercentiles_OfOneExponentialServer_HaveTheirClosedForm(double load)
    {
        var run = QueueSimulation.Run(Usual with { ArrivalRate = load });

        double p95 = Math.Log(load / 0.05) / (1 - load);
        double p99 = Math.Log(load / 0.01) / (1 - load);
        TheoryGrid.AssertNear(run.P95Wait, p95, p95 / 256);
        TheoryGrid.AssertNear(run.P99Wait, p99, p99 / 256);
        TheoryGrid.AssertNear(run.WaitProbability, load);
        Assert.Equal(0, run.LossProbability.Mean);
    }

    [Fact]
    public void LogNormalService_WithoutVariation_IsDeterministicService()
    {
        var deterministic = QueueSimulation.Run(Usual with { Service = ServiceDistribution.Deterministic });
        var logNormal = QueueSimulation.Run(Usual with { Service = ServiceDistribution.Lognormal, ServiceCv = 0 });

        Assert.Equal(deterministic.MeanWait.Mean, logNormal.MeanWait.Mean, 1e-9);
    }

    [Fact]
    public void TheUnitOfTime_OnlyScalesTheResults()
    {
        var seconds = QueueSimulation.Run(Usual);
        var minutes = QueueSimulation.Run(Usual with { ArrivalRate = 60 * Usual.ArrivalRate, ServiceRate = 60 });

        Assert.Equal(seconds.MeanWait.Mean, 60 * minutes.MeanWait.Mean, 1e-6);
        Assert.Equal(seconds.MeanQueueLength.Mean, minutes.MeanQueueLength.Mean, 1e-6);
        Assert.Equal(seconds.Events, minutes.Events);
    }

    [Fact]
    public void OneMoreServer_WithTheSameArrivals_ShortensTheWait()
    {
        var experiment = Experiment.WithSeed(3);

        double before = QueueSimulation.Run(Usual with { ArrivalRate = 1.8, Servers = 2 }, experiment).MeanWait.Mean;
        double after = QueueSimulation.Run(Usual with { ArrivalRate = 1.8, Servers = 3 }, experiment).MeanWait.Mean;

        Assert.True(after < before / 2);
    }

    [Fact]
    public void Events_AreEveryArrivalAndEveryDeparture()
    {
        var run = QueueSimulation.Run(new QueueOptions { Customers = 1000, Warmup = 100 }, new Experiment { Replications = 3 });

        Assert.Equal(3 * 2 * 1100, run.Events);
    }

    [Fact]
    public void AnotherSeed_GivesAnotherRun() =>
        Assert.NotEqual(QueueSimulation.Run(Usual, Experiment.WithSeed(1)).MeanWait, QueueSimulation.Run(Usual, Experiment.WithSeed(2)).MeanWait);

    // A platform whose arithmetic differs in one bit shows here.
    [Theory]
    [InlineData(ServiceDistribution.Exponential, 4616111894445312370)]
    [InlineData(ServiceDistribution.Lognormal, 4618220311797036796)]
    public void MeanWait_OfAFixedSeed_HasTheseBits(ServiceDistribution service, ulong expected)
    {
        var run = QueueSimulation.Run(new QueueOptions { Service = service, Customers = 1000, Warmup = 0 }, new Experiment { Seed = 1, Replications = 1 });

        Assert.Equal(expected, BitConverter.DoubleToUInt64Bits(run.MeanWait.Mean));
    }

    [Fact]
    public void Run_CancelledInALongReplication_Stops()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var options = new QueueOptions { Customers = 100_000_000 };

        Assert.ThrowsAny<OperationCanceledException>(() => QueueSimulation.Run(options, new Experiment { Replications = 1, Cancellation = source.Token }));
    }
}
