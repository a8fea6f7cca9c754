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

    /// <summary>The share of requests that are turned away.</summary>
    [Measure]
    public required Estimate RefusedShare { get; init; }

    /// <summary>The share of requests that are turned away during the surprise.</summary>
    [Measure]
    public required Estimate RefusedInSpike { get; init; }

    /// <summary>The share of the bought capacity that serves nobody, broken or idle: of the money, what is spent on standing by.</summary>
    [Measure]
    public required Estimate IdleShare { get; init; }

    /// <summary>The availability of a server: the share of the servers that work, over time.</summary>
    [Measure]
    public required Estimate Availability { get; init; }

    /// <summary>The utilisation: the share of the working servers' capacity that is used.</summary>
    [Measure]
    public required Estimate Utilisation { get; init; }

    /// <summary>The mean number of servers that are in repair or wait for a person.</summary>
    [Measure("servers")]
    public required Estimate InRepair { get; init; }

    /// <summary>The mean number of servers that wait for a new machine to arrive.</summary>
    [Measure("servers")]
    public required Estimate WaitingForParts { get; init; }

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
