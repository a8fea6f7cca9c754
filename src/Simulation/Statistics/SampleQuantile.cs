namespace InteractiveArticle.Simulation.Statistics;

/// <summary>
/// A quantile estimated from a sample, fit to be averaged over replications.
/// </summary>
/// <remarks>
/// The share p sits at rank p (n + 1/4) + 3/8 of n observations, between two of them by straight line. For normal
/// observations the estimate is very nearly unbiased, which the plain empirical quantile is not: G. Blom, "Statistical
/// Estimates and Transformed Beta-Variables", 1958; definition 9 of R. J. Hyndman and Y. Fan, "Sample quantiles in
/// statistical packages", American Statistician 50, 1996.
/// </remarks>
public static class SampleQuantile
{
    /// <summary>The value below which a given share of the population lies.</summary>
    /// <param name="sorted">The observations in ascending order; at least one.</param>
    /// <param name="share">From 0 to 1; shares beyond the outermost ranks give the outermost observation.</param>
    public static double Of(ReadOnlySpan<double> sorted, double share)
    {
        double rank = Math.Clamp((share * (sorted.Length + 0.25)) + 0.375, 1, sorted.Length);
        int below = (int)rank;
        double lower = sorted[below - 1];
        double upper = sorted[Math.Min(below, sorted.Length - 1)];
        return lower + ((rank - below) * (upper - lower));
    }
}
