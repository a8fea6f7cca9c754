using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Queueing;

/// <summary>
/// What a queue does in the long run, each quantity with its 95 % interval. Times are in the options' unit of time.
/// </summary>
public sealed record QueueResult
{
    /// <summary>The mean time an admitted customer waits before service.</summary>
    [Measure("time")]
    public required Estimate MeanWait { get; init; }

    /// <summary>The mean time an admitted customer spends waiting and in service.</summary>
    [Measure("time")]
    public required Estimate MeanTimeInSystem { get; init; }

    /// <summary>The mean number of customers waiting, over time.</summary>
    [Measure("customers")]
    public required Estimate MeanQueueLength { get; init; }

    /// <summary>The utilisation: the mean share of servers that are busy, from 0 to 1.</summary>
    [Measure]
    public required Estimate Utilisation { get; init; }

    /// <summary>The probability that an arriving customer finds no room and is lost.</summary>
    [Measure]
    public required Estimate LossProbability { get; init; }

    /// <summary>The probability that an admitted customer has to wait.</summary>
    [Measure]
    public required Estimate WaitProbability { get; init; }

    /// <summary>The wait that 95 % of the admitted customers do not exceed.</summary>
    /// <remarks>Of the customers of all replications together, to within 1/256.</remarks>
    [Measure("time")]
    public required Estimate P95Wait { get; init; }

    /// <summary>The wait that 99 % of the admitted customers do not exceed.</summary>
    /// <remarks>Of the customers of all replications together, to within 1/256.</remarks>
    [Measure("time")]
    public required Estimate P99Wait { get; init; }

    /// <summary>What a reader should know before trusting the intervals: that the run is short for this queue.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>How many arrivals and departures were simulated, over all replications.</summary>
    public required long Events { get; init; }
}
