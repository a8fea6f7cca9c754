using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Cascade;

/// <summary>
/// Drawing different items one after the other, each time with probabilities in proportion to the weights of those that
/// are left.
/// </summary>
/// <remarks>
/// B. Rosén, "Asymptotic theory for successive sampling with varying probabilities without replacement", Annals of
/// Mathematical Statistics 43, 1972. It is the order in which exponential clocks ring, one for each item and with its
/// weight as rate (P. S. Efraimidis and P. G. Spirakis, "Weighted random sampling with a reservoir", Information
/// Processing Letters 97, 2006): the heaviest item is drawn if fewer of the others ring before it than are drawn.
/// </remarks>
public static class SuccessiveSampling
{
    // Of an integral over a function from 0 to 1.
    private const double Precision = 1e-12;
    private const int Steps = 600;

    /// <summary>The probability that the heaviest item is among those drawn, when a Poisson number of them is drawn.</summary>
    /// <param name="weights">The weights, the largest first and each greater than 0.</param>
    /// <param name="meanDraws">The mean number of items drawn; at least 0. Once all are drawn nothing more is.</param>
    /// <returns>From 0 to 1, to within 10⁻⁶.</returns>
    public static double InclusionOfTheHeaviest(IReadOnlyList<double> weights, double meanDraws)
    {
        ArgumentNullException.ThrowIfNull(weights);
        double[] moreDraws = [.. ProbabilitiesOfMoreDraws(meanDraws)];

        // In units of the heaviest item's mean time its clock rings at t with density e⁻ᵗ.
        double Integrand(double t) => PortableMath.Exp(-t) * DrawnAt(t, weights, moreDraws);
        double end = 40;
        while (Integrand(end / 2) < Precision)
        {
            end /= 2;
            if (end < Precision)
            {
                return 0;
            }
        }

        // Simpson's rule.
        double sum = Integrand(0) + Integrand(end);
        for (int step = 1; step < Steps; step++)
        {
            sum += (step % 2 == 1 ? 4 : 2) * Integrand(end * step / Steps);
        }

        return sum * end / Steps / 3;
    }

    // The probability that more items are drawn than have rung by t, the heaviest not counted.
    private static double DrawnAt(double t, IReadOnlyList<double> weights, double[] moreDraws)
    {
        // The distribution of the number that have rung, up to as many as could be drawn.
        double[] rung = new double[moreDraws.Length];
        rung[0] = 1;
        for (int item = 1; item < weights.Count; item++)
        {
            double rings = 1 - PortableMath.Exp(-t * weights[item] / weights[0]);
            for (int count = Math.Min(item, rung.Length - 1); count > 0; count--)
            {
                rung[count] += rings * (rung[count - 1] - rung[count]);
            }

            rung[0] *= 1 - rings;
        }

        return rung.Zip(moreDraws, (probability, drawn) => probability * drawn).Sum();
    }

    // For each count from 0 on, the probability that a Poisson number is greater, as long as it matters.
    private static IEnumerable<double> ProbabilitiesOfMoreDraws(double mean)
    {
        double exactly = PortableMath.Exp(-mean);
        double more = 1 - exactly;
        yield return more;
        for (int count = 1; more > Precision; count++)
        {
            exactly *= mean / count;
            more -= exactly;
            yield return Math.Max(0, more);
        }
    }
}
