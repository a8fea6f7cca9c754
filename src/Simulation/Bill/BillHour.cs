using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Bill;

/// <summary>
/// One hour of a month.
/// </summary>
/// <param name="Hour">Its number, from 0.</param>
/// <param name="Needed">The virtual machines that its demand would fill.</param>
/// <param name="Rented">The virtual machines that are paid for: whole ones.</param>
public sealed record BillHour(
    [property: Measure("h")] int Hour,
    [property: Measure("machines")] double Needed,
    [property: Measure("machines")] double Rented);
