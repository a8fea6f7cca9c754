using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Statistics;

/// <summary>
/// Student's t distribution for whole degrees of freedom.
/// </summary>
public static class StudentT
{
    /// <summary>The probability that |T| is at most <paramref name="t"/>.</summary>
    /// <param name="t">At least 0.</param>
    /// <param name="degreesOfFreedom">At least 1.</param>
    /// <returns>From 0 to 1.</returns>
    /// <remarks>The finite series of M. Abramowitz and I. Stegun, "Handbook of Mathematical Functions", 26.7.3–26.7.4.</remarks>
    public static double CentralProbability(double t, int degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        double n = degreesOfFreedom;
        double sine = t / Math.Sqrt(n + (t * t));
        double cosine = Math.Sqrt(n / (n + (t * t)));
        bool odd = degreesOfFreedom % 2 == 1;

        double term = odd ? cosine : 1;
        double sum = degreesOfFreedom == 1 ? 0 : term;
        for (int k = odd ? 3 : 2; k <= degreesOfFreedom - 2; k += 2)
        {
            term *= cosine * cosine * (k - 1) / k;
            sum += term;
        }

        return odd ? 2 / Math.PI * (PortableMath.Atan(t / Math.Sqrt(n)) + (sine * sum)) : sine * sum;
    }

    /// <summary>The t that |T| exceeds with probability 1 − <paramref name="confidence"/>: the factor of a two-sided interval.</summary>
    /// <param name="confidence">Between 0 and 1; 0.95 for a 95 % interval.</param>
    /// <param name="degreesOfFreedom">At least 1.</param>
    /// <returns>A positive number; 1.96 in the limit of many degrees of freedom at 0.95.</returns>
    public static double TwoSidedQuantile(double confidence, int degreesOfFreedom)
    {
        double low = 0;
        double high = 1;
        while (CentralProbability(high, degreesOfFreedom) < confidence)
        {
            high *= 2;
        }

        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            if (CentralProbability(middle, degreesOfFreedom) < confidence)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return (low + high) / 2;
    }
}
