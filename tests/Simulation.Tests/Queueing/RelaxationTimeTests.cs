using InteractiveArticle.Simulation.Queueing;

namespace InteractiveArticle.Simulation.Tests.Queueing;

public class RelaxationTimeTests
{
    [Theory]
    [InlineData(0.25, 4)]
    [InlineData(0.64, 25)]
    [InlineData(0.81, 100)]
    public void OfOneExponentialServer_HasItsClosedForm(double load, double expected) =>
        Assert.Equal(expected, RelaxationTime.Of(new() { ArrivalRate = load }), expected * 1e-12);

    [Fact]
    public void IsShorterForServiceThatVariesLess_AndForMoreServers()
    {
        var one = new QueueOptions { ArrivalRate = 0.9 };

        Assert.Equal(RelaxationTime.Of(one) / 2, RelaxationTime.Of(one with { Service = ServiceDistribution.Deterministic }), 1e-9);
        Assert.Equal(RelaxationTime.Of(one) * 5, RelaxationTime.Of(one with { Service = ServiceDistribution.Lognormal, ServiceCv = 3 }), 1e-9);
        Assert.Equal(RelaxationTime.Of(one) / 4, RelaxationTime.Of(one with { ArrivalRate = 3.6, Servers = 4 }), 1e-9);
        Assert.Equal(double.PositiveInfinity, RelaxationTime.Of(one with { ArrivalRate = 2, Capacity = 5 }));
    }

    [Theory]
    [InlineData(0.8, 200_000, 20_000, 0, false)]
    [InlineData(0.97, 200_000, 20_000, 0, false)]
    [InlineData(0.99, 200_000, 20_000, 0, true)]
    [InlineData(0.99, 500_000, 120_000, 0, false)]
    [InlineData(0.8, 200_000, 0, 0, true)]
    [InlineData(2, 100, 0, 5, false)]
    public void ARunThatIsShortAgainstIt_IsWarnedOf(double load, int customers, int warmup, int capacity, bool isWarned)
    {
        var options = new QueueOptions { ArrivalRate = load, Customers = customers, Warmup = warmup, Capacity = capacity };

        Assert.Equal(isWarned, QueueSimulation.Run(options, new() { Replications = 1 }).Warnings.Count == 1);
    }
}
