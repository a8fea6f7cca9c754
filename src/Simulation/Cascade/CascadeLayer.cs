using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Cascade;

/// <summary>
/// One layer of the web.
/// </summary>
/// <param name="Layer">From 0 for the lowest.</param>
/// <param name="Services">How many services it has.</param>
/// <param name="Dark">The share of them that goes dark, the mean over the webs, from 0 to 1.</param>
/// <param name="DarkInTheory">The share in theory, exact in the lowest layers and an upper bound above them; see <see cref="LayeredWeb"/>.</param>
public readonly record struct CascadeLayer(
    [property: Measure] int Layer,
    [property: Measure("services")] int Services,
    [property: Measure] double Dark,
    [property: Measure] double DarkInTheory);
