namespace InteractiveArticle.Simulation.Composition;

/// <summary>
/// A hedged request in theory: when the answer is late the same question goes to another copy as well, and the first
/// answer counts.
/// </summary>
/// <remarks>
/// J. Dean and L. A. Barroso, "The tail at scale", Communications of the ACM 56, 2013, who send the second request at
/// the 95th percentile of the latency, so that it adds about 5 % of load. The second answer is independent of the first
/// here, and the added load slows nobody down: with copies that are slow together, or nearly full, hedging gains less.
/// </remarks>
public sealed class HedgedAnswer
{
    private readonly AnswerLatency latency;

    /// <summary>The first of one or two answers.</summary>
    /// <param name="options">The application; its <see cref="CompositionOptions.HedgeQuantile"/> says when the second request is sent.</param>
    public HedgedAnswer(CompositionOptions options)
    {
        latency = new AnswerLatency(options);
        Delay = latency.ExceededBy(1 - options.HedgeQuantile);
    }

    /// <summary>How long the first answer is waited for before the second request is sent, in milliseconds; infinite when it is never sent.</summary>
    public double Delay { get; }

    /// <summary>The probability that there is no answer yet at <paramref name="time"/>: P(L &gt; t)·P(L &gt; t − delay).</summary>
    /// <param name="time">Milliseconds since the first request.</param>
    /// <returns>From 0 to 1.</returns>
    public double LongerThan(double time) =>
        latency.LongerThan(time) * (time > Delay ? latency.LongerThan(time - Delay) : 1);

    /// <summary>The time at which, with a given probability, there is no answer yet.</summary>
    /// <param name="probability">Between 0 and 1.</param>
    /// <returns>Milliseconds.</returns>
    public double ExceededBy(double probability)
    {
        double unhedged = latency.ExceededBy(probability);
        if (unhedged <= Delay)
        {
            return unhedged;
        }

        double low = Delay;
        double high = unhedged;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = LongerThan(middle) > probability ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>The times, in milliseconds, at which <see cref="LongerThan"/> has a kink.</summary>
    internal IEnumerable<double> Kinks => [latency.Least, Delay, Delay + latency.Least];
}
