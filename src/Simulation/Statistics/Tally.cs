namespace InteractiveArticle.Simulation.Statistics;

/// <summary>
/// Count, mean and variance of observations that come one by one, without keeping them.
/// </summary>
/// <remarks>
/// B. P. Welford, "Note on a method for calculating corrected sums of squares and products", Technometrics 4, 1962:
/// stable where the sum of squares minus the squared sum is not.
/// </remarks>
public sealed class Tally
{
    private double squares;

    /// <summary>How many observations there are.</summary>
    public long Count { get; private set; }

    /// <summary>Their mean; not-a-number when there is none.</summary>
    public double Mean => Count == 0 ? double.NaN : RunningMean;

    /// <summary>Their sample variance; not-a-number for fewer than two.</summary>
    public double Variance => Count < 2 ? double.NaN : squares / (Count - 1);

    /// <summary>Their sample standard deviation; not-a-number for fewer than two.</summary>
    public double StandardDeviation => Math.Sqrt(Variance);

    private double RunningMean { get; set; }

    /// <summary>Adds an observation.</summary>
    /// <param name="value">The observation, in any unit.</param>
    public void Add(double value)
    {
        Count++;
        double deviation = value - RunningMean;
        RunningMean += deviation / Count;
        squares += deviation * (value - RunningMean);
    }
}
