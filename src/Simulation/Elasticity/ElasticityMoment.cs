using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Elasticity;

/// <summary>
/// Demand and both fleets at one moment. Both fleets count in what their servers can answer.
/// </summary>
/// <param name="Day">Days since the start.</param>
/// <param name="Demand">The demand.</param>
/// <param name="Bought">What the bought servers can answer.</param>
/// <param name="Elastic">What the rented servers that have booted can answer, those that are warming up in part.</param>
/// <param name="ElasticPaid">What all rented servers could answer if none had to boot or warm up any more.</param>
public readonly record struct ElasticityMoment(
    [property: Measure("d")] double Day,
    [property: Measure("requests/s")] double Demand,
    [property: Measure("requests/s")] double Bought,
    [property: Measure("requests/s")] double Elastic,
    [property: Measure("requests/s")] double ElasticPaid);
