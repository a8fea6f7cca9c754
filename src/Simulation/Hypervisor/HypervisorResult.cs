using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Hypervisor;

/// <summary>
/// What your machine gets of its host, and what the host is doing meanwhile.
/// </summary>
public sealed record HypervisorResult
{
    /// <summary>The share of time in which your machine runs: its share of one core.</summary>
    [Measure]
    public required Estimate YourShare { get; init; }

    /// <summary>Steal: the share of time in which your machine wants to run and another runs in its place.</summary>
    [Measure]
    public required Estimate Steal { get; init; }

    /// <summary>How many times as long your machine's bursts take as on a host of its own: all their time over all their work.</summary>
    /// <remarks>Not-a-number where no burst began and ended in the measured time.</remarks>
    [Measure]
    public required Estimate Slowdown { get; init; }

    /// <summary>The length that 95 % of your machine's bursts do not exceed.</summary>
    /// <remarks>Of the bursts of all replications together; not-a-number where there is none.</remarks>
    [Measure("ms")]
    public required Estimate P95Burst { get; init; }

    /// <summary>The share of the host's cores that are busy.</summary>
    [Measure]
    public required Estimate HostUtilisation { get; init; }

    /// <summary>Who ran when, in the first second of the first replication, in the order in which turns end.</summary>
    [Measure]
    public required IReadOnlyList<Turn> Turns { get; init; }

    /// <summary>How many events were simulated, over all replications.</summary>
    public required long Events { get; init; }
}

/// <summary>
/// One machine's turn on a core.
/// </summary>
/// <param name="Machine">The machine; 0 is yours, and the noisy neighbours have the highest numbers.</param>
/// <param name="Core">The core, from 0.</param>
/// <param name="Wanted">Since when the machine had wanted to run; ms.</param>
/// <param name="Start">When the turn began; ms.</param>
/// <param name="End">When it ended; ms.</param>
public readonly record struct Turn(
    [property: Measure] int Machine,
    [property: Measure] int Core,
    [property: Measure("ms")] double Wanted,
    [property: Measure("ms")] double Start,
    [property: Measure("ms")] double End);
