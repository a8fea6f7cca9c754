using FsCheck;
using FsCheck.Fluent;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Placement;
using InteractiveArticle.Simulation.Queueing;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.Placement;

public sealed class PlacementTests
{
    private static readonly PlacementOptions OneSize = new() { MediumShare = 0, LargeShare = 0, HeavyShare = 0 };

    // With one size the pool is Erlang's: as many servers as machines fit, whatever the policy and the lives.
    [Fact]
    public void RefusedShare_OfOneSize_IsErlangsLoss_OverAGridOfPools()
    {
        TheoryGrid.AssertAgreement(
            from shape in new (int Hosts, int Slots)[] { (1, 1), (3, 1), (10, 1), (1, 8), (4, 8) }
            from load in new[] { 0.7, 1, 1.5 }
            from policy in new[] { PlacementPolicy.FirstFit, PlacementPolicy.DotProduct }
            from lifetime in Enum.GetValues<LifetimeDistribution>()
            let slots = shape.Hosts * shape.Slots
            let options = OneSize with
            {
                Hosts = shape.Hosts, HostCpu = 16, SmallCpu = 16 / shape.Slots, MediumCpu = 16, LargeCpu = 16, Load = load, Policy = policy, Lifetime = lifetime,
                Lives = 10_000 / slots, WarmupLives = 50,
            }
            let seed = (ulong)((slots * 1000) + (int)(load * 100) + ((int)policy * 10) + lifetime)
            let result = PlacementSimulation.Run(options, Experiment.WithSeed(seed))
            select new TheoryPoint(options, result.RefusedShare, ErlangB.LossProbability(load * slots, slots)));
    }

    [Fact]
    public void Overcommit_SellsEachSlotAgain()
    {
        var twice = PlacementSimulation.Run(OneSize with { Hosts = 2, HostCpu = 8, Overcommit = 2, Load = 1.8, Lives = 2000 });

        TheoryGrid.AssertNear(twice.RefusedShare, ErlangB.LossProbability(2 * 8 * 1.8 / 2, 16));
    }

    // 100 · 1.15 is 115, and 100 · 2.3 is 230, though not in binary.
    [Theory]
    [InlineData(100, 1.15, 115)]
    [InlineData(100, 2.3, 230)]
    [InlineData(96, 1.1, 105)]
    public void Overcommit_SellsEveryWholeCpu(int cpu, double overcommit, int sold)
    {
        var host = Assert.Single(PlacementSimulation.Run(OneSize with { Hosts = 1, HostCpu = cpu, SmallCpu = 1, Overcommit = overcommit, Load = 5 }, new() { Replications = 1 }).Hosts);

        Assert.Equal(sold, host.Small + host.FreeCpu);
    }

    [Theory]
    [InlineData(PlacementPolicy.BestFit)]
    [InlineData(PlacementPolicy.WorstFit)]
    [InlineData(PlacementPolicy.DotProduct)]
    public void OfEquallyGoodHosts_TheFirstIsTaken(PlacementPolicy policy)
    {
        var options = new PlacementOptions { Policy = policy, Hosts = 20, Lives = 10, Load = 0.8 };

        Assert.All(Enumerable.Range(1, 10), seed => Assert.Equal(
            PlainPool.Hosts(options, (ulong)seed),
            PlacementSimulation.Run(options, new() { Seed = (ulong)seed, Replications = 1 }).Hosts.Select(host => (host.Small, host.Medium, host.Large))));
    }

    [Fact]
    public void MemoryIsNeverSoldTwice()
    {
        // Memory for 4 machines of 2 vCPU with 8 GiB a piece; CPU for 80.
        var run = PlacementSimulation.Run(OneSize with { Hosts = 2, HostCpu = 16, HostMemory = 16, MemoryPerCpu = 4, Overcommit = 10, Load = 0.5, Lives = 2000 });

        TheoryGrid.AssertNear(run.RefusedShare, ErlangB.LossProbability(2 * 16 * 0.5 / 2, 4));
        Assert.Equal(run.Machines.Mean / 4, run.MemoryUtilisation.Mean, tolerance: 1e-9);
    }

    [Theory]
    [InlineData(PlacementPolicy.FirstFit, 0.7)]
    [InlineData(PlacementPolicy.BestFit, 1.2)]
    [InlineData(PlacementPolicy.WorstFit, 0.9)]
    [InlineData(PlacementPolicy.DotProduct, 0.9)]
    public void Machines_AreArrivalsTimesLife(PlacementPolicy policy, double load)
    {
        var run = PlacementSimulation.Run(new() { Policy = policy, Load = load });

        const double MeanCpu = (0.7 * 2) + (0.25 * 8) + (0.05 * 32);
        TheoryGrid.AssertNear(run.Machines, load * 40 * 96 / MeanCpu * (1 - run.RefusedShare.Mean));
        Assert.Equal(run.MachinesPerHost.Mean * run.HostsInUse.Mean, run.Machines.Mean, tolerance: 0.01 * run.Machines.Mean);
    }

    [Fact]
    public void AnyPool_KeepsItsBooks()
    {
        var pools =
            from hosts in Gen.Choose(1, 12)
            from overcommit in Gen.Elements(1.0, 1.5, 4)
            from medium in Gen.Elements(0, 0.3, 0.5)
            from large in Gen.Elements(0, 0.1, 0.5)
            from heavy in Gen.Elements(0, 0.3, 1)
            from load in Gen.Elements(0.2, 1.0, 3)
            from policy in Gen.Elements(Enum.GetValues<PlacementPolicy>())
            select new PlacementOptions
            {
                Hosts = hosts, Overcommit = overcommit, MediumShare = medium, LargeShare = large, HeavyShare = heavy, Load = load, Policy = policy, Lives = 5, WarmupLives = 2,
            };

        Prop.ForAll(pools.ToArbitrary(), options =>
        {
            var run = PlacementSimulation.Run(options, new Experiment { Replications = 1 });

            Assert.Equal(run.Asked, run.Refused + run.Departed + run.Inside);
            Assert.Equal(run.Inside, run.Hosts.Sum(host => host.Small + host.Medium + host.Large));
            Assert.Equal(options.Hosts, run.Hosts.Count);
            Assert.All(run.Hosts, host =>
            {
                Assert.Equal((int)(options.HostCpu * options.Overcommit) - host.FreeCpu, (2 * host.Small) + (8 * host.Medium) + (32 * host.Large));
                Assert.InRange(host.FreeCpu, 0, int.MaxValue);
                Assert.InRange(host.FreeMemory, 0, options.HostMemory);
            });
            Assert.True(run.HostsNeeded.Mean <= run.HostsInUse.Mean + 1e-9, "fewer hosts than the volume bound");
            Assert.InRange(run.CpuUtilisation.Mean, 0, 1);
            Assert.InRange(run.Fragmentation.Mean, 0, 1);
            Assert.All(run.Moments, moment => Assert.InRange(moment.Fragmentation, 0, 1));
            Assert.Equal(0, run.Moments[0].Machines);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20170228UL, 937UL));
    }

    // On an empty pool every free CPU is within reach of the largest machine; on one it does not fit, none is.
    [Theory]
    [InlineData(32, 0)]
    [InlineData(97, 1)]
    public void Fragmentation_IsJudgedByTheLargestMachine(int largest, double expected)
    {
        var run = PlacementSimulation.Run(new() { LargeCpu = largest, LargeShare = 0.001, HeavyShare = 0 }, new Experiment { Replications = 1 });

        Assert.Equal(expected, run.Moments[0].Fragmentation);
    }

    [Fact]
    public void SpreadingTheLoad_LeavesNoRoomForTheLargest()
    {
        var packed = PlacementSimulation.Run(new() { Policy = PlacementPolicy.BestFit });
        var spread = PlacementSimulation.Run(new() { Policy = PlacementPolicy.WorstFit });

        Assert.True(spread.LargestRefusedShare.Mean > 0.9);
        Assert.True(packed.LargestRefusedShare.Mean < 0.5);
        Assert.True(packed.CpuUtilisation.Mean > spread.CpuUtilisation.Mean);
        Assert.True(packed.HostsInUse.Mean < spread.HostsInUse.Mean);
    }

    [Fact]
    public void OneLever_DoesNotReshuffleTheOthers()
    {
        var counts = Enum.GetValues<PlacementPolicy>().Select(policy => PlacementSimulation.Run(new() { Policy = policy, HeavyShare = 0.1 * (int)policy }).Asked);

        // The same customers come at the same times, whatever is done with them.
        Assert.Single(counts.Distinct());
    }

    [Fact]
    public void SharesOfMoreThanAll_AreRefused() =>
        Assert.Contains("give at most 0.25", Assert.Throws<ModelOptionsException>(() => PlacementSimulation.Run(new() { MediumShare = 0.5, LargeShare = 0.75 })).Message, StringComparison.Ordinal);

    [Fact]
    public void SizesOutOfOrder_AreRefused() =>
        Assert.StartsWith("mediumCpu = 8: not allowed with smallCpu = 9", Assert.Throws<ModelOptionsException>(() => PlacementSimulation.Run(new() { SmallCpu = 9 })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(PlacementPolicy.FirstFit)]
    [InlineData(PlacementPolicy.WorstFit)]
    public void Trace_AddsUpToTheResult(PlacementPolicy policy)
    {
        var options = new PlacementOptions { Policy = policy, Hosts = 5, Load = 1.1, Lives = 5, LargeShare = 0.2 };
        var result = PlacementSimulation.Run(options, new() { Replications = 1 });
        var trace = PlacementSimulation.Trace(options);
        int count(PlacementStepKind kind) => trace.Count(step => step.Kind == kind);

        Assert.Equal([result.Asked, result.Refused, result.Departed], [count(PlacementStepKind.Placed) + count(PlacementStepKind.Refused), count(PlacementStepKind.Refused), count(PlacementStepKind.Left)]);
        Assert.All(result.Hosts, host => Assert.Equal(
            options.HostCpu - host.FreeCpu,
            trace.Where(step => step.Host == host.Host).Sum(step => step.Kind == PlacementStepKind.Placed ? step.Cpu : -step.Cpu)));
    }

    [Fact]
    public void Trace_OfAnotherPolicy_HasTheSameMachines()
    {
        var options = new PlacementOptions { Hosts = 5, Load = 1.1, Lives = 5 };
        (double, int, int, int)[] asked(PlacementPolicy policy) =>
            [.. PlacementSimulation.Trace(options with { Policy = policy }).Where(step => step.Kind != PlacementStepKind.Left).Select(step => (step.Hour, step.Machine, step.Cpu, step.Memory))];

        Assert.Equal(asked(PlacementPolicy.BestFit), asked(PlacementPolicy.WorstFit));
    }
}
