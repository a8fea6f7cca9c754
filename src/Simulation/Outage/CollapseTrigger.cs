namespace InteractiveArticle.Simulation.Outage;

/// <summary>What brings a subsystem down once servers are gone.</summary>
public enum CollapseTrigger
{
    /// <summary>The demand exceeds what the remaining servers can carry, and one after the other gives way.</summary>
    Overload,

    /// <summary>Too many partitions of the metadata have lost two of their three replicas.</summary>
    Quorum,

    /// <summary>Both are at work: servers that give way take replicas with them, and whichever limit is reached first counts.</summary>
    Either,
}
