namespace InteractiveArticle.Simulation.Outage;

/// <summary>
/// How the typical day goes, without its minutes: what a sweep over many settings needs of each.
/// </summary>
public sealed record OutageOutline
{
    /// <summary>The day's times.</summary>
    public required OutageMilestones Milestones { get; init; }

    /// <summary>How often the index collapses.</summary>
    public required int IndexCollapses { get; init; }

    /// <summary>The failed GET, LIST and DELETE requests, as minutes of total failure.</summary>
    public required double GetMinutesLost { get; init; }
}
