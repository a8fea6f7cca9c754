using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.BareMetal;

/// <summary>
/// How a bought fleet serves its visitors, and what of it stands idle.
/// </summary>
public sealed record BareMetalResult
{
    /// <summary>The servers that were bought.</summary>
    [Measure("servers")]
    public required int Servers { get; init; }

    /// <summary>When the surprise begins, from the beginning of the run: at noon of its middle day.</summary>
    [Measure("h")]
    public required double SpikeStart { get; init; }

    /// <summary>The share of all requests that are turned away: in each hour, what exceeds the capacity of the servers that work as it begins.</summary>
    [Measure]
    public required Estimate RefusedShare { get; init; }

    /// <summary>The share of the requests during the surprise that are turned away; not a number where no hour belongs to it.</summary>
    [Measure]
    public required Estimate RefusedInSpike { get; init; }

    /// <summary>The share of the bought capacity that serves nobody, broken or idle: of the money, what is spent on standing by.</summary>
    [Measure]
    public required Estimate IdleShare { get; init; }

    /// <summary>The share of the servers that work, over time.</summary>
    [Measure]
    public required Estimate Availability { get; init; }

    /// <summary>The share of the working servers' capacity that is used; not a number where none ever works.</summary>
    [Measure]
    public required Estimate Utilisation { get; init; }

    /// <summary>How often a server fails, in each year in which it is not broken.</summary>
    [Measure("1/year")]
    public required Estimate FailuresPerServerYear { get; init; }

    /// <summary>How many failures a year need a new machine, for each server that was bought.</summary>
    [Measure("1/year")]
    public required Estimate ReplacementsPerServerYear { get; init; }

    /// <summary>The mean number of servers that a person repairs or that wait for one to do so.</summary>
    [Measure("servers")]
    public required Estimate InRepair { get; init; }

    /// <summary>The mean number of servers among those in repair that still wait for a person.</summary>
    [Measure("servers")]
    public required Estimate WaitingForPeople { get; init; }

    /// <summary>The mean number of servers that wait for a new machine to arrive.</summary>
    [Measure("servers")]
    public required Estimate WaitingForParts { get; init; }

    /// <summary>The mean number of servers whose zone is down, the broken ones among them included.</summary>
    [Measure("servers")]
    public required Estimate InZonesDown { get; init; }

    /// <summary>The first replication, hour by hour.</summary>
    [Measure]
    public required IReadOnlyList<FleetHour> Hours { get; init; }

    /// <summary>How many events were simulated, over all replications.</summary>
    public required long Events { get; init; }
}

/// <summary>
/// One hour of the fleet.
/// </summary>
/// <param name="Hour">The hour from the beginning.</param>
/// <param name="Demand">What visitors ask for.</param>
/// <param name="Capacity">What the working servers can answer.</param>
/// <param name="Served">What is answered.</param>
public readonly record struct FleetHour(
    [property: Measure("h")] int Hour,
    [property: Measure("requests/s")] double Demand,
    [property: Measure("requests/s")] double Capacity,
    [property: Measure("requests/s")] double Served);
