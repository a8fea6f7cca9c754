using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>
/// What becomes of the fleet when the trigger is over.
/// </summary>
/// <remarks>
/// Rates and shares are taken over the later half of the time before the trigger and of the time after it. Recovery is
/// judged by first attempts; a run ends before the last of them have had their timeout, so these do not count.
/// </remarks>
public sealed record RetryStormResult
{
    /// <summary>Answers in time, over the later half of the time before the trigger.</summary>
    [Measure("1/s")]
    public required Estimate GoodputBefore { get; init; }

    /// <summary>Answers in time, over the later half of the time after the trigger.</summary>
    [Measure("1/s")]
    public required Estimate GoodputAfter { get; init; }

    /// <summary>Attempts that were sent, over the later half of the time after the trigger.</summary>
    [Measure("1/s")]
    public required Estimate OfferedAfter { get; init; }

    /// <summary>The attempts that were sent in the busiest second of the run.</summary>
    [Measure("1/s")]
    public required Estimate PeakOffered { get; init; }

    /// <summary>Attempts that were sent for each fresh request, over the later half of the time after the trigger.</summary>
    [Measure]
    public required Estimate AttemptsPerRequest { get; init; }

    /// <summary>The share of the attempts that a circuit breaker or the throttling kept from being sent, over the later half of the time after the trigger, from 0 to 1.</summary>
    [Measure]
    public required Estimate HeldBackShare { get; init; }

    /// <summary>The share of the fleet's answers that came too late to be of use, over the later half of the time after the trigger, from 0 to 1; undefined where it gave none.</summary>
    [Measure]
    public required Estimate WastedShare { get; init; }

    /// <summary>The share of the fresh requests that were answered at their first attempt, over the later half of the time before the trigger, from 0 to 1; undefined where there were none.</summary>
    [Measure]
    public required Estimate FirstAttemptsBefore { get; init; }

    /// <summary>The share of the fresh requests that were answered at their first attempt, over the last 30 s whose requests had their whole timeout before the run ended, from 0 to 1; undefined where there were none.</summary>
    [Measure]
    public required Estimate FirstAttemptsAtEnd { get; init; }

    /// <summary>The share of the runs that had not recovered at the end: the share of first attempts answered was less than half of that before the trigger, and lower than it by more than five standard errors; 0 without a trigger, undefined where less than half were answered before it already.</summary>
    /// <remarks>
    /// Runs in which less than half of the first attempts were answered before the trigger are left out of the share. With
    /// fewer than about four requests before the trigger no difference is as large as five standard errors, so such a run
    /// is never found ill.
    /// </remarks>
    [Measure]
    public required Estimate Outlived { get; init; }

    /// <summary>The time from the end of the trigger to the middle of the last window of 10 s in which the share of first attempts answered was less than half of that before the trigger, and lower than it by more than five standard errors, over the runs that recovered; 0 where there was no such window, undefined where no run recovered.</summary>
    [Measure("s")]
    public required Estimate RecoverySeconds { get; init; }

    /// <summary>The load up to which the fleet comes back from any trigger, in theory; undefined with circuit breakers, throttling or CoDel, for which no formula is known here.</summary>
    /// <remarks>See <see cref="RetryLoad.HiddenCapacity(RetryStormOptions)"/>.</remarks>
    [Measure("1/s")]
    public required double HiddenCapacity { get; init; }

    /// <summary>The first run, second by second.</summary>
    [Measure]
    public required IReadOnlyList<StormSecond> Seconds { get; init; }

    /// <summary>How many events were simulated, over all runs.</summary>
    public required long Events { get; init; }

    /// <summary>What makes the verdict on recovery doubtful, one plain line each.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
