using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Elasticity;

/// <summary>
/// What the same traffic costs, and how it fares, on a bought fleet and on an elastic one. Shares go from 0 to 1.
/// </summary>
public sealed record ElasticityResult
{
    /// <summary>What the bought fleet costs.</summary>
    [Measure("$")]
    public required Estimate BoughtCost { get; init; }

    /// <summary>The share of requests that the bought fleet refuses.</summary>
    [Measure]
    public required Estimate BoughtRefusedShare { get; init; }

    /// <summary>The share of the bought capacity that idles.</summary>
    [Measure]
    public required Estimate BoughtIdleShare { get; init; }

    /// <summary>The bought servers at the end.</summary>
    [Measure("servers")]
    public required Estimate BoughtServers { get; init; }

    /// <summary>What the elastic fleet costs.</summary>
    [Measure("$")]
    public required Estimate ElasticCost { get; init; }

    /// <summary>The share of requests that the elastic fleet refuses.</summary>
    [Measure]
    public required Estimate ElasticRefusedShare { get; init; }

    /// <summary>The share of the rented capacity that idles, boots or warms up.</summary>
    [Measure]
    public required Estimate ElasticIdleShare { get; init; }

    /// <summary>The most servers that were rented at once.</summary>
    [Measure("servers")]
    public required Estimate ElasticMostServers { get; init; }

    /// <summary>The share of the autoscaler's decisions that want more servers than the maximum allows.</summary>
    [Measure]
    public required Estimate ElasticCappedShare { get; init; }

    /// <summary>The price of an owned server hour divided by that of a rented one at which both fleets cost the same; above it renting is cheaper.</summary>
    [Measure]
    public required Estimate BreakEvenPriceRatio { get; init; }

    /// <summary>The first replication, hour by hour.</summary>
    [Measure]
    public required IReadOnlyList<ElasticityMoment> Hours { get; init; }

    /// <summary>The first replication around the beginning of the spike, minute by minute; empty when there is none.</summary>
    [Measure]
    public required IReadOnlyList<ElasticityMoment> SpikeMinutes { get; init; }

    /// <summary>What a reader should know before he trusts the numbers, one plain line each; empty where there is nothing to say.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>How many events were simulated, over all replications.</summary>
    public required long Events { get; init; }
}
