namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>
/// How the fresh requests of a span of time fared at their first attempt: the measure of a fleet's health. A retry is
/// answered sooner or later even by a fleet in trouble; and a request that its client holds back is one that is not answered.
/// </summary>
/// <param name="Made">How many there were, sent or held back.</param>
/// <param name="Answered">How many were answered in time.</param>
internal readonly record struct FirstAttempts(int Made, int Answered)
{
    private const double Half = 0.5;
    private const double StandardErrors = 5;

    /// <summary>The share that was answered; not-a-number where there were none.</summary>
    public double Share => (double)Answered / Made;

    /// <summary>Whether at least half of them were answered; false where there were none.</summary>
    public bool AreMostlyAnswered => Share >= Half;

    /// <summary>The first attempts that were made in the given seconds.</summary>
    public static FirstAttempts Of(ReadOnlySpan<StormSecond> seconds)
    {
        var sum = default(FirstAttempts);
        foreach (var second in seconds)
        {
            sum = new(sum.Made + second.Fresh, sum.Answered + second.FirstAttemptAnswered);
        }

        return sum;
    }

    /// <summary>
    /// Whether these are in trouble that the earlier ones were not in: the share that was answered is less than half the
    /// earlier one, and the difference is more than five standard errors.
    /// </summary>
    /// <remarks>
    /// A fleet in a storm answers next to nothing, and a well one next to all; half lies between them. A tighter margin
    /// would be crossed by luck: a well fleet without a line, used at 93 %, answers up to a third less in one ten seconds
    /// than in others, since its retries keep the memory of a bad moment. Where there are few requests the standard errors
    /// keep luck out. They are those of A. Agresti and B. Caffo, "Simple and effective confidence intervals for proportions and
    /// differences of proportions result from adding two successes and two failures", The American Statistician 54, 2000,
    /// which hold for small counts and for shares of 0 and 1 too. Five of them leave room for requests that do not fare
    /// independently of each other.
    /// </remarks>
    public bool AreInTroubleSince(FirstAttempts earlier)
    {
        double difference = earlier.SmoothedShare - SmoothedShare;
        double standardError = Math.Sqrt(earlier.SmoothedVariance + SmoothedVariance);
        return Share < Half * earlier.Share && difference > StandardErrors * standardError;
    }

    private double SmoothedShare => (Answered + 1.0) / (Made + 2);

    private double SmoothedVariance => SmoothedShare * (1 - SmoothedShare) / (Made + 2);
}
