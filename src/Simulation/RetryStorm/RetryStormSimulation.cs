using InteractiveArticle.Simulation.Engine;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Randomness;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>
/// A fleet with one line in front of it, served in the order of arrival, and clients who wait for a while, give up and
/// try again. For a few seconds the fleet stalls; then it is as good as before. Does the service recover?
/// </summary>
/// <remarks>
/// Nothing in here says that a storm feeds itself. It does because the line remembers: once the wait is longer than
/// the clients' patience, the fleet is busy answering those who have left, everyone else times out, and every timeout
/// brings the next attempt. Theory to hold it against: <see cref="RetryLoad"/>.
/// </remarks>
public static class RetryStormSimulation
{
    internal const int UsualReplications = 4;

    private const double TroubledShare = 0.05;
    private const double LastSeconds = 10;

    private enum What
    {
        Request,
        Retry,
        Timeout,
        Answer,
        Strike,
        Relief,
        Second,
    }

    /// <summary>Runs the storm.</summary>
    /// <param name="options">The fleet, the clients and the trigger.</param>
    /// <param name="experiment">Seed and replications; by default 4 replications.</param>
    /// <exception cref="ModelOptionsException">An option is out of range, or the horizon too short for the trigger.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static RetryStormResult Run(RetryStormOptions options, Experiment? experiment = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        experiment ??= new Experiment();
        var (first, storms) = experiment.Replicate(
            UsualReplications,
            streams => RunOnce(options, streams, experiment.Cancellation),
            run => new Storm(run.Seconds, run.Events, options));
        Estimate Over(Func<Storm, double> quantity) => Estimate.Of(storms.Select(quantity));
        return new RetryStormResult
        {
            GoodputBefore = Over(storm => storm.GoodputBefore),
            GoodputAfter = Over(storm => storm.GoodputAfter),
            OfferedAfter = Over(storm => storm.OfferedAfter),
            PeakOffered = Over(storm => storm.PeakOffered),
            AttemptsPerRequest = Over(storm => storm.AttemptsPerRequest),
            WastedShare = Over(storm => storm.WastedShare),
            Outlived = Over(storm => double.IsNaN(storm.RecoverySeconds) ? 1 : 0),
            RecoverySeconds = Over(storm => storm.RecoverySeconds),
            HiddenCapacity = RetryLoad.HiddenCapacity(options.Capacity, options.EffectiveRetries),
            Seconds = first.Seconds,
            Events = storms.Sum(storm => storm.Events),
        };
    }

    private static (StormSecond[] Seconds, long Events) RunOnce(RetryStormOptions options, RandomStreams streams, CancellationToken cancellation)
    {
        var arrivals = streams.Stream("arrivals");
        var askers = streams.Stream("clients");
        var services = streams.Stream("services");
        var jitter = streams.Stream("jitter");
        var simulator = new Simulator<Happening>();
        var line = new Queue<Attempt>();
        var idleAttempts = new Stack<Attempt>();
        var budget = new RetryBudget(options);
        var seconds = new List<StormSecond>();
        var now = default(StormSecond);
        int workers = options.Workers;
        int busy = 0;

        simulator.Schedule(new(What.Request), arrivals.NextExponential(1 / options.Load));
        simulator.Schedule(new(What.Strike), options.TriggerStart);
        simulator.Schedule(new(What.Relief), options.TriggerEnd);
        simulator.Schedule(new(What.Second), 1);
        while (simulator.Next(out var happening) && simulator.Now <= options.Horizon)
        {
            switch (happening.What)
            {
                case What.Request:
                    Ask(askers.NextIndex(options.Clients));
                    simulator.Schedule(new(What.Request), arrivals.NextExponential(1 / options.Load));
                    break;
                case What.Retry:
                    Send(happening.Attempt!);
                    break;
                case What.Timeout when happening.Attempt!.IsOver:
                    idleAttempts.Push(happening.Attempt);
                    break;
                case What.Timeout:
                    happening.Attempt!.IsOver = true;
                    Fail(happening.Attempt);
                    break;
                case What.Answer:
                    busy--;
                    Answer(happening.Attempt!);
                    Work();
                    break;
                case What.Strike:
                    workers = (int)Math.Round((1 - options.TriggerShare) * options.Workers);
                    for (int client = 0; options.Herd && client < options.Clients; client++)
                    {
                        Ask(client);
                    }

                    break;
                case What.Relief:
                    workers = options.Workers;
                    Work();
                    break;
                case What.Second:
                    cancellation.ThrowIfCancellationRequested();
                    seconds.Add(now with { Second = simulator.Now, Queue = line.Count });
                    now = default;
                    simulator.Schedule(new(What.Second), 1);
                    break;
            }
        }

        return ([.. seconds], simulator.Events);

        void Ask(int client)
        {
            now = now with { Fresh = now.Fresh + 1 };
            Send(NewAttempt(client, number: 1));
        }

        void Send(Attempt attempt)
        {
            now = now with { Offered = now.Offered + 1 };
            if (busy >= workers && line.Count >= options.QueueLimit)
            {
                Fail(attempt);
                idleAttempts.Push(attempt);
                return;
            }

            simulator.Schedule(new(What.Timeout, attempt), options.Timeout);
            line.Enqueue(attempt);
            Work();
        }

        // The server cannot see who has given up, so it works through the line as it stands.
        void Work()
        {
            while (busy < workers && line.TryDequeue(out var attempt))
            {
                busy++;
                simulator.Schedule(new(What.Answer, attempt), services.NextExponential(options.ServiceTime));
            }
        }

        void Answer(Attempt attempt)
        {
            if (attempt.IsOver)
            {
                now = now with { Wasted = now.Wasted + 1 };
                idleAttempts.Push(attempt);
                return;
            }

            attempt.IsOver = true;
            now = now with { Goodput = now.Goodput + 1 };
            budget.Refill(attempt.Client);
        }

        void Fail(Attempt attempt)
        {
            now = now with { Failed = now.Failed + 1 };
            double chance = jitter.NextUniform();
            if (attempt.Number <= options.EffectiveRetries && budget.Allows(attempt.Client))
            {
                simulator.Schedule(new(What.Retry, NewAttempt(attempt.Client, attempt.Number + 1)), Delay(options, attempt.Number, chance));
            }
        }

        Attempt NewAttempt(int client, int number)
        {
            var attempt = idleAttempts.TryPop(out var idle) ? idle : new Attempt();
            (attempt.Client, attempt.Number, attempt.IsOver) = (client, number, false);
            return attempt;
        }
    }

    private static double Delay(RetryStormOptions options, int attempt, double chance)
    {
        double doubled = Math.Min(options.LongestDelay, options.RetryDelay * (1 << (attempt - 1)));
        return options.Policy switch
        {
            RetryPolicy.Exponential => doubled,
            RetryPolicy.FullJitter => chance * doubled,
            _ => options.RetryDelay,
        };
    }

    private readonly record struct Happening(What What, Attempt? Attempt = null);

    /// <summary>One storm in numbers.</summary>
    private sealed class Storm
    {
        public Storm(StormSecond[] seconds, long events, RetryStormOptions options)
        {
            StormSecond[] before = [.. seconds.Where(second => second.Second > options.TriggerStart / 2 && second.Second <= options.TriggerStart)];
            StormSecond[] after = [.. seconds.Where(second => second.Second > (options.TriggerEnd + options.Horizon) / 2)];
            GoodputBefore = before.Average(second => second.Goodput);
            GoodputAfter = after.Average(second => second.Goodput);
            OfferedAfter = after.Average(second => second.Offered);
            PeakOffered = seconds.Max(second => second.Offered);
            AttemptsPerRequest = after.Sum(second => (double)second.Offered) / after.Sum(second => second.Fresh);
            WastedShare = after.Sum(second => (double)second.Wasted) / after.Sum(second => second.Wasted + second.Goodput);
            RecoverySeconds = RecoveryOf(seconds, options);
            Events = events;
        }

        public double GoodputBefore { get; }

        public double GoodputAfter { get; }

        public double OfferedAfter { get; }

        public double PeakOffered { get; }

        public double AttemptsPerRequest { get; }

        public double WastedShare { get; }

        /// <summary>Not a number where the storm outlives the run.</summary>
        public double RecoverySeconds { get; }

        public long Events { get; }

        private static double RecoveryOf(StormSecond[] seconds, RetryStormOptions options)
        {
            double lastTrouble = seconds
                .Where(second => second.Failed > TroubledShare * (second.Failed + second.Goodput))
                .Select(second => second.Second)
                .LastOrDefault();
            return lastTrouble > options.Horizon - LastSeconds ? double.NaN : Math.Max(0, lastTrouble - options.TriggerEnd);
        }
    }

    // An attempt is over for its client once it is answered or has timed out, whichever comes first; it is used again
    // once both have happened.
    private sealed class Attempt
    {
        public int Client { get; set; }

        public int Number { get; set; }

        public bool IsOver { get; set; }
    }
}
