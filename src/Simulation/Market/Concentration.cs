namespace InteractiveArticle.Simulation.Market;

/// <summary>
/// The Herfindahl–Hirschman index: the sum of squared shares.
/// </summary>
/// <remarks>
/// A. O. Hirschman, "The paternity of an index", American Economic Review 54, 1964, on its double discovery. On the
/// usual scale shares count in per cent, so that a monopoly has 100² = 10 000 points.
/// </remarks>
public static class Concentration
{
    /// <summary>The points of a monopoly.</summary>
    public const double Monopoly = 10_000;

    /// <summary>The index of a market.</summary>
    /// <param name="shares">Shares from 0 to 1 that add up to 1.</param>
    /// <returns>Points, from near 0 to 10 000.</returns>
    public static double HerfindahlHirschman(IEnumerable<double> shares) => Monopoly * shares.Sum(share => share * share);

    /// <summary>The number of equal providers with the same index.</summary>
    /// <param name="shares">Shares from 0 to 1 that add up to 1.</param>
    /// <returns>At least 1.</returns>
    public static double EffectiveNumber(IEnumerable<double> shares) => Monopoly / HerfindahlHirschman(shares);
}
