namespace InteractiveArticle.Simulation.Placement;

/// <summary>
/// What happened to one virtual machine on a pool, and the pool right after it.
/// </summary>
/// <param name="Hour">When; hours since the empty pool opened.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Machine">Which machine, numbered from 1 in the order in which they were asked for.</param>
/// <param name="Cpu">Its virtual CPUs.</param>
/// <param name="Memory">Its memory; GiB.</param>
/// <param name="Host">The number of its host, from 1; 0 where it was refused.</param>
/// <param name="HostsInUse">The hosts with at least one machine.</param>
/// <param name="Fragmentation">The share of the free virtual CPUs that lies on hosts without room for the largest machine; from 0 to 1.</param>
public readonly record struct PlacementStep(
    double Hour, PlacementStepKind Kind, int Machine, int Cpu, int Memory, int Host, int HostsInUse, double Fragmentation);

/// <summary>What happens to virtual machines.</summary>
public enum PlacementStepKind
{
    /// <summary>A machine was asked for and put on a host.</summary>
    Placed,

    /// <summary>A machine was asked for, and no host had room.</summary>
    Refused,

    /// <summary>A machine left its host.</summary>
    Left,
}
