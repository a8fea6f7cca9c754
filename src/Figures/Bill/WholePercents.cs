namespace InteractiveArticle.Figures.Bill;

/// <summary>
/// The parts of a whole in whole per cent, which make a hundred together: those that lose most by being cut get the rest.
/// </summary>
public static class WholePercents
{
    private const int Whole = 100;

    /// <summary>The shares of some parts.</summary>
    /// <param name="parts">The parts, each at least 0 and not all of them 0.</param>
    /// <returns>Their shares in the same order, from 0 to 1, each a whole number of per cent.</returns>
    public static IReadOnlyList<double> Of(IReadOnlyList<double> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        double sum = parts.Sum();
        double[] exact = [.. parts.Select(part => Whole * part / sum)];
        int[] percents = [.. exact.Select(percent => (int)percent)];
        int missing = Whole - percents.Sum();
        int[] byLoss = [.. Enumerable.Range(0, exact.Length).OrderByDescending(part => exact[part] - percents[part])];
        foreach (int part in byLoss.Take(missing))
        {
            percents[part]++;
        }

        return [.. percents.Select(percent => (double)percent / Whole)];
    }
}
