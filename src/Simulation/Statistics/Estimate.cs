namespace InteractiveArticle.Simulation.Statistics;

/// <summary>
/// A quantity estimated from independent replications: its mean and the half-width of its 95 % confidence interval.
/// </summary>
/// <param name="Mean">The mean over the replications, in the quantity's unit.</param>
/// <param name="HalfWidth">Half the width of the 95 % Student-t interval; not-a-number for fewer than two replications.</param>
public readonly record struct Estimate(double Mean, double HalfWidth)
{
    private const double Confidence = 0.95;

    /// <summary>The estimate from one value a replication.</summary>
    /// <param name="values">The values, one for each replication; replications in which the quantity does not exist give not-a-number and are left out.</param>
    public static Estimate Of(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var tally = new Tally();
        foreach (double value in values.Where(value => !double.IsNaN(value)))
        {
            tally.Add(value);
        }

        double halfWidth = tally.Count < 2
            ? double.NaN
            : StudentT.TwoSidedQuantile(Confidence, (int)tally.Count - 1) * tally.StandardDeviation / Math.Sqrt(tally.Count);
        return new Estimate(tally.Mean, halfWidth);
    }

    /// <summary>Whether <paramref name="value"/> lies within the interval.</summary>
    /// <param name="value">For instance what theory says.</param>
    public bool Covers(double value) => Math.Abs(value - Mean) <= HalfWidth;
}
