using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>
/// A fleet with one line in front of it, and clients who wait for a while, give up and try again. For a few seconds the
/// fleet stalls; then it is as good as before. Does the service recover?
/// </summary>
/// <remarks>
/// Nothing in here says that a storm feeds itself. It does because the line remembers: once the wait is longer than
/// the clients' patience, the fleet is busy answering those who have left, everyone else times out, and every timeout
/// brings the next attempt. Theory to hold it against: <see cref="RetryLoad"/>. The cures are options, all off at first:
/// a retry budget, a short line, another <see cref="QueueDiscipline"/>, deadlines that travel with the requests, circuit
/// breakers, and clients that throttle themselves.
/// </remarks>
public static class RetryStormSimulation
{
    internal const int UsualReplications = 4;

    private const double FewRequests = 10;

    /// <summary>Runs the storm.</summary>
    /// <param name="options">The fleet, the clients and the trigger.</param>
    /// <param name="experiment">Seed and replications; by default 4 replications.</param>
    /// <exception cref="ModelOptionsException">An option is out of range, or two of them contradict each other.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static RetryStormResult Run(RetryStormOptions options, Experiment? experiment = null) => Simulate(options, experiment ?? new Experiment(), recorder: null);

    /// <summary>Runs the storm once and gives every attempt of that run as well.</summary>
    /// <param name="options">The fleet, the clients and the trigger.</param>
    /// <returns>What <see cref="Run"/> gives for one replication, and what <see cref="Trace"/> gives.</returns>
    /// <exception cref="ModelOptionsException">An option is out of range, or two of them contradict each other.</exception>
    public static (RetryStormResult Result, IReadOnlyList<TracedAttempt> Attempts) RunTraced(RetryStormOptions options)
    {
        var recorder = new AttemptRecorder();
        return (Simulate(options, new Experiment { Replications = 1 }, recorder), recorder.Attempts);
    }

    /// <summary>Gives every attempt of the first replication: those that the seconds of <see cref="Run"/> count.</summary>
    /// <param name="options">The fleet, the clients and the trigger.</param>
    /// <param name="experiment">The seed, and what cancels the run.</param>
    /// <returns>The attempts in the order in which they were sent or held back.</returns>
    /// <exception cref="ModelOptionsException">An option is out of range, or two of them contradict each other.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static IReadOnlyList<TracedAttempt> Trace(RetryStormOptions options, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        experiment ??= new Experiment();
        var recorder = new AttemptRecorder();
        new StormReplication(options, new RandomStreams(experiment.Seed), recorder).Run(new ReplicationMonitor(experiment.Cancellation));
        return recorder.Attempts;
    }

    // Only a single replication can be recorded.
    private static RetryStormResult Simulate(RetryStormOptions options, Experiment experiment, AttemptRecorder? recorder)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        var (first, storms) = experiment.Replicate(
            UsualReplications,
            (streams, monitor) =>
            {
                var run = new StormReplication(options, streams, recorder);
                return (Seconds: run.Run(monitor), run.Events);
            },
            run => (Outcome: new StormOutcome(run.Seconds, options), run.Events));
        Estimate Over(Func<StormOutcome, double> quantity) => Estimate.Of(storms.Select(storm => quantity(storm.Outcome)));

        // A storm once begun goes on: whatever becomes of a run is one look.
        Estimate Share(Func<StormOutcome, double> share) => Estimate.OfShares(storms.Select(storm => share(storm.Outcome)), looksEach: 1);
        int telling = storms.Count(storm => storm.Outcome.IsTelling);
        return new RetryStormResult
        {
            GoodputBefore = Over(storm => storm.GoodputBefore),
            GoodputAfter = Over(storm => storm.GoodputAfter),
            OfferedAfter = Over(storm => storm.OfferedAfter),
            PeakOffered = Over(storm => storm.PeakOffered),
            AttemptsPerRequest = Over(storm => storm.AttemptsPerRequest),
            HeldBackShare = options.Breaker || options.Throttling ? Share(storm => storm.HeldBackShare) : new Estimate(0, 0),
            WastedShare = Share(storm => storm.WastedShare),
            FirstAttemptsBefore = Share(storm => storm.FirstAttemptsBefore),
            FirstAttemptsAtEnd = Share(storm => storm.FirstAttemptsAtEnd),
            Outlived = telling == 0 ? new Estimate(double.NaN, double.NaN) : Estimate.OfShare(storms.Count(storm => storm.Outcome.Outlived), telling),
            RecoverySeconds = Over(storm => storm.RecoverySeconds),
            HiddenCapacity = RetryLoad.HiddenCapacity(options),
            Seconds = first.Seconds,
            Events = storms.Sum(storm => storm.Events),
            Warnings = [.. WarningsFor(options, storms.Count - telling, storms.Count)],
        };
    }

    private static IEnumerable<string> WarningsFor(RetryStormOptions options, int untelling, int runs)
    {
        if (options.Load >= options.Capacity)
        {
            yield return FormattableString.Invariant($"load = {options.Load} is not below the {options.Capacity} requests a second that the fleet can serve: it is overloaded with or without a trigger, and what comes after is not the trigger's doing alone");
        }

        if (untelling > 0)
        {
            yield return $"in {untelling} of {runs} runs less than half of the first attempts were answered before the trigger: the fleet was in trouble already, so these runs say nothing about recovery";
        }

        if (options.Load * options.TriggerStart / 2 < FewRequests)
        {
            yield return FormattableString.Invariant($"load = {options.Load} and triggerStart = {options.TriggerStart} leave fewer than {FewRequests} requests to say how the fleet fared before the trigger: a storm may go unnoticed");
        }
    }
}
