using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Availability;

/// <summary>
/// How often a redundant system works, simulated and in theory.
/// </summary>
public sealed record AvailabilityResult
{
    /// <summary>The share of time in which at least k machines work, from 0 to 1.</summary>
    [Measure]
    public required Estimate Availability { get; init; }

    /// <summary>The share of time in which fewer than k machines work, from 0 to 1; the small number behind the nines.</summary>
    [Measure]
    public required Estimate Unavailability { get; init; }

    /// <summary>The mean time from all machines working to the first moment with fewer than k.</summary>
    [Measure("h")]
    public required Estimate MeanTimeToFailure { get; init; }

    /// <summary>The share of time in which at least k machines work, in theory.</summary>
    /// <remarks>See <see cref="BirthDeath"/>.</remarks>
    [Measure]
    public required double AvailabilityInTheory { get; init; }

    /// <summary>The mean time from all machines working to the first moment with fewer than k, in theory.</summary>
    /// <remarks>See <see cref="BirthDeath"/>.</remarks>
    [Measure("h")]
    public required double MeanTimeToFailureInTheory { get; init; }

    /// <summary>What a reader should know before he trusts the numbers.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>How many failures and repairs were simulated, over all replications.</summary>
    public required long Events { get; init; }
}
