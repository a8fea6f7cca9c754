using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.MultiRegion;

/// <summary>
/// What a share of years does not lose more than.
/// </summary>
/// <param name="Share">The share of years, from 0 to 1.</param>
/// <param name="OneRegion">The loss of a year with one region, to within 1/256.</param>
/// <param name="TwoRegions">The loss of a year with two regions, to within 1/256.</param>
public sealed record LossQuantile(
    [property: Measure] double Share,
    [property: Measure("$/year")] double OneRegion,
    [property: Measure("$/year")] double TwoRegions);
