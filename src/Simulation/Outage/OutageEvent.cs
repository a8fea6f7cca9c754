namespace InteractiveArticle.Simulation.Outage;

/// <summary>Something that happens to a fleet.</summary>
/// <param name="Minute">When; minutes after the command.</param>
/// <param name="Kind">What.</param>
/// <param name="Fleet">To which fleet.</param>
/// <param name="Servers">How many servers go, for <see cref="OutageEventKind.ServersRemoved"/> and <see cref="OutageEventKind.ServerGaveWay"/>; the last one to be removed may go in part.</param>
/// <param name="Partition">Which partition, from 0 on, for <see cref="OutageEventKind.PartitionChecked"/> and <see cref="OutageEventKind.PartitionServes"/>.</param>
public readonly record struct OutageEvent(double Minute, OutageEventKind Kind, OutageFleet Fleet, double Servers = 0, int Partition = 0);

/// <summary>The two fleets that the command hits.</summary>
public enum OutageFleet
{
    /// <summary>The index: it knows where each object is.</summary>
    Index,

    /// <summary>Placement: it finds room for new objects.</summary>
    Placement,
}

/// <summary>What can happen to a fleet.</summary>
public enum OutageEventKind
{
    /// <summary>The tool takes servers out of service.</summary>
    ServersRemoved,

    /// <summary>A server gives way under too much load.</summary>
    ServerGaveWay,

    /// <summary>The demand begins to exceed what the working servers can carry.</summary>
    OverloadBegan,

    /// <summary>The working servers can carry the demand again, or none is left.</summary>
    OverloadEnded,

    /// <summary>People put back all servers that are gone.</summary>
    ServersReturned,

    /// <summary>The whole fleet is down; where it is the index, its doors are shut.</summary>
    Collapsed,

    /// <summary>People decide to restart the fleet, and its servers begin to boot.</summary>
    RestartDecided,

    /// <summary>The servers are up; none of the metadata is checked yet.</summary>
    Booted,

    /// <summary>The metadata of a partition is checked, and the partition begins to warm up.</summary>
    PartitionChecked,

    /// <summary>A partition is warm; it serves as soon as the doors are open.</summary>
    PartitionServes,

    /// <summary>Requests are let into the index again.</summary>
    DoorsOpened,
}
