using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>
/// The clients' circuit breakers. A closed one lets everything pass. When too large a share of a client's attempts has
/// failed it opens, and nothing passes for a while. Then it is half open: a few attempts pass as probes; when all are
/// answered it closes, when one fails it opens again.
/// </summary>
/// <remarks>M. T. Nygard, "Release It!", 2007.</remarks>
internal sealed class CircuitBreaker
{
    private readonly RetryStormOptions options;
    private readonly Circuit[] circuits;
    private readonly TrailingCounts? outcomes;

    public CircuitBreaker(RetryStormOptions options)
    {
        this.options = options;
        circuits = options.Breaker ? new Circuit[options.Clients] : [];
        outcomes = options.Breaker ? new TrailingCounts(options.Clients, options.BreakerWindow) : null;
    }

    private enum State
    {
        Closed,
        Open,
        HalfOpen,
    }

    /// <summary>Whether the attempt may be sent.</summary>
    public bool Allows(Attempt attempt, double now)
    {
        if (outcomes is null)
        {
            return true;
        }

        ref var circuit = ref circuits[attempt.Client];
        if (circuit.State == State.Open && now >= circuit.OpenUntil)
        {
            circuit.Enter(State.HalfOpen);
        }

        if (circuit.State == State.Open || (circuit.State == State.HalfOpen && circuit.Probes == options.BreakerProbes))
        {
            return false;
        }

        circuit.Probes += circuit.State == State.HalfOpen ? 1 : 0;
        attempt.BreakerPeriod = circuit.Period;
        return true;
    }

    /// <summary>What has become of an attempt that was allowed.</summary>
    /// <remarks>What was sent before the breaker's last change says nothing of the time after it and is passed over.</remarks>
    public void Learn(Attempt attempt, bool isAnswered, double now)
    {
        if (outcomes is null || attempt.BreakerPeriod != circuits[attempt.Client].Period)
        {
            return;
        }

        ref var circuit = ref circuits[attempt.Client];
        if (circuit.State == State.HalfOpen)
        {
            circuit.ProbesAnswered += isAnswered ? 1 : 0;
            if (!isAnswered)
            {
                Open(ref circuit, now);
            }
            else if (circuit.ProbesAnswered == options.BreakerProbes)
            {
                circuit.Enter(State.Closed);
            }

            return;
        }

        outcomes.Add(attempt.Client, now, all: 1, good: isAnswered ? 1 : 0);
        var (all, answered) = outcomes.Of(attempt.Client, now);
        if (all >= options.BreakerMinimum && all - answered >= Rounding.Up(options.BreakerThreshold * all))
        {
            outcomes.Clear(attempt.Client);
            Open(ref circuit, now);
        }
    }

    private void Open(ref Circuit circuit, double now)
    {
        circuit.Enter(State.Open);
        circuit.OpenUntil = now + options.BreakerOpenTime;
    }

    private struct Circuit
    {
        public State State;

        /// <summary>Counts the changes of state.</summary>
        public int Period;

        public double OpenUntil;

        public int Probes;

        public int ProbesAnswered;

        public void Enter(State state)
        {
            State = state;
            Period++;
            (Probes, ProbesAnswered) = (0, 0);
        }
    }
}
