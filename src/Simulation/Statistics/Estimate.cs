using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Statistics;

/// <summary>
/// A quantity estimated from independent replications: its mean and the half-width of its 95 % confidence interval.
/// </summary>
/// <param name="Mean">The estimate itself, in the quantity's unit: the mean over the replications, or the value of all of them pooled.</param>
/// <param name="HalfWidth">Half the width of the 95 % interval; not-a-number for fewer than two replications.</param>
public readonly record struct Estimate(double Mean, double HalfWidth)
{
    private const double Confidence = 0.95;

    // The standard normal quantile that leaves 2.5 % on either side.
    private const double NormalQuantile = 1.959963984540054;

    /// <summary>How many replications had no value and are left out of it.</summary>
    public int LeftOut { get; init; }

    /// <summary>The estimate from one value a replication.</summary>
    /// <param name="values">The values, one for each replication; replications in which the quantity does not exist give not-a-number and are left out.</param>
    public static Estimate Of(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var tally = new Tally();
        int leftOut = 0;
        foreach (double value in values)
        {
            if (double.IsNaN(value))
            {
                leftOut++;
            }
            else
            {
                tally.Add(value);
            }
        }

        double halfWidth = tally.Count < 2
            ? double.NaN
            : StudentT.TwoSidedQuantile(Confidence, (int)tally.Count - 1) * tally.StandardDeviation / Math.Sqrt(tally.Count);
        return new Estimate(tally.Mean, halfWidth) { LeftOut = leftOut };
    }

    /// <summary>The estimate of a quantity that is computed from all replications together, such as a quantile of all their observations.</summary>
    /// <param name="pooled">The quantity from all of them; the mean of the estimate.</param>
    /// <param name="values">The same quantity from each alone, which say how far chance moves it; not-a-number where it does not exist.</param>
    /// <remarks>
    /// A quantile of a short run is biased, and the mean of many keeps the bias; pooling removes it. The half-width is
    /// taken from the deviations from the pooled value: the sectioning method of S. Asmussen and P. W. Glynn, "Stochastic
    /// Simulation", 2007, section III.5.
    /// </remarks>
    public static Estimate Pooled(double pooled, IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        int count = 0;
        double squares = 0;
        foreach (double value in values.Where(value => !double.IsNaN(value)))
        {
            count++;
            squares += (value - pooled) * (value - pooled);
        }

        return new Estimate(pooled, count < 2 ? double.NaN : StudentT.TwoSidedQuantile(Confidence, count - 1) * Math.Sqrt(squares / (count - 1) / count));
    }

    /// <summary>The estimate of a probability from the share of independent trials in which the thing happened.</summary>
    /// <param name="successes">The trials in which it happened; from 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">All trials; at least 1.</param>
    /// <returns>The share, and the distance from it to the farther end of Wilson's interval; the probability lies in the part of it from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The counts are not possible.</exception>
    /// <remarks>
    /// Of four trials that agree nobody can be sure, as the Student-t interval, of width 0, would be. E. B. Wilson,
    /// "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical
    /// Association 22, 1927.
    /// </remarks>
    public static Estimate OfShare(long successes, long trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        return Wilson((double)successes / trials, trials);
    }

    /// <summary>The estimate of a probability from the share of its time, or of its trials, in which the thing happened in each replication, where these are not independent of one another.</summary>
    /// <param name="shares">One share a replication, from 0 to 1; replications in which there is nothing to share give not-a-number and are left out.</param>
    /// <param name="looksEach">
    /// How many independent looks a replication is worth, which counts for one at least: of a time T about T / 2τ, where τ is the
    /// time in which the system forgets its state.
    /// </param>
    /// <returns>The estimate <see cref="Of"/> them; where the thing happened never or always, the share with Wilson's interval for so many looks.</returns>
    /// <remarks>
    /// Replications that agree on 0 or 1 do not differ at all, but something rare may have been missed. No share of the time
    /// of a reversible Markov chain with relaxation time τ varies more than the share of T / 2τ independent trials: D. Aldous
    /// and J. A. Fill, "Reversible Markov Chains and Random Walks on Graphs", 2002, section 4.3.
    /// </remarks>
    public static Estimate OfShares(IEnumerable<double> shares, double looksEach)
    {
        double[] all = [.. shares];
        double[] known = [.. all.Where(share => !double.IsNaN(share))];
        return known.Length > 0 && (known.All(share => share == 0) || known.All(share => !Rounding.Exceeds(1, share)))
            ? Wilson(known[0], known.Length * Math.Max(1, looksEach)) with { LeftOut = all.Length - known.Length }
            : Of(all);
    }

    /// <summary>Whether <paramref name="value"/> lies within the interval.</summary>
    /// <param name="value">For instance what theory says.</param>
    public bool Covers(double value) => Math.Abs(value - Mean) <= HalfWidth;

    private static Estimate Wilson(double share, double trials)
    {
        double squared = NormalQuantile * NormalQuantile / trials;
        double center = (share + (squared / 2)) / (1 + squared);
        double reach = Math.Sqrt(squared * ((share * (1 - share)) + (squared / 4))) / (1 + squared);
        return new Estimate(share, Math.Abs(center - share) + reach);
    }
}
