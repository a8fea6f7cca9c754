using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Bill;

/// <summary>
/// What an hour in which a machine is used costs.
/// </summary>
/// <param name="Utilisation">The share of hours in which an owned machine is used, above 0, at most 1.</param>
/// <param name="Rented">On a rented machine: it is given back when it is not used.</param>
/// <param name="Owned">On an owned one: it pays for the hours in which it is not used.</param>
public sealed record HourOfUse(
    [property: Measure] double Utilisation,
    [property: Measure("$/h")] double Rented,
    [property: Measure("$/h")] double Owned);
