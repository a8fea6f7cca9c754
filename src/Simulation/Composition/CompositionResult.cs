using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Composition;

/// <summary>
/// What becomes of availability and latency when services are put together, simulated and in theory.
/// </summary>
public sealed record CompositionResult
{
    /// <summary>The share of requests for which every service works, from 0 to 1.</summary>
    [Measure]
    public required Estimate Availability { get; init; }

    /// <summary>The mean latency of the slowest of the parallel answers.</summary>
    [Measure("ms")]
    public required Estimate MeanSlowest { get; init; }

    /// <summary>The 99th percentile of the latency of the slowest answer.</summary>
    /// <remarks>Of the requests of all replications together, to within 1/256.</remarks>
    [Measure("ms")]
    public required Estimate P99Slowest { get; init; }

    /// <summary>The share of requests whose slowest answer takes longer than the deadline, from 0 to 1.</summary>
    [Measure]
    public required Estimate LateShare { get; init; }

    /// <summary>The second requests for each first one, from 0 to 1: the load that hedging adds.</summary>
    [Measure]
    public required Estimate ExtraLoadShare { get; init; }

    /// <summary>The availability in theory.</summary>
    /// <remarks>See <see cref="SeriesParallel"/>.</remarks>
    [Measure]
    public required double AvailabilityInTheory { get; init; }

    /// <summary>The mean of the slowest answer in theory.</summary>
    /// <remarks>See <see cref="FanOutTail"/>.</remarks>
    [Measure("ms")]
    public required double MeanSlowestInTheory { get; init; }

    /// <summary>The 99th percentile of the slowest answer in theory.</summary>
    /// <remarks>See <see cref="FanOutTail"/>.</remarks>
    [Measure("ms")]
    public required double P99SlowestInTheory { get; init; }

    /// <summary>The share of requests that are later than the deadline, in theory.</summary>
    /// <remarks>See <see cref="FanOutTail"/>.</remarks>
    [Measure]
    public required double LateShareInTheory { get; init; }

    /// <summary>The share of single answers that are later than the deadline, in theory: what a request that waits for one answer would have.</summary>
    [Measure]
    public required double OneAnswerLateInTheory { get; init; }

    /// <summary>Where the intervals are not to be trusted, and why.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
