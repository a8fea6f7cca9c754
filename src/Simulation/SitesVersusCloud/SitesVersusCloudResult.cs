using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.SitesVersusCloud;

/// <summary>
/// How often a site is down, and how many are down at once, on servers of their own and on one cloud.
/// </summary>
public sealed record SitesVersusCloudResult
{
    /// <summary>The availability of a site on its own server, from 0 to 1.</summary>
    [Measure]
    public required Estimate OwnAvailability { get; init; }

    /// <summary>The availability of a site on the cloud, from 0 to 1.</summary>
    [Measure]
    public required Estimate CloudAvailability { get; init; }

    /// <summary>The availability of a site on its own server, in theory.</summary>
    [Measure]
    public required double OwnAvailabilityInTheory { get; init; }

    /// <summary>The availability of a site on the cloud, in theory.</summary>
    [Measure]
    public required double CloudAvailabilityInTheory { get; init; }

    /// <summary>The mean number of sites down at once, on servers of their own.</summary>
    [Measure("sites")]
    public required Estimate OwnMeanDown { get; init; }

    /// <summary>The mean number of sites down at once, on one cloud.</summary>
    [Measure("sites")]
    public required Estimate CloudMeanDown { get; init; }

    /// <summary>In 99 % of the time no more sites than these are down at once, on servers of their own.</summary>
    [Measure("sites")]
    public required int OwnP99Down { get; init; }

    /// <summary>In 99 % of the time no more sites than these are down at once, on one cloud.</summary>
    [Measure("sites")]
    public required int CloudP99Down { get; init; }

    /// <summary>The most sites that were ever down at once, on servers of their own.</summary>
    [Measure("sites")]
    public required int OwnMostDown { get; init; }

    /// <summary>The most sites that were ever down at once, on one cloud.</summary>
    [Measure("sites")]
    public required int CloudMostDown { get; init; }

    /// <summary>The share of time in which many sites are down at once, on servers of their own.</summary>
    [Measure]
    public required Estimate OwnManyDown { get; init; }

    /// <summary>The share of time in which many sites are down at once, on one cloud.</summary>
    [Measure]
    public required Estimate CloudManyDown { get; init; }

    /// <summary>The share of time in which many sites are down at once, on servers of their own, in theory.</summary>
    [Measure]
    public required double OwnManyDownInTheory { get; init; }

    /// <summary>The share of time in which many sites are down at once, on one cloud, in theory.</summary>
    [Measure]
    public required double CloudManyDownInTheory { get; init; }

    /// <summary>The share of time in which at least so many sites are down at once; steps widen with the number.</summary>
    [Measure]
    public required IReadOnlyList<TailPoint> Tail { get; init; }

    /// <summary>The worst moment of each of the first replication's weeks, for ten years at most.</summary>
    [Measure]
    public required IReadOnlyList<WeekOfWorlds> Weeks { get; init; }

    /// <summary>The first replication event by event, for as many sites as were asked for; null for none.</summary>
    public WorldsTrace? Trace { get; init; }

    /// <summary>How many failures, recoveries and outages were simulated, in both worlds and over all replications.</summary>
    public required long Events { get; init; }
}
