using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Placement;

/// <summary>Which of the hosts with room takes a new virtual machine; of equally good ones the first in the order of their numbers.</summary>
public enum PlacementPolicy
{
    /// <summary>The first one in the order of their numbers.</summary>
    FirstFit,

    /// <summary>The fullest one.</summary>
    BestFit,

    /// <summary>The emptiest one: spread the load.</summary>
    WorstFit,

    /// <summary>Among the hosts in use, the one whose free CPU and memory point the same way as the machine's needs (the largest normalised dot product); an empty one only when there is no other.</summary>
    DotProduct,
}

/// <summary>How long virtual machines live.</summary>
public enum LifetimeDistribution
{
    /// <summary>Exponential: memoryless.</summary>
    Exponential,

    /// <summary>Log-normal with coefficient of variation 2: many short lives and a few very long ones.</summary>
    Lognormal,
}

/// <summary>
/// Virtual machines of three sizes that come and go on a pool of identical hosts.
/// </summary>
/// <remarks>
/// The default host is that of AWS's M5 family: 48 cores with two threads each make 96 virtual CPUs (vCPU) beside
/// 384 GiB of memory, and the default small machine is its m5.large with 2 vCPU. All else is an assumption.
/// </remarks>
public sealed record PlacementOptions : ModelOptions
{
    /// <summary>The number of hosts, from 1 to 1000.</summary>
    [Parameter("hosts in the pool", Unit = "hosts", Minimum = 1, Maximum = 1000)]
    public int Hosts { get; init; } = 40;

    /// <summary>The virtual CPUs of a host, from 1 to 1024.</summary>
    [Parameter("virtual CPUs of a host", Unit = "vCPU", Minimum = 1, Maximum = 1024)]
    public int HostCpu { get; init; } = 96;

    /// <summary>The memory of a host, from 1 to 65 536 GiB.</summary>
    [Parameter("memory of a host", Unit = "GiB", Minimum = 1, Maximum = 65_536)]
    public int HostMemory { get; init; } = 384;

    /// <summary>How many times each virtual CPU is sold, from 1 to 10. Memory is never sold twice.</summary>
    [Parameter("how many times each virtual CPU is sold", Minimum = 1, Maximum = 10)]
    public double Overcommit { get; init; } = 1;

    /// <summary>The virtual CPUs of a small machine, from 1 to 1024.</summary>
    [Parameter("virtual CPUs of a small machine", Unit = "vCPU", Minimum = 1, Maximum = 1024)]
    public int SmallCpu { get; init; } = 2;

    /// <summary>The virtual CPUs of a medium machine, from 1 to 1024.</summary>
    [Parameter("virtual CPUs of a medium machine", Unit = "vCPU", Minimum = 1, Maximum = 1024)]
    public int MediumCpu { get; init; } = 8;

    /// <summary>The virtual CPUs of a large machine, from 1 to 1024.</summary>
    [Parameter("virtual CPUs of a large machine", Unit = "vCPU", Minimum = 1, Maximum = 1024)]
    public int LargeCpu { get; init; } = 32;

    /// <summary>The share of machines that are medium, from 0 to 1.</summary>
    [Parameter("share of machines that are medium", Minimum = 0, Maximum = 1)]
    public double MediumShare { get; init; } = 0.25;

    /// <summary>The share of machines that are large, from 0 to 1; the rest is small.</summary>
    [Parameter("share of machines that are large", Minimum = 0, Maximum = 1)]
    public double LargeShare { get; init; } = 0.05;

    /// <summary>The memory for each virtual CPU of an ordinary machine, from 1 to 64 GiB.</summary>
    [Parameter("memory for each virtual CPU of an ordinary machine", Unit = "GiB", Minimum = 1, Maximum = 64)]
    public int MemoryPerCpu { get; init; } = 2;

    /// <summary>The memory for each virtual CPU of a memory-heavy machine, from 1 to 64 GiB.</summary>
    [Parameter("memory for each virtual CPU of a memory-heavy machine", Unit = "GiB", Minimum = 1, Maximum = 64)]
    public int HeavyMemoryPerCpu { get; init; } = 8;

    /// <summary>The share of machines, of every size, that are memory-heavy; from 0 to 1.</summary>
    [Parameter("share of machines that are memory-heavy", Minimum = 0, Maximum = 1)]
    public double HeavyShare { get; init; } = 0.3;

    /// <summary>Which of the hosts with room takes a new machine.</summary>
    [Parameter("which of the hosts with room takes a new machine")]
    public PlacementPolicy Policy { get; init; } = PlacementPolicy.BestFit;

    /// <summary>The virtual CPUs that customers would use if none were refused, as a share of those in the pool before overcommit; from 0.01 to 10.</summary>
    [Parameter("virtual CPUs asked for, as a share of those in the pool", Minimum = 0.01, Maximum = 10)]
    public double Load { get; init; } = 0.9;

    /// <summary>How long machines live.</summary>
    [Parameter("how long machines live")]
    public LifetimeDistribution Lifetime { get; init; }

    /// <summary>The mean life of a machine, from 0.01 to 10 000 hours.</summary>
    [Parameter("mean life of a machine", Unit = "h", Minimum = 0.01, Maximum = 10_000)]
    public double MeanLifeHours { get; init; } = 24;

    /// <summary>The time that is measured, from 1 to 10 000 mean lives.</summary>
    [Parameter("time that is measured, in mean lives, per replication", Unit = "lives", Minimum = 1, Maximum = 10_000)]
    public int Lives { get; init; } = 20;

    /// <summary>The time before measuring starts, from 0 to 1000 mean lives: the pool starts empty and needs to fill.</summary>
    [Parameter("time before measuring starts, in mean lives, per replication", Unit = "lives", Minimum = 0, Maximum = 1000)]
    public int WarmupLives { get; init; } = 5;

    /// <summary>The virtual CPUs of a host that can be sold.</summary>
    public int SoldCpu => (int)Rounding.Down(HostCpu * Overcommit);

    /// <summary>The mean number of virtual CPUs a machine asks for.</summary>
    internal double MeanCpu => (SmallShare * SmallCpu) + (MediumShare * MediumCpu) + (LargeShare * LargeCpu);

    /// <summary>The machines that would be there if none were refused: the offered load in erlangs.</summary>
    internal double OfferedMachines => Load * Hosts * HostCpu / MeanCpu;

    // Rounding must not leave a share of −10⁻¹⁷.
    private double SmallShare => Math.Max(0, 1 - MediumShare - LargeShare);

    /// <inheritdoc/>
    protected internal override IEnumerable<ModelRule> Rules =>
    [
        new(
            "mediumShare + largeShare ≤ 1",
            !Rounding.Exceeds(MediumShare + LargeShare, 1),
            $"mediumShare = {MediumShare}: not allowed with largeShare = {LargeShare}; shares add up to 1 at the most, so give at most {1 - LargeShare}"),
        new(
            "smallCpu ≤ mediumCpu ≤ largeCpu",
            SmallCpu <= MediumCpu && MediumCpu <= LargeCpu,
            $"mediumCpu = {MediumCpu}: not allowed with smallCpu = {SmallCpu} and largeCpu = {LargeCpu}; give them in the order of their names"),
    ];
}
