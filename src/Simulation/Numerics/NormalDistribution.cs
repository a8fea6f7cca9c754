namespace InteractiveArticle.Simulation.Numerics;

/// <summary>
/// The normal distribution with mean 0 and standard deviation 1, with the same bits on every platform.
/// </summary>
public static class NormalDistribution
{
    // Below it the series is short and loses nothing; above it the continued fraction is.
    private const double TailBegins = 3;
    private const int FractionDepth = 80;

    // Beyond it the probability is less than the smallest number.
    private const double Furthest = 38.6;

    private static readonly double DensityAtZero = 1 / Math.Sqrt(2 * Math.PI);

    /// <summary>The density at <paramref name="x"/>.</summary>
    /// <param name="x">Any number.</param>
    public static double Density(double x) => DensityAtZero * PortableMath.Exp(-x * x / 2);

    /// <summary>The probability of a value of at most <paramref name="x"/>.</summary>
    /// <param name="x">Any number.</param>
    /// <returns>From 0 to 1, with a relative error below 10⁻¹³ for x above −37.</returns>
    /// <remarks>
    /// In the middle the series x + x³/3 + x⁵/15 + … of G. Marsaglia, "Evaluating the normal distribution", Journal of
    /// Statistical Software 11, 2004; in the tails Laplace's continued fraction, M. Abramowitz and I. Stegun, "Handbook
    /// of Mathematical Functions", 26.2.14.
    /// </remarks>
    public static double Cdf(double x) => x switch
    {
        < -TailBegins => UpperTail(-x),
        > TailBegins => 1 - UpperTail(x),
        < 0 => 0.5 - Middle(-x),
        _ => 0.5 + Middle(x),
    };

    /// <summary>The number that a value exceeds with probability 1 − <paramref name="probability"/>.</summary>
    /// <param name="probability">Between 0 and 1.</param>
    /// <returns>To within 10⁻¹² in absolute terms; infinite for 0 and 1, not-a-number outside.</returns>
    /// <remarks>By bisection of <see cref="Cdf"/>, always in the lower tail, where small probabilities keep their digits.</remarks>
    public static double Quantile(double probability)
    {
        switch (probability)
        {
            case > 0.5:
                return -Quantile(1 - probability);
            case 0:
                return double.NegativeInfinity;
            case not > 0:
                return double.NaN;
        }

        double low = -Furthest;
        double high = 0;
        for (int i = 0; i < 56; i++)
        {
            double middle = (low + high) / 2;
            if (Cdf(middle) < probability)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return high;
    }

    private static double Middle(double x)
    {
        double term = x;
        double sum = x;
        for (int n = 3; term > sum * 1e-17; n += 2)
        {
            term *= x * x / n;
            sum += term;
        }

        return sum * Density(x);
    }

    private static double UpperTail(double x)
    {
        double fraction = x;
        for (int n = FractionDepth; n >= 1; n--)
        {
            fraction = x + (n / fraction);
        }

        return Density(x) / fraction;
    }
}
