using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Cascade;

/// <summary>
/// The services that go dark at one hop from what failed.
/// </summary>
/// <param name="Hop">0 for what failed itself.</param>
/// <param name="Dark">How many services, the mean over the webs.</param>
public readonly record struct CascadeWave([property: Measure] int Hop, [property: Measure("services")] double Dark);
