namespace InteractiveArticle.Simulation.Pooling;

/// <summary>
/// What customers ask for, hour by hour, by themselves and together; of the first replication.
/// </summary>
/// <param name="Customers">The demand of each customer, hour by hour; servers.</param>
/// <param name="Pools">The demand on pools of 1, 2, 5, 10, … customers, up to all of them.</param>
public sealed record PoolingTrace(IReadOnlyList<IReadOnlyList<double>> Customers, IReadOnlyList<PoolDemand> Pools);

/// <summary>The demand on a pool.</summary>
/// <param name="Customers">How many customers share it.</param>
/// <param name="PerCustomer">The demand for each customer, hour by hour; servers.</param>
public sealed record PoolDemand(int Customers, IReadOnlyList<double> PerCustomer);
