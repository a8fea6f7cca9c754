using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Market;

/// <summary>
/// How concentrated a market is.
/// </summary>
public sealed record MarketResult
{
    /// <summary>The Herfindahl–Hirschman index on its usual scale, from near 0 to 10 000 points for a monopoly.</summary>
    [Measure("points")]
    public required double Hhi { get; init; }

    /// <summary>The number of equal providers that would give the same index.</summary>
    [Measure("providers")]
    public required double EffectiveProviders { get; init; }

    /// <summary>The share of the three large ones together, from 0 to 1.</summary>
    [Measure]
    public required double LargeShare { get; init; }
}
