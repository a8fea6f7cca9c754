namespace InteractiveArticle.Simulation.Availability;

/// <summary>
/// The redundant system as a Markov chain on the number of working machines: they fail one by one, all at once from a
/// common cause, and are repaired by a limited number of crews.
/// </summary>
/// <remarks>
/// Birth–death with repair: R. E. Barlow and F. Proschan, "Mathematical Theory of Reliability", 1965, chapter 5. The
/// beta factor: K. N. Fleming, "A reliability model for common mode failures in redundant safety systems", General
/// Atomic report GA-A13284, 1975: a machine fails at the rate 1/MTBF, of which the share β has a cause that takes all
/// machines at once.
/// </remarks>
public static class BirthDeath
{
    // Far below the largest number: one state may weigh 10³⁰ times as much as the one before.
    private const double Large = 1e200;

    /// <summary>The long-run share of time in which at least k machines work.</summary>
    /// <param name="options">The system; its simulation settings play no part.</param>
    /// <returns>From 0 to 1.</returns>
    public static double Availability(AvailabilityOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        int n = options.N;
        double common = options.Beta / options.Mtbf;

        // Cut between j and j + 1 working machines: repairs upwards balance single and common failures downwards.
        // From all machines working down, each state's weight follows from the ones above it.
        var weights = new double[n + 1];
        weights[n] = 1;
        double above = 1;
        for (int j = n - 1; j >= 0; j--)
        {
            double down = (weights[j + 1] * SingleFailureRate(options, j + 1)) + (above * common);
            weights[j] = down / RepairRate(options, j);
            above += weights[j];

            // Fifty machines that are hardly ever repaired would overflow; only the ratios matter.
            if (above > Large)
            {
                for (int i = j; i <= n; i++)
                {
                    weights[i] /= above;
                }

                above = 1;
            }
        }

        return weights.Skip(options.K).Sum() / weights.Sum();
    }

    /// <summary>The mean time from all machines working to the first moment with fewer than k.</summary>
    /// <param name="options">The system; its simulation settings play no part.</param>
    /// <returns>Hours; infinite where they are more than a number holds.</returns>
    public static double MeanTimeToFailure(AvailabilityOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        double common = options.Beta / options.Mtbf;

        // With T(j) the mean time from j working machines and D(j) = T(j) − T(j + 1), the balance at j is
        // single · (T(j) − T(j − 1)) + common · T(j) = 1 + repair · (T(j + 1) − T(j)). Written from the top with
        // T(n) = t unknown, every T(j) is a · t − b, and T(k − 1) = 0 gives t. Where a or b grows large, both are measured
        // in a larger unit from there on, of which the hour in the balance is a part: only their ratio matters.
        (double A, double B) current = (1, 0);
        (double A, double B) step = (0, 0);
        double hour = 1;
        for (int j = options.N; j >= options.K; j--)
        {
            double single = SingleFailureRate(options, j);
            double repair = RepairRate(options, j);

            // With single failures impossible (β = 1) only the common cause ends the wait.
            if (single == 0)
            {
                return 1 / common;
            }

            step = (((repair * step.A) + (common * current.A)) / single, ((repair * step.B) + hour + (common * current.B)) / single);
            current = (current.A + step.A, current.B + step.B);
            double unit = Math.Max(current.A, current.B);
            if (unit > Large)
            {
                current = (current.A / unit, current.B / unit);
                step = (step.A / unit, step.B / unit);
                hour /= unit;
            }
        }

        return current.B / current.A;
    }

    /// <summary>The rate at which single failures happen.</summary>
    internal static double SingleFailureRate(AvailabilityOptions options, int working) => working * (1 - options.Beta) / options.Mtbf;

    /// <summary>The rate at which repairs end.</summary>
    internal static double RepairRate(AvailabilityOptions options, int working) => Math.Min(options.N - working, options.Crews) / options.Mttr;
}
