using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.SitesVersusCloud;

/// <summary>
/// The share of time in which at least so many sites are down at once, in both worlds, simulated and in theory.
/// </summary>
/// <param name="Down">How many sites.</param>
/// <param name="Own">On servers of their own, simulated.</param>
/// <param name="OwnInTheory">On servers of their own, in theory.</param>
/// <param name="Cloud">On one cloud, simulated.</param>
/// <param name="CloudInTheory">On one cloud, in theory.</param>
public sealed record TailPoint(
    [property: Measure("sites")] int Down,
    [property: Measure] double Own,
    [property: Measure] double OwnInTheory,
    [property: Measure] double Cloud,
    [property: Measure] double CloudInTheory);
