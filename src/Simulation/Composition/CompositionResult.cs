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

    /// <summary>The 99th percentile of the latency of the slowest answer, to within 1/256.</summary>
    [Measure("ms")]
    public required Estimate P99Slowest { get; init; }

    /// <summary>The availability in theory; see <see cref="SeriesParallel"/>.</summary>
    [Measure]
    public required double AvailabilityInTheory { get; init; }

    /// <summary>The mean of the slowest answer in theory; see <see cref="FanOutTail"/>.</summary>
    [Measure("ms")]
    public required double MeanSlowestInTheory { get; init; }

    /// <summary>The 99th percentile of the slowest answer in theory; see <see cref="FanOutTail"/>.</summary>
    [Measure("ms")]
    public required double P99SlowestInTheory { get; init; }
}
