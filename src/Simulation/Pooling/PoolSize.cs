using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Pooling;

/// <summary>
/// What a pool of some size needs, simulated and in theory.
/// </summary>
/// <param name="Customers">How many customers share the pool.</param>
/// <param name="CapacityPerCustomer">The capacity it needs, for each customer.</param>
/// <param name="HalfWidth">Half the width of its 95 % interval.</param>
/// <param name="InTheory">The same by <see cref="SquareRootLaw"/>.</param>
public readonly record struct PoolSize(
    [property: Measure("customers")] int Customers,
    [property: Measure("servers")] double CapacityPerCustomer,
    [property: Measure("servers")] double HalfWidth,
    [property: Measure("servers")] double InTheory);
