using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Composition;

/// <summary>
/// The slowest of n independent exponential answers.
/// </summary>
/// <remarks>
/// Order statistics: H. A. David and H. N. Nagaraja, "Order Statistics", 2003, section 2.5. Why a system of many parts
/// has to care: J. Dean and L. A. Barroso, "The tail at scale", Communications of the ACM 56, 2013.
/// </remarks>
public static class FanOutTail
{
    /// <summary>The mean of the slowest answer.</summary>
    /// <param name="mean">The mean of one answer; at least 0.</param>
    /// <param name="answers">How many there are; at least 1.</param>
    /// <returns>The mean times the harmonic number 1 + 1/2 + … + 1/n.</returns>
    public static double Mean(double mean, int answers)
    {
        double harmonic = 0;
        for (int n = answers; n >= 1; n--)
        {
            harmonic += 1.0 / n;
        }

        return mean * harmonic;
    }

    /// <summary>The time within which the slowest answer is there with a given probability.</summary>
    /// <param name="mean">The mean of one answer; at least 0.</param>
    /// <param name="answers">How many there are; at least 1.</param>
    /// <param name="probability">Between 0 and 1; 0.99 for the 99th percentile.</param>
    /// <returns>−mean · ln(1 − p^(1/n)).</returns>
    public static double Quantile(double mean, int answers, double probability) =>
        -mean * PortableMath.Log(1 - PortableMath.Pow(probability, 1.0 / answers));
}
