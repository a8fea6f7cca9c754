namespace InteractiveArticle.Simulation.Outage;

/// <summary>
/// The times that tell how a day went, in minutes after the command, and what it cost. Each is the time from which on
/// something works, and so 0 where it never stopped working.
/// </summary>
/// <remarks>Where the command hits only some of the cells, the times of GET and PUT are those of these cells.</remarks>
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

    /// <summary>When nine in ten of the services and sites on S3 had worked off what had waited.</summary>
    public double DependantsMinutes { get; init; }

    /// <summary>What the day cost the dependants: the worth of the work that failed and was not done later; M$.</summary>
    public double LossMillions { get; init; }
}
