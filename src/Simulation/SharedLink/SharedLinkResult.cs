using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.SharedLink;

/// <summary>
/// What people and the crawler get of the link.
/// </summary>
public sealed record SharedLinkResult
{
    /// <summary>The mean time that a page takes people, while the crawler runs, of the pages that both arrive and come while it is measured.</summary>
    [Measure("s")]
    public required Estimate PageTime { get; init; }

    /// <summary>The time that 95 % of people's pages do not exceed, while the crawler runs.</summary>
    /// <remarks>Of the pages of all replications together; not-a-number where there is none.</remarks>
    [Measure("s")]
    public required Estimate P95PageTime { get; init; }

    /// <summary>How many times as long people's pages take as they would alone on the link: all their time over all their time alone.</summary>
    [Measure]
    public required Estimate Slowdown { get; init; }

    /// <summary>The share of the link that is in use, while the crawler runs.</summary>
    [Measure]
    public required Estimate Utilisation { get; init; }

    /// <summary>What people's pages get of the link, counted when a page is complete.</summary>
    [Measure("Mbit/s")]
    public required Estimate PeopleThroughput { get; init; }

    /// <summary>What the crawler gets of the link, counted when a page is complete.</summary>
    [Measure("Mbit/s")]
    public required Estimate CrawlerThroughput { get; init; }

    /// <summary>The mean time of people's pages in theory, for a crawler that never rests.</summary>
    /// <remarks>See <see cref="ProcessorSharing"/>.</remarks>
    [Measure("s")]
    public required double PageTimeWithoutPauseInTheory { get; init; }

    /// <summary>The first replication, minute by minute from the beginning.</summary>
    [Measure]
    public required IReadOnlyList<LinkMinute> Timeline { get; init; }

    /// <summary>How many events were simulated, over all replications.</summary>
    public required long Events { get; init; }
}

/// <summary>
/// One minute on the link.
/// </summary>
/// <param name="Minute">The minute, from 0.</param>
/// <param name="PageTime">The mean time of people's pages that arrived in this minute and came; not-a-number where there is none.</param>
/// <param name="PeopleThroughput">What people's pages got of the link, counted when a page is complete.</param>
/// <param name="CrawlerThroughput">What the crawler got of the link, counted when a page is complete.</param>
public readonly record struct LinkMinute(
    [property: Measure("min")] int Minute,
    [property: Measure("s")] double PageTime,
    [property: Measure("Mbit/s")] double PeopleThroughput,
    [property: Measure("Mbit/s")] double CrawlerThroughput);
