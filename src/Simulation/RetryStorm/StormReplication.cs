using InteractiveArticle.Simulation.Engine;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>One run: a fleet with one line in front of it, and clients who wait for a while, give up and try again.</summary>
internal sealed class StormReplication
{
    private readonly RetryStormOptions options;
    private readonly RandomStream arrivals;
    private readonly RandomStream askers;
    private readonly RandomStream services;
    private readonly RandomStream jitter;

    private readonly RetryBudget budget;
    private readonly CircuitBreaker breaker;
    private readonly AdaptiveThrottle throttle;

    private readonly WaitingLine line;
    private readonly ControlledDelay controlledDelay;
    private int workers;
    private int busy;

    private readonly Simulator<StormEvent> simulator = new();
    private readonly AttemptPool pool = new();
    private readonly StormLog log;
    private readonly AttemptRecorder? recorder;

    /// <summary>Sets up a run.</summary>
    /// <param name="options">The fleet, the clients and the trigger.</param>
    /// <param name="streams">The randomness.</param>
    /// <param name="recorder">Is told of every attempt; null for a run of which only the seconds matter.</param>
    public StormReplication(RetryStormOptions options, RandomStreams streams, AttemptRecorder? recorder = null)
    {
        this.options = options;
        this.recorder = recorder;
        arrivals = streams.Stream("arrivals");
        askers = streams.Stream("clients");
        services = streams.Stream("services");
        jitter = streams.Stream("jitter");
        budget = new RetryBudget(options);
        breaker = new CircuitBreaker(options);
        throttle = new AdaptiveThrottle(options, streams.Stream("throttle"));
        line = new WaitingLine(options.Discipline);
        controlledDelay = new ControlledDelay(options);
        workers = options.Workers;
        log = new StormLog(options.Horizon);
    }

    private enum EventKind
    {
        Request,
        Retry,
        Timeout,
        ServiceEnd,
        TriggerStart,
        TriggerEnd,
    }

    public long Events => simulator.Events;

    public StormSecond[] Run(ReplicationMonitor monitor)
    {
        simulator.Schedule(new(EventKind.Request), arrivals.NextExponential(1 / options.Load));
        simulator.Schedule(new(EventKind.TriggerStart), options.TriggerStart);
        simulator.Schedule(new(EventKind.TriggerEnd), options.TriggerEnd);
        while (simulator.Next(out var next) && simulator.Now <= options.Horizon)
        {
            EndSecondsUntil(simulator.Now, monitor);
            switch (next.Kind)
            {
                case EventKind.Request:
                    Ask(askers.NextIndex(options.Clients));
                    simulator.Schedule(new(EventKind.Request), arrivals.NextExponential(1 / options.Load));
                    break;
                case EventKind.Retry:
                    Send(next.Attempt!);
                    break;
                case EventKind.Timeout:
                    GiveUp(next.Attempt!);
                    break;
                case EventKind.ServiceEnd:
                    EndService(next.Attempt!);
                    break;
                case EventKind.TriggerStart:
                    workers = options.WorkersInTrigger;
                    for (int client = 0; options.Herd && client < options.Clients; client++)
                    {
                        Ask(client);
                    }

                    break;
                case EventKind.TriggerEnd:
                    workers = options.Workers;
                    Work();
                    break;
            }
        }

        EndSecondsUntil(options.Horizon, monitor);
        return log.Seconds();
    }

    private void EndSecondsUntil(double now, ReplicationMonitor monitor)
    {
        while (log.IsSecondOver(now))
        {
            monitor.Reach(now / options.Horizon);
            log.EndSecond(line.Count);
        }
    }

    // The clients.
    private void Ask(int client)
    {
        log.Fresh++;
        Send(pool.Take(client, number: 1));
    }

    // The breaker comes last: what it lets pass as a probe has to be sent.
    private void Send(Attempt attempt)
    {
        recorder?.Begin(attempt, simulator.Now);
        if (!throttle.Allows(attempt.Client, simulator.Now) || !breaker.Allows(attempt, simulator.Now))
        {
            recorder?.Decide(attempt, AttemptFate.HeldBack, simulator.Now);
            log.HeldBack++;
            pool.Return(attempt);
            return;
        }

        log.Offered++;
        attempt.SentAt = simulator.Now;
        Receive(attempt);
    }

    private void GiveUp(Attempt attempt)
    {
        if (attempt.IsOver)
        {
            pool.Return(attempt);
            return;
        }

        attempt.IsOver = true;
        recorder?.Decide(attempt, AttemptFate.TimedOut, simulator.Now);
        Fail(attempt);
        if (options.DeadlinePropagation && attempt.IsInService)
        {
            recorder?.EndService(attempt, isWasted: false, simulator.Now);
            busy--;
            Work();
        }
    }

    private void Succeed(Attempt attempt)
    {
        log.Goodput++;
        recorder?.Decide(attempt, AttemptFate.Answered, simulator.Now);
        if (attempt.Number == 1)
        {
            log.AnswerFirstAttempt(attempt.SentAt);
        }

        budget.Refill(attempt.Client);
        throttle.Accepted(attempt.Client, simulator.Now);
        breaker.Learn(attempt, isAnswered: true, simulator.Now);
    }

    private void Fail(Attempt attempt)
    {
        log.Failed++;
        breaker.Learn(attempt, isAnswered: false, simulator.Now);
        double chance = jitter.NextUniform();
        if (attempt.Number <= options.EffectiveRetries && budget.Allows(attempt.Client))
        {
            simulator.Schedule(new(EventKind.Retry, pool.Take(attempt.Client, attempt.Number + 1)), DelayAfter(attempt.Number, chance));
        }
    }

    private double DelayAfter(int attempt, double chance)
    {
        double doubled = Math.Min(options.LongestDelay, options.RetryDelay * (1 << (attempt - 1)));
        return options.Policy switch
        {
            RetryPolicy.Exponential => doubled,
            RetryPolicy.FullJitter => chance * doubled,
            _ => options.RetryDelay,
        };
    }

    // The fleet.
    private void Receive(Attempt attempt)
    {
        if (busy >= workers && line.Count >= options.QueueLimit)
        {
            recorder?.Decide(attempt, AttemptFate.Refused, simulator.Now);
            Fail(attempt);
            pool.Return(attempt);
            return;
        }

        simulator.Schedule(new(EventKind.Timeout, attempt), options.Timeout);
        line.Add(attempt);
        Work();
    }

    // Without deadlines in its requests the fleet cannot see who has given up, so it works through the line as it stands.
    private void Work()
    {
        while (busy < workers && line.TryTake(out var attempt))
        {
            recorder?.LeaveLine(attempt, simulator.Now);
            if (options.DeadlinePropagation && attempt.IsOver)
            {
                pool.Return(attempt);
            }
            else if (controlledDelay.Drops(simulator.Now, simulator.Now - attempt.SentAt, line.Count))
            {
                Drop(attempt);
            }
            else
            {
                busy++;
                attempt.IsInService = true;
                recorder?.StartService(attempt);
                simulator.Schedule(new(EventKind.ServiceEnd, attempt), services.NextExponential(options.ServiceTime));
            }
        }
    }

    private void Drop(Attempt attempt)
    {
        if (attempt.IsOver)
        {
            pool.Return(attempt);
            return;
        }

        attempt.IsOver = true;
        recorder?.Decide(attempt, AttemptFate.Dropped, simulator.Now);
        Fail(attempt);
    }

    private void EndService(Attempt attempt)
    {
        // One that was stopped at its deadline has freed its worker then.
        if (options.DeadlinePropagation && attempt.IsOver)
        {
            pool.Return(attempt);
            return;
        }

        busy--;
        recorder?.EndService(attempt, isWasted: attempt.IsOver, simulator.Now);
        Answer(attempt);
        Work();
    }

    private void Answer(Attempt attempt)
    {
        if (attempt.IsOver)
        {
            log.Wasted++;
            pool.Return(attempt);
            return;
        }

        attempt.IsOver = true;
        Succeed(attempt);
    }

    private readonly record struct StormEvent(EventKind Kind, Attempt? Attempt = null);
}
