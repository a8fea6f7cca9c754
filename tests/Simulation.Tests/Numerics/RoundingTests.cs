using InteractiveArticle.Simulation.Elasticity;
using InteractiveArticle.Simulation.Hypervisor;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;
using InteractiveArticle.Simulation.Queueing;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.Numerics;

/// <summary>Nothing is decided by the last bits of a product: not by those of shares that readers type, either.</summary>
public class RoundingTests
{
    // No noise, no growth, no day and night, no spike.
    private static readonly ElasticityOptions Steady = new() { Days = 2, DailySwing = 0, NoiseCv = 0, MonthlyGrowth = 0, ForecastGrowth = 0, Spike = 1 };

    [Theory]
    [InlineData(0.07 * 100, 7)]
    [InlineData(1.1 * 100, 110)]
    [InlineData(7, 7)]
    [InlineData(7.00001, 8)]
    [InlineData(1e-12, 1)]
    [InlineData(0, 0)]
    [InlineData(-1e-12, 0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void Up_IsTheWholeNumberThatIsMeant(double value, double expected) => Assert.Equal(expected, Rounding.Up(value));

    [Theory]
    [InlineData(0.29 * 100, 29)]
    [InlineData(1.15 * 100, 115)]
    [InlineData(7, 7)]
    [InlineData(6.99999, 6)]
    [InlineData(0.999999, 0)]
    public void Down_IsTheWholeNumberThatIsMeant(double value, double expected) => Assert.Equal(expected, Rounding.Down(value));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.0123, 0.012)]
    [InlineData(0.15, 0.15)]
    [InlineData(1.15, 1.2)]
    [InlineData(9.96, 10)]
    [InlineData(43.4, 43)]
    [InlineData(389.83, 390)]
    [InlineData(9356, 9400)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void ToTwoDigits_KeepsTwoThatMeanSomething(double value, double expected) => Assert.Equal(expected, Rounding.ToTwoDigits(value));

    [Fact]
    public void EveryPercent_OfEveryHundred_IsWhole() => Assert.All(
        from percent in Enumerable.Range(0, 101) from hundreds in Enumerable.Range(1, 50) select (percent, hundreds),
        pair =>
        {
            double product = pair.percent / 100.0 * (100 * pair.hundreds);
            Assert.Equal(pair.percent * pair.hundreds, Rounding.Up(product));
            Assert.Equal(pair.percent * pair.hundreds, Rounding.Down(product));
        });

    [Fact]
    public void EqualNumbers_DoNotExceedEachOther_AndOthersDo()
    {
        Assert.False(Rounding.Exceeds(0.1 + 0.2, 0.3));
        Assert.False(Rounding.Exceeds(0.3, 0.1 + 0.2));
        Assert.True(Rounding.Exceeds(0.3001, 0.3));
        Assert.True(Rounding.Exceeds(0, double.NegativeInfinity));
    }

    [Fact]
    public void AQuantile_IsTheObservationOfItsRank() => Assert.All(Enumerable.Range(1, 100), percent =>
    {
        var histogram = new QuantileHistogram();
        for (int value = 1; value <= 100; value++)
        {
            histogram.Add(value);
        }

        Assert.Equal(percent, histogram.Quantile(percent / 100.0), tolerance: percent / 256.0);
    });

    [Fact]
    public void AnAutoscaler_RentsAsManyServersAsAreUsedToTheTarget() => Assert.All(Enumerable.Range(2, 30), servers =>
    {
        var options = Steady with { MeanDemand = 29 * servers, ServerCapacity = 100, TargetUtilisation = 0.29 };

        Assert.Equal(servers, ElasticitySimulation.Run(options, new() { Replications = 1 }).ElasticMostServers.Mean);
    });

    [Fact]
    public void APlanner_OrdersNoServerForRounding() =>
        Assert.Equal(33, ElasticitySimulation.Run(Steady with { MeanDemand = 1500, Reserve = 0.1, ServerCapacity = 50 }, new() { Replications = 1 }).BoughtServers.Mean);

    [Theory]
    [InlineData(0.7)]
    [InlineData(1.1)]
    [InlineData(1.4)]
    public void ASpike_BeginsInItsMinute(double day)
    {
        var options = Steady with { SpikeDay = day, Spike = 2, SpikeRiseMinutes = 0 };

        var minutes = ElasticitySimulation.Run(options, new() { Replications = 1 }).SpikeMinutes;

        Assert.Equal(121, minutes.Count);
        Assert.Equal(30, minutes.TakeWhile(minute => minute.Demand == options.MeanDemand).Count());
        Assert.All(minutes.Skip(30), minute => Assert.Equal(2 * options.MeanDemand, minute.Demand));
    }

    [Fact]
    public void ASlice_IsAsLongAsItSays()
    {
        var options = new HypervisorOptions { Cores = 1, Machines = 3, NoisyNeighbours = 2, SliceMilliseconds = 4.1, Seconds = 1 };

        var turns = HypervisorSimulation.Run(options, new() { Replications = 1 }).Turns;

        Assert.Equal(4_100_000, turns.Max(turn => (turn.End - turn.Start) * 1e6), tolerance: 0.5);
    }

    [Fact]
    public void AQueue_WithAsMuchWorkAsItCanDo_IsRefused() =>
        Assert.Throws<ModelOptionsException>(() => new QueueOptions { ArrivalRate = 0.3, ServiceRate = 0.1, Servers = 3 }.Check());
}
