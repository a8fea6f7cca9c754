namespace InteractiveArticle.Simulation.SharedLink;

/// <summary>
/// A resource that all who are there share equally, in theory.
/// </summary>
/// <remarks>
/// With load ρ and k permanent users, the number of the others is negative binomial, its mean is (k + 1) ρ / (1 − ρ), and
/// by Little's law the mean time is (k + 1) times the size over 1 − ρ. The permanent users share what is left, 1 − ρ. None
/// of it depends on how sizes vary, only on their mean: insensitivity (F. P. Kelly, "Reversibility and Stochastic
/// Networks", 1979, section 3.3; J. W. Cohen, "The multiple phase service network with generalized processor sharing",
/// Acta Informatica 12, 1979).
/// </remarks>
public static class ProcessorSharing
{
    /// <summary>The mean time in the system.</summary>
    /// <param name="alone">The mean time that a job takes alone; at least 0, in any unit.</param>
    /// <param name="load">The share of the resource that the jobs need, from 0 to below 1.</param>
    /// <param name="permanent">Users that are always there; at least 0.</param>
    /// <returns>In the unit of <paramref name="alone"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The load is out of range.</exception>
    public static double MeanTime(double alone, double load, int permanent = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(load);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(load, 1);
        return alone * (permanent + 1) / (1 - load);
    }
}
