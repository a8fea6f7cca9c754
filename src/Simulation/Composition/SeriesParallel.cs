using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Composition;

/// <summary>
/// The availability of independent parts put together.
/// </summary>
/// <remarks>R. E. Barlow and F. Proschan, "Mathematical Theory of Reliability", 1965, chapter 1.</remarks>
public static class SeriesParallel
{
    /// <summary>Parts in series: all of them have to work.</summary>
    /// <param name="availability">Of one part, from 0 to 1.</param>
    /// <param name="parts">How many; at least 0.</param>
    /// <returns>aⁿ.</returns>
    public static double InSeries(double availability, int parts) => PortableMath.Pow(availability, parts);

    /// <summary>Parts in parallel: one of them is enough.</summary>
    /// <param name="availability">Of one part, from 0 to 1.</param>
    /// <param name="parts">How many; at least 1.</param>
    /// <returns>1 − (1 − a)ⁿ.</returns>
    public static double InParallel(double availability, int parts) => 1 - PortableMath.Pow(1 - availability, parts);
}
