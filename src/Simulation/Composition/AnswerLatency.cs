using InteractiveArticle.Simulation.Numerics;
using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.Composition;

/// <summary>How the latency of an answer is distributed; all have the same mean.</summary>
public enum LatencyDistribution
{
    /// <summary>Exponential: a light tail.</summary>
    Exponential,

    /// <summary>Log-normal: a tail that is the heavier, the larger the coefficient of variation is.</summary>
    Lognormal,

    /// <summary>Pareto: a tail that falls like a power of the latency, slower than any other here.</summary>
    Pareto,
}

/// <summary>
/// The latency of one answer: its distribution, and draws from it.
/// </summary>
/// <remarks>
/// The Pareto distribution is that of V. Pareto with a least latency: P(L &gt; t) = (least / t)^shape, with the mean
/// least · shape / (shape − 1). N. L. Johnson, S. Kotz and N. Balakrishnan, "Continuous Univariate Distributions",
/// volume 1, 1994, chapters 14 (log-normal), 19 (exponential) and 20 (Pareto).
/// </remarks>
public sealed class AnswerLatency
{
    private readonly LatencyDistribution distribution;
    private readonly double mean;
    private readonly double deviation; // of the logarithm of a log-normal latency
    private readonly double median; // of a log-normal latency
    private readonly double shape;

    /// <summary>The latency that an application's options describe.</summary>
    /// <param name="options">The application.</param>
    public AnswerLatency(CompositionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        distribution = options.Latency;
        mean = options.MeanLatency;
        shape = options.ParetoShape;
        Least = distribution == LatencyDistribution.Pareto ? mean * (shape - 1) / shape : 0;
        double variance = PortableMath.Log(1 + (options.LognormalCv * options.LognormalCv));
        deviation = Math.Sqrt(variance);
        median = mean * PortableMath.Exp(-variance / 2);
    }

    /// <summary>The latency below which no answer comes, in milliseconds.</summary>
    public double Least { get; }

    /// <summary>The probability that an answer takes longer than <paramref name="time"/>.</summary>
    /// <param name="time">Milliseconds.</param>
    /// <returns>From 0 to 1.</returns>
    public double LongerThan(double time) => distribution switch
    {
        _ when time <= Least => 1,
        LatencyDistribution.Exponential => PortableMath.Exp(-time / mean),
        LatencyDistribution.Lognormal => NormalDistribution.Cdf(-PortableMath.Log(time / median) / deviation),
        _ => PortableMath.Pow(Least / time, shape),
    };

    /// <summary>The time that an answer exceeds with a given probability.</summary>
    /// <param name="probability">From 0 to 1; 0.01 for what one answer in a hundred exceeds.</param>
    /// <returns>Milliseconds; infinite for 0.</returns>
    public double ExceededBy(double probability) => distribution switch
    {
        _ when probability >= 1 => Least,
        LatencyDistribution.Exponential => -mean * PortableMath.Log(probability),
        LatencyDistribution.Lognormal => median * PortableMath.Exp(-deviation * NormalDistribution.Quantile(probability)),
        _ => Least * PortableMath.Pow(probability, -1 / shape),
    };

    /// <summary>Draws a latency, in milliseconds.</summary>
    internal double Next(RandomStream stream) => distribution switch
    {
        LatencyDistribution.Exponential => stream.NextExponential(mean),
        LatencyDistribution.Lognormal => median * PortableMath.Exp(deviation * stream.NextNormal()),
        _ => Least * PortableMath.Exp(stream.NextExponential(1 / shape)),
    };
}
