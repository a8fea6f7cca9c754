using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Queueing;

namespace InteractiveArticle.Simulation.Tests.Queueing;

public class QueueOptionsTests
{
    [Fact]
    public void Run_AtFullLoadWithEndlessRoom_IsRefused()
    {
        var refusal = Assert.Throws<ModelOptionsException>(() => QueueSimulation.Run(new QueueOptions { ArrivalRate = 6, ServiceRate = 2, Servers = 3 }));

        Assert.Equal("arrivalRate = 6: not allowed with servers = 3 and serviceRate = 2; the queue would grow for ever, so give less than 6, or a capacity", refusal.Message);
    }

    [Fact]
    public void Run_WithLessRoomThanServers_IsRefused()
    {
        var refusal = Assert.Throws<ModelOptionsException>(() => QueueSimulation.Run(new QueueOptions { Servers = 3, Capacity = 2 }));

        Assert.StartsWith("capacity = 2: not allowed with servers = 3", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public void Run_WithARecordOutOfRange_IsRefusedAsTypedTextIs()
    {
        var refusal = Assert.Throws<ModelOptionsException>(() => QueueSimulation.Run(new QueueOptions { ArrivalRate = double.NaN }));

        Assert.Equal("arrivalRate = NaN: not allowed; arrivalRate (arrival rate) takes a number from 1E-06 to 1000000 [1/time]", refusal.Message);
    }

    [Fact]
    public void Run_WithAnUndefinedDistribution_IsRefused() =>
        Assert.Throws<ModelOptionsException>(() => QueueSimulation.Run(new QueueOptions { Service = (ServiceDistribution)9 }));
}
