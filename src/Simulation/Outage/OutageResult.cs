using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Outage;

/// <summary>
/// How the day goes: the typical day minute by minute, and many days that differ from it by chance.
/// </summary>
/// <remarks>A day on which something was never disturbed counts with 0 minutes in the mean.</remarks>
public sealed record OutageResult
{
    /// <summary>When the dashboard begins to tell the truth, over the days; minutes after the command, 0 on a day without a failure.</summary>
    [Measure("min")]
    public required Estimate DashboardMinutes { get; init; }

    /// <summary>When GET, LIST and DELETE begin to succeed again, over the days; minutes after the command, 0 on a day on which they never stopped.</summary>
    [Measure("min")]
    public required Estimate GetFirstMinutes { get; init; }

    /// <summary>When GET, LIST and DELETE are back to normal, over the days; minutes after the command, 0 on a day on which they never failed.</summary>
    [Measure("min")]
    public required Estimate GetFullMinutes { get; init; }

    /// <summary>When PUT is back to normal, over the days; minutes after the command, 0 on a day on which it never failed.</summary>
    [Measure("min")]
    public required Estimate PutFullMinutes { get; init; }

    /// <summary>When nine in ten of the services and sites on S3 have worked off what had waited, over the days; minutes after the command, 0 on a day without a failure.</summary>
    [Measure("min")]
    public required Estimate DependantsMinutes { get; init; }

    /// <summary>What the day costs the dependants, over the days.</summary>
    [Measure("M$")]
    public required Estimate LossMillions { get; init; }

    /// <summary>The share of the days on which any request to S3 failed.</summary>
    [Measure]
    public required Estimate DisturbedShare { get; init; }

    /// <summary>How often the index collapses on the typical day.</summary>
    [Measure]
    public required int IndexCollapses { get; init; }

    /// <summary>The typical day's longest wait for an answer of the index that comes before its client gives up.</summary>
    [Measure("min")]
    public required double LongestWaitMinutes { get; init; }

    /// <summary>The typical day's failed GET, LIST and DELETE requests, as minutes of total failure.</summary>
    [Measure("min")]
    public required double GetMinutesLost { get; init; }

    /// <summary>The typical day's failed PUT requests, as minutes of total failure.</summary>
    [Measure("min")]
    public required double PutMinutesLost { get; init; }

    /// <summary>The typical day's times: every step takes exactly its mean.</summary>
    public required OutageMilestones Typical { get; init; }

    /// <summary>The typical day from the command until S3 and its dependants are back to normal.</summary>
    [Measure]
    public required IReadOnlyList<OutageMinute> Minutes { get; init; }

    /// <summary>The times of every simulated day.</summary>
    public required IReadOnlyList<OutageMilestones> Days { get; init; }

    /// <summary>How many events were simulated, over all days.</summary>
    public required long Events { get; init; }
}
