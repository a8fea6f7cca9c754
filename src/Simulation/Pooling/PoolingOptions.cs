using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Pooling;

/// <summary>
/// Customers whose demand varies from hour to hour, each with capacity of their own or all on one pool.
/// </summary>
/// <remarks>
/// Demand is normal. With a coefficient of variation above about a third a customer's demand would now and then be
/// negative; it is left so, because cutting it off would change mean and spread, and only the upper end decides how
/// much capacity is needed.
/// </remarks>
public sealed record PoolingOptions : ModelOptions
{
    /// <summary>The customers on the pool, from 1 to 10 000.</summary>
    [Parameter("customers on the pool", Unit = "customers", Minimum = 1, Maximum = 10_000)]
    public int Customers { get; init; } = 100;

    /// <summary>The correlation between the demands of any two customers, from 0 (independent) to 1 (all peak together).</summary>
    [Parameter("correlation between the demands of any two customers", Minimum = 0, Maximum = 1)]
    public double Correlation { get; init; } = 0.05;

    /// <summary>The mean demand of a customer, from 10⁻³ to 10⁶ servers.</summary>
    [Parameter("mean demand of a customer", Unit = "servers", Minimum = 1e-3, Maximum = 1e6)]
    public double MeanDemand { get; init; } = 10;

    /// <summary>The coefficient of variation of a customer's demand, from 0 to 2.</summary>
    [Parameter("coefficient of variation of a customer's demand", Minimum = 0, Maximum = 2)]
    public double CvDemand { get; init; } = 0.3;

    /// <summary>The risk: the share of hours in which demand may exceed capacity, from 0.0001 to 0.5.</summary>
    [Parameter("share of hours in which demand may exceed capacity", Minimum = 1e-4, Maximum = 0.5)]
    public double Risk { get; init; } = 0.01;

    /// <summary>The hours that a replication observes, from 100 to 10⁶.</summary>
    [Parameter("hours that are observed, per replication", Unit = "h", Minimum = 100, Maximum = 1_000_000)]
    public int Hours { get; init; } = 2000;

    /// <inheritdoc/>
    protected internal override IEnumerable<ModelRule> Rules =>
    [
        new(
            "risk · hours ≥ 1: a rarer hour would hardly ever be observed",
            !Rounding.Exceeds(1, Risk * Hours),
            $"risk = {Risk}: not allowed with hours = {Hours}; so rare an hour would hardly ever be observed, so give a risk of at least {1.0 / Hours}, or {Math.Ceiling(1 / Risk)} hours"),
    ];
}
