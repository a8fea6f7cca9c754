using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>
/// What becomes of the fleet when the trigger is over. "Before" is the later half of the time before the trigger,
/// "after" is the later half of the time after it.
/// </summary>
public sealed record RetryStormResult
{
    /// <summary>Answers in time, before the trigger.</summary>
    [Measure("1/s")]
    public required Estimate GoodputBefore { get; init; }

    /// <summary>Answers in time, after the trigger.</summary>
    [Measure("1/s")]
    public required Estimate GoodputAfter { get; init; }

    /// <summary>Attempts, after the trigger.</summary>
    [Measure("1/s")]
    public required Estimate OfferedAfter { get; init; }

    /// <summary>The attempts of the busiest second.</summary>
    [Measure("1/s")]
    public required Estimate PeakOffered { get; init; }

    /// <summary>Attempts for each fresh request, after the trigger.</summary>
    [Measure]
    public required Estimate AttemptsPerRequest { get; init; }

    /// <summary>The share of the fleet's answers that came too late to be of use, after the trigger, from 0 to 1.</summary>
    [Measure]
    public required Estimate WastedShare { get; init; }

    /// <summary>The share of the runs in which the storm outlived its trigger until the end of the run, from 0 to 1.</summary>
    [Measure]
    public required Estimate Outlived { get; init; }

    /// <summary>
    /// From the end of the trigger until the last second in which more than one attempt in twenty failed, over the runs
    /// that recovered; not-a-number where none did.
    /// </summary>
    [Measure("s")]
    public required Estimate RecoverySeconds { get; init; }

    /// <summary>The load past which a storm outlives its trigger, in theory; see <see cref="RetryLoad.HiddenCapacity"/>.</summary>
    [Measure("1/s")]
    public required double HiddenCapacity { get; init; }

    /// <summary>The first run, second by second.</summary>
    [Measure]
    public required IReadOnlyList<StormSecond> Seconds { get; init; }

    /// <summary>How many events were simulated, over all runs.</summary>
    public required long Events { get; init; }
}
