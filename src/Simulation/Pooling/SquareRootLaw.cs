using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Pooling;

/// <summary>
/// What a pool needs when demands are normal and all pairs are equally correlated.
/// </summary>
/// <remarks>
/// G. D. Eppen, "Effects of centralization on expected costs in a multi-location newsboy problem", Management Science
/// 25, 1979: with independent demands the safety on top of the mean falls like 1/√N; with correlation r it falls no
/// further than to √r.
/// </remarks>
public static class SquareRootLaw
{
    /// <summary>The capacity for each customer that demand exceeds with the given risk.</summary>
    /// <param name="meanDemand">The mean demand of a customer; above 0.</param>
    /// <param name="cvDemand">Its coefficient of variation; at least 0.</param>
    /// <param name="correlation">The correlation r of any two customers, from 0 to 1.</param>
    /// <param name="customers">The customers N on the pool; at least 1, or infinite for the floor.</param>
    /// <param name="risk">The risk p, between 0 and 1.</param>
    /// <returns>mean · (1 + cv · z₁₋ₚ · √((1 + (N − 1) r) / N)), in the unit of the mean.</returns>
    public static double CapacityPerCustomer(double meanDemand, double cvDemand, double correlation, double customers, double risk)
    {
        // The lower tail keeps the digits of a small risk, and (1 + (N − 1) r) / N in this form takes an infinite N.
        double safety = -NormalDistribution.Quantile(risk);
        return meanDemand * (1 + (cvDemand * safety * Math.Sqrt(correlation + ((1 - correlation) / customers))));
    }
}
