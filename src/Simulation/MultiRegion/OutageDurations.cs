using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.MultiRegion;

/// <summary>
/// Moments of log-normal durations, whole and cut off.
/// </summary>
/// <remarks>
/// If ln D is normal with mean μ and standard deviation σ, the part of E[Dⁿ] that comes from D ≤ t is
/// E[Dⁿ] Φ((ln t − μ − n σ²) / σ): J. Aitchison and J. A. C. Brown, "The Lognormal Distribution", 1957, section 2.6.
/// </remarks>
public static class OutageDurations
{
    /// <summary>The mean of the durations, each of them cut off at a limit.</summary>
    /// <param name="mean">The mean duration; above 0.</param>
    /// <param name="coefficientOfVariation">Standard deviation over mean; at least 0.</param>
    /// <param name="limit">The limit, in the unit of the mean; at least 0.</param>
    /// <returns>E[min(D, t)].</returns>
    public static double CutMean(double mean, double coefficientOfVariation, double limit) =>
        CutMoment(1, mean, coefficientOfVariation, limit);

    /// <summary>The mean square of the durations.</summary>
    /// <param name="mean">The mean duration; above 0.</param>
    /// <param name="coefficientOfVariation">Standard deviation over mean; at least 0.</param>
    /// <returns>E[D²] = mean² (1 + c²).</returns>
    public static double MeanSquare(double mean, double coefficientOfVariation) => mean * mean * (1 + (coefficientOfVariation * coefficientOfVariation));

    /// <summary>The mean square of the durations, each of them cut off at a limit.</summary>
    /// <inheritdoc cref="CutMean"/>
    /// <returns>E[min(D, t)²].</returns>
    public static double CutMeanSquare(double mean, double coefficientOfVariation, double limit) =>
        CutMoment(2, mean, coefficientOfVariation, limit);

    private static double CutMoment(int order, double mean, double coefficientOfVariation, double limit)
    {
        if (coefficientOfVariation == 0 || limit == 0)
        {
            double certain = Math.Min(mean, limit);
            return order == 1 ? certain : certain * certain;
        }

        double variance = PortableMath.Log(1 + (coefficientOfVariation * coefficientOfVariation));
        double sigma = Math.Sqrt(variance);
        double standardLimit = (PortableMath.Log(limit / mean) + (variance / 2)) / sigma;
        double moment = order == 1 ? mean : MeanSquare(mean, coefficientOfVariation);
        double limitMoment = order == 1 ? limit : limit * limit;
        return (moment * NormalDistribution.Cdf(standardLimit - (order * sigma))) + (limitMoment * NormalDistribution.Cdf(-standardLimit));
    }
}
