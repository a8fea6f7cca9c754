using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Pooling;

/// <summary>
/// What capacity customers need, each alone and all together, at the same risk; simulated and in theory.
/// </summary>
public sealed record PoolingResult
{
    /// <summary>The capacity that a customer alone needs.</summary>
    [Measure("servers")]
    public required Estimate CapacityPerCustomerAlone { get; init; }

    /// <summary>The capacity that the pool needs, for each of its customers.</summary>
    [Measure("servers")]
    public required Estimate CapacityPerCustomerPooled { get; init; }

    /// <summary>The share of the capacity that pooling saves.</summary>
    [Measure]
    public required Estimate Saving { get; init; }

    /// <summary>The capacity that a customer alone needs, in theory.</summary>
    /// <remarks>See <see cref="SquareRootLaw"/>.</remarks>
    [Measure("servers")]
    public required double CapacityPerCustomerAloneInTheory { get; init; }

    /// <summary>The capacity that the pool needs for each customer, in theory.</summary>
    /// <remarks>See <see cref="SquareRootLaw"/>.</remarks>
    [Measure("servers")]
    public required double CapacityPerCustomerPooledInTheory { get; init; }

    /// <summary>What an endless pool would need for each customer: the floor that correlation leaves.</summary>
    [Measure("servers")]
    public required double FloorInTheory { get; init; }

    /// <summary>Pools of 1, 2, 5, 10, … customers, up to all of them.</summary>
    [Measure]
    public required IReadOnlyList<PoolSize> Sizes { get; init; }
}
