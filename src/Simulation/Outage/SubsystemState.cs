namespace InteractiveArticle.Simulation.Outage;

/// <summary>Where a subsystem stands between its first collapse and its restart.</summary>
internal enum SubsystemState
{
    /// <summary>It runs and has never collapsed.</summary>
    Running,

    /// <summary>It has collapsed; people have not yet decided, or the servers are not yet up.</summary>
    Down,

    /// <summary>Its servers are up again; of its partitions those serve that have been checked.</summary>
    Restarted,
}
