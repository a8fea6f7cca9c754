using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>One run in numbers.</summary>
internal sealed class StormOutcome
{
    /// <summary>The end of the run that decides whether the storm has outlived its trigger.</summary>
    public const int EndSeconds = 30;

    // The windows in which trouble is looked for between the trigger and that end.
    private const int HalfWindow = 5;

    public StormOutcome(StormSecond[] seconds, RetryStormOptions options)
    {
        var before = seconds[(int)(options.TriggerStart / 2)..(int)options.TriggerStart];
        StormSecond[] after = [.. seconds.Where(second => second.Second > (options.TriggerEnd + options.Horizon) / 2)];
        GoodputBefore = before.Average(second => second.Goodput);
        GoodputAfter = after.Average(second => second.Goodput);
        OfferedAfter = after.Average(second => second.Offered);
        PeakOffered = seconds.Max(second => second.Offered);
        AttemptsPerRequest = after.Sum(second => (double)second.Offered) / after.Sum(second => second.Fresh);
        HeldBackShare = after.Sum(second => (double)second.HeldBack) / after.Sum(second => second.HeldBack + second.Offered);
        WastedShare = after.Sum(second => (double)second.Wasted) / after.Sum(second => second.Wasted + second.Goodput);

        // Whoever asks later may still be waiting when the run ends.
        var judged = seconds.AsSpan(..(int)Rounding.Down(options.Horizon - options.Timeout));
        var atStart = FirstAttempts.Of(before);
        var atEnd = FirstAttempts.Of(judged[^EndSeconds..]);
        FirstAttemptsBefore = atStart.Share;
        FirstAttemptsAtEnd = atEnd.Share;
        IsTelling = !options.HasTrigger || atStart.AreMostlyAnswered;
        Outlived = options.HasTrigger && IsTelling && atEnd.AreInTroubleSince(atStart);
        RecoverySeconds = (options.HasTrigger, IsTelling && !Outlived) switch
        {
            (false, _) => 0,
            (true, true) => RecoveryOf(judged, atStart, options.TriggerEnd),
            (true, false) => double.NaN,
        };
    }

    public double GoodputBefore { get; }

    public double GoodputAfter { get; }

    public double OfferedAfter { get; }

    public double PeakOffered { get; }

    public double AttemptsPerRequest { get; }

    public double HeldBackShare { get; }

    /// <summary>Not a number where the fleet has answered nothing.</summary>
    public double WastedShare { get; }

    /// <summary>Not a number where there were no requests.</summary>
    public double FirstAttemptsBefore { get; }

    /// <inheritdoc cref="FirstAttemptsBefore"/>
    public double FirstAttemptsAtEnd { get; }

    /// <summary>Whether the run says anything of recovery: not where the fleet was in trouble before the trigger.</summary>
    public bool IsTelling { get; }

    public bool Outlived { get; }

    /// <summary>Not a number where the storm has outlived its trigger, and where the run tells nothing.</summary>
    public double RecoverySeconds { get; }

    // Half of a window is lost when trouble ends in its middle. The end of the run has been found well as a whole; a
    // window that starts in it decides nothing any more.
    private static double RecoveryOf(ReadOnlySpan<StormSecond> seconds, FirstAttempts before, double triggerEnd)
    {
        for (int start = seconds.Length - EndSeconds - 1; start + HalfWindow >= triggerEnd; start--)
        {
            if (FirstAttempts.Of(seconds.Slice(start, 2 * HalfWindow)).AreInTroubleSince(before))
            {
                return start + HalfWindow - triggerEnd;
            }
        }

        return 0;
    }
}
