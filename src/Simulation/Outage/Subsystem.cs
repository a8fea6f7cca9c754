namespace InteractiveArticle.Simulation.Outage;

/// <summary>
/// The state of the index or of the placement subsystem: a fleet of servers until it collapses, and from then on the
/// partitions of its metadata that are checked and serving again.
/// </summary>
internal sealed class Subsystem(int number, int servers, int partitions, double demand)
{
    /// <summary>Tells the two apart where their steps vary independently.</summary>
    public int Number { get; } = number;

    public int Servers { get; } = servers;

    public int Partitions { get; } = partitions;

    /// <summary>The morning's demand, in servers' worth of work.</summary>
    public double Demand { get; } = demand;

    public int Working { get; set; } = servers;

    public bool Alarmed { get; set; }

    public bool RemovalStopped { get; set; }

    public bool GivingWay { get; set; }

    public bool Collapsed { get; set; }

    public bool Booted { get; set; }

    /// <summary>Whether requests are let in after a collapse.</summary>
    public bool Open { get; set; }

    public int ServingPartitions { get; set; }

    public bool Overloaded => !Collapsed && Demand > Working;

    public double Utilisation => Demand / Working;

    public double Capacity => Collapsed ? (double)ServingPartitions / Partitions : (double)Working / Servers;

    /// <summary>
    /// The share of requests that succeed. Before a collapse an overloaded fleet serves what it can; after one, a
    /// request succeeds when the partition that holds its object serves.
    /// </summary>
    public double Success => Collapsed ? (Open ? Capacity : 0) : Math.Min(1, Working / Demand);

    /// <summary>
    /// The share of partitions that have lost at least two of three replicas, when the servers that are gone are a
    /// random choice: 3r²(1 − r) + r³ for a share r of servers gone.
    /// </summary>
    public double PartitionsWithoutQuorum
    {
        get
        {
            double gone = 1 - ((double)Working / Servers);
            return gone * gone * (3 - (2 * gone));
        }
    }
}
