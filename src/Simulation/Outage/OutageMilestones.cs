namespace InteractiveArticle.Simulation.Outage;

/// <summary>
/// The four times that tell how a day went, in minutes after the command. 0 means that the thing never stopped working.
/// </summary>
public sealed record OutageMilestones
{
    /// <summary>When the dashboard began to tell the truth.</summary>
    public double DashboardMinutes { get; init; }

    /// <summary>When GET, LIST and DELETE began to succeed again.</summary>
    public double GetFirstMinutes { get; init; }

    /// <summary>When GET, LIST and DELETE were back to normal.</summary>
    public double GetFullMinutes { get; init; }

    /// <summary>When PUT was back to normal.</summary>
    public double PutFullMinutes { get; init; }
}
