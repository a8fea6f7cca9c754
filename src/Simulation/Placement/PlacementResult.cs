using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Placement;

/// <summary>
/// How well a pool of hosts is filled. Shares go from 0 to 1; means are over the measured time.
/// </summary>
public sealed record PlacementResult
{
    /// <summary>The share of machines asked for that were refused, because no host had room.</summary>
    [Measure]
    public required Estimate RefusedShare { get; init; }

    /// <summary>The share of the largest machines asked for that were refused.</summary>
    [Measure]
    public required Estimate LargestRefusedShare { get; init; }

    /// <summary>The mean number of machines on all hosts.</summary>
    [Measure("machines")]
    public required Estimate Machines { get; init; }

    /// <summary>The mean number of hosts with at least one machine.</summary>
    [Measure("hosts")]
    public required Estimate HostsInUse { get; init; }

    /// <summary>The mean of the least number of hosts that could hold the same machines if they could be cut up and poured: the volume bound.</summary>
    [Measure("hosts")]
    public required Estimate HostsNeeded { get; init; }

    /// <summary>The mean number of machines on a host in use.</summary>
    [Measure("machines")]
    public required Estimate MachinesPerHost { get; init; }

    /// <summary>The mean share of the virtual CPUs for sale that is in use.</summary>
    [Measure]
    public required Estimate CpuUtilisation { get; init; }

    /// <summary>The mean share of memory in use.</summary>
    [Measure]
    public required Estimate MemoryUtilisation { get; init; }

    /// <summary>The share of the free virtual CPUs that lies on hosts without room for the largest machine that customers ask for.</summary>
    [Measure]
    public required Estimate Fragmentation { get; init; }

    /// <summary>The machines asked for, from the empty pool on, over all replications.</summary>
    [Measure("machines")]
    public required long Asked { get; init; }

    /// <summary>Of these, the refused ones.</summary>
    [Measure("machines")]
    public required long Refused { get; init; }

    /// <summary>Of these, those placed and gone again.</summary>
    [Measure("machines")]
    public required long Departed { get; init; }

    /// <summary>Of these, those still there at the end.</summary>
    [Measure("machines")]
    public required long Inside { get; init; }

    /// <summary>The hosts at the end of the first replication.</summary>
    [Measure]
    public required IReadOnlyList<HostState> Hosts { get; init; }

    /// <summary>The first replication, from the empty pool on.</summary>
    [Measure]
    public required IReadOnlyList<PlacementMoment> Moments { get; init; }

    /// <summary>How many arrivals and departures were simulated, over all replications.</summary>
    public required long Events { get; init; }
}
