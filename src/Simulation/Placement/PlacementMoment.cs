using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Placement;

/// <summary>
/// The pool at one moment of a run, from its first machine on. Shares go from 0 to 1.
/// </summary>
/// <param name="Hour">Hours since the empty pool opened.</param>
/// <param name="Machines">The machines on all hosts.</param>
/// <param name="HostsInUse">The hosts with at least one machine.</param>
/// <param name="CpuUtilisation">The share of the virtual CPUs for sale that is in use.</param>
/// <param name="MemoryUtilisation">The share of memory in use.</param>
/// <param name="Fragmentation">The share of the free virtual CPUs that lies on hosts without room for the largest machine.</param>
public readonly record struct PlacementMoment(
    [property: Measure("h")] double Hour,
    [property: Measure("machines")] int Machines,
    [property: Measure("hosts")] int HostsInUse,
    [property: Measure] double CpuUtilisation,
    [property: Measure] double MemoryUtilisation,
    [property: Measure] double Fragmentation);
