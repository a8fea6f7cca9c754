using InteractiveArticle.Simulation.Placement;
using Xunit;

namespace InteractiveArticle.Simulation.Tests.Placement;

public sealed class OnlinePackingTests
{
    private static readonly PlacementOptions Small = new()
    {
        Hosts = 3, HostCpu = 16, HostMemory = 64, SmallCpu = 2, MediumCpu = 4, LargeCpu = 8, HeavyMemoryPerCpu = 6, MediumShare = 0.35, LargeShare = 0.3,
    };

    [Fact]
    public void Arrivals_AreThoseOfTheSimulation()
    {
        var asked = PlacementSimulation.Trace(Small, new() { Seed = 5 }).Where(step => step.Kind != PlacementStepKind.Left).Take(20);

        Assert.Equal(asked.Select(step => (step.Cpu, step.Memory)), OnlinePacking.Arrivals(Small, 20, new() { Seed = 5 }).Select(machine => (machine.Cpu, machine.Memory)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(9138)]
    public void NoHost_IsEverFuller_ThanItIs(ulong seed)
    {
        var arrivals = OnlinePacking.Arrivals(Small, 10, new() { Seed = seed });
        int most = OnlinePacking.MostThatFit(Small, arrivals);
        foreach (var policy in Enum.GetValues<PlacementPolicy>())
        {
            var steps = OnlinePacking.ByRule(Small with { Policy = policy }, arrivals);
            Assert.Equal(arrivals.Count, steps.Count);
            foreach (var host in steps.Where(step => step.Host > 0).GroupBy(step => step.Host))
            {
                Assert.InRange(host.Key, 1, Small.Hosts);
                Assert.InRange(host.Sum(step => step.Cpu), 0, Small.HostCpu);
                Assert.InRange(host.Sum(step => step.Memory), 0, Small.HostMemory);
            }

            Assert.InRange(steps.Count(step => step.Host > 0), 0, most);
        }
    }

    [Fact]
    public void ByHand_TakesWhatWasSaid_AndAsksForTheNext()
    {
        VirtualMachine large = new(MachineSize.Large, 8, 48);
        VirtualMachine small = new(MachineSize.Small, 2, 4);

        var steps = OnlinePacking.ByHand(Small, [large, small, small, small], [2, 3]);

        Assert.Equal([2, 3], steps.Select(step => step.Host));
        Assert.Equal(2, steps[^1].HostsInUse);
    }

    [Fact]
    public void ByHand_DoesNotAsk_WhereNoHostHasRoom()
    {
        VirtualMachine large = new(MachineSize.Large, 8, 48);
        VirtualMachine small = new(MachineSize.Small, 2, 4);

        var steps = OnlinePacking.ByHand(Small, [large, large, large, large, small], [1, 2, 3, 1]);

        Assert.Equal([1, 2, 3, 0, 1], steps.Select(step => step.Host));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(0)]
    [InlineData(-7)]
    public void ByHand_RefusesWhatIsSentWhereThereIsNoRoom(int host)
    {
        VirtualMachine large = new(MachineSize.Large, 8, 48);

        Assert.Equal([1, 0], OnlinePacking.ByHand(Small, [large, large], [1, host]).Select(step => step.Host));
    }

    // Two of 48 GiB and 8 virtual CPUs leave 16 GiB beside each: that is what must not be filled with small ones first.
    [Fact]
    public void MostThatFit_LooksAhead()
    {
        var one = Small with { Hosts = 1 };
        VirtualMachine large = new(MachineSize.Large, 8, 48);
        VirtualMachine medium = new(MachineSize.Medium, 4, 24);

        Assert.Equal(2, OnlinePacking.MostThatFit(one, [large, medium, medium]));
        Assert.Equal(1, OnlinePacking.ByHand(one, [large, medium, medium], [1]).Count(step => step.Host > 0));
    }

    [Fact]
    public void MostThatFit_RefusesToSearchTooFar() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => OnlinePacking.MostThatFit(Small, [.. Enumerable.Repeat(new VirtualMachine(MachineSize.Small, 2, 4), OnlinePacking.MostMachines + 1)]));
}
