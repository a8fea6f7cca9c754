using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Composition;

/// <summary>
/// The slowest of n independent answers: it is there by t when all of them are, with probability (1 − P(L &gt; t))ⁿ.
/// </summary>
/// <remarks>
/// Order statistics: H. A. David and H. N. Nagaraja, "Order Statistics", 2003, section 2.5. Why a system of many parts
/// has to care: J. Dean and L. A. Barroso, "The tail at scale", Communications of the ACM 56, 2013.
/// </remarks>
public static class FanOutTail
{
    // Where the mean is integrated: from so small a share of the median on, in steps of one per cent, until what is left
    // is so small a share of the whole.
    private const double Beginning = 1e-6;
    private const double Step = 0.01;
    private const double Precision = 1e-12;

    /// <summary>The probability that at least one of n answers is slow.</summary>
    /// <param name="slow">The probability that one answer is; from 0 to 1.</param>
    /// <param name="answers">How many there are; at least 1.</param>
    /// <returns>1 − (1 − p)ⁿ: 63 % for one in a hundred and a hundred answers (Dean and Barroso).</returns>
    public static double AtLeastOneSlow(double slow, int answers)
    {
        double expected = slow * answers;

        // Of small probabilities the difference from 1 would keep no digit; two terms of the binomial series do.
        return expected < 1e-5
            ? expected * (1 - ((answers - 1) * slow / 2))
            : 1 - PortableMath.Pow(1 - slow, answers);
    }

    /// <summary>The mean of the slowest of exponential answers.</summary>
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

    /// <summary>The mean of the slowest of answers that may be hedged.</summary>
    /// <param name="answer">One answer.</param>
    /// <param name="answers">How many there are; at least 1.</param>
    /// <returns>The integral of 1 − (1 − P(L &gt; t))ⁿ over t, to within 10⁻⁵ of itself; in milliseconds.</returns>
    public static double Mean(HedgedAnswer answer, int answers)
    {
        ArgumentNullException.ThrowIfNull(answer);
        double Late(double time) => AtLeastOneSlow(answer.LongerThan(time), answers);

        // Simpson's rule on steps that grow with t, because a heavy tail reaches far, and end at every kink.
        double Simpson(double from, double to) => (to - from) / 6 * (Late(from) + (4 * Late((from + to) / 2)) + Late(to));
        double time = Beginning * answer.ExceededBy(0.5);
        double whole = Simpson(0, time);
        double part;
        do
        {
            double next = answer.Kinks.Where(kink => kink > time).Append(time * (1 + Step)).Min();
            part = Simpson(time, next);
            whole += part;
            time = next;
        }
        while (part > Precision * whole || Late(time) > 0.5);

        return whole;
    }

    /// <summary>The time within which the slowest of exponential answers is there with a given probability.</summary>
    /// <param name="mean">The mean of one answer; at least 0.</param>
    /// <param name="answers">How many there are; at least 1.</param>
    /// <param name="probability">Between 0 and 1; 0.99 for the 99th percentile.</param>
    /// <returns>−mean · ln(1 − p^(1/n)).</returns>
    public static double Quantile(double mean, int answers, double probability) =>
        -mean * PortableMath.Log(1 - PortableMath.Pow(probability, 1.0 / answers));

    /// <summary>The time within which the slowest of answers that may be hedged is there with a given probability.</summary>
    /// <param name="answer">One answer.</param>
    /// <param name="answers">How many there are; at least 1.</param>
    /// <param name="probability">Between 0 and 1; 0.99 for the 99th percentile.</param>
    /// <returns>The time that one answer exceeds with probability 1 − p^(1/n); in milliseconds.</returns>
    public static double Quantile(HedgedAnswer answer, int answers, double probability)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.ExceededBy(1 - PortableMath.Pow(probability, 1.0 / answers));
    }
}
