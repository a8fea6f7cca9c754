using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.MultiRegion;

/// <summary>
/// What outages cost in a year with one region and with two, simulated and in theory, and when the second one pays.
/// </summary>
public sealed record MultiRegionResult
{
    /// <summary>The mean loss in a year with one region.</summary>
    [Measure("$/year")]
    public required Estimate OneRegionLoss { get; init; }

    /// <summary>The mean loss in a year with two regions.</summary>
    [Measure("$/year")]
    public required Estimate TwoRegionsLoss { get; init; }

    /// <summary>The mean loss in a year with two regions that have no room for each other's load, in the same outages.</summary>
    [Measure("$/year")]
    public required Estimate NoHeadroomLoss { get; init; }

    /// <summary>The mean loss in a year with one region, in theory.</summary>
    /// <remarks>See <see cref="ExpectedLoss"/>.</remarks>
    [Measure("$/year")]
    public required double OneRegionLossInTheory { get; init; }

    /// <summary>The mean loss in a year with two regions, in theory.</summary>
    /// <remarks>See <see cref="ExpectedLoss"/>.</remarks>
    [Measure("$/year")]
    public required double TwoRegionsLossInTheory { get; init; }

    /// <summary>The mean loss in a year with two regions that have no room for each other's load, in theory.</summary>
    [Measure("$/year")]
    public required double NoHeadroomLossInTheory { get; init; }

    /// <summary>The mean loss in a year with two regions if no outage took both, in theory.</summary>
    [Measure("$/year")]
    public required double IndependentLossInTheory { get; init; }

    /// <summary>What the room for the other region's load costs in a year; a part of what the second region costs.</summary>
    [Measure("$/year")]
    public required double HeadroomCost { get; init; }

    /// <summary>What the second region costs in a year.</summary>
    [Measure("$/year")]
    public required double SecondRegionCost { get; init; }

    /// <summary>The mean of what two regions cost in a year more than one, losses included; negative where they save.</summary>
    [Measure("$/year")]
    public required Estimate ExtraCost { get; init; }

    /// <summary>The outages a year from which on a second region pays for itself, in theory; infinite where it never does.</summary>
    [Measure("1/year")]
    public required double BreakEvenRate { get; init; }

    /// <summary>The loss in an hour of outage from which on a second region pays for itself, in theory; infinite where it never does.</summary>
    [Measure("$/h")]
    public required double BreakEvenLoss { get; init; }

    /// <summary>The probability that a year has any outage of the first region.</summary>
    [Measure]
    public required Estimate AnyOutage { get; init; }

    /// <summary>The standard deviation of a year's loss with one region.</summary>
    [Measure("$/year")]
    public required Estimate OneRegionDeviation { get; init; }

    /// <summary>The standard deviation of a year's loss with two regions.</summary>
    [Measure("$/year")]
    public required Estimate TwoRegionsDeviation { get; init; }

    /// <summary>One year in twenty loses more than this with one region.</summary>
    [Measure("$/year")]
    public required Estimate OneRegionP95 { get; init; }

    /// <summary>One year in twenty loses more than this with two regions.</summary>
    [Measure("$/year")]
    public required Estimate TwoRegionsP95 { get; init; }

    /// <summary>The distribution of a year's loss.</summary>
    [Measure]
    public required IReadOnlyList<LossQuantile> Quantiles { get; init; }

    /// <summary>What a reader should know before he trusts the numbers.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>How many outages were simulated, over all replications.</summary>
    public required long Events { get; init; }
}
