using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>
/// Clients that try again, in front of a fleet that stalls for a few seconds.
/// </summary>
/// <remarks>
/// The fleet is of the size of a published thought experiment (300 requests a second at 100 ms each); all numbers are
/// assumptions, and nothing here is known of any real outage.
/// </remarks>
public sealed record RetryStormOptions : ModelOptions
{
    /// <summary>The rate of fresh requests, from 1 to 1000 a second; they come at random (Poisson).</summary>
    [Parameter("rate of fresh requests, which come at random (Poisson)", Unit = "1/s", Minimum = 1, Maximum = 1000)]
    public double Load { get; init; } = 200;

    /// <summary>The workers of the fleet, from 1 to 1000; each serves one request at a time.</summary>
    [Parameter("workers of the fleet, one request at a time each", Unit = "workers", Minimum = 1, Maximum = 1000)]
    public int Workers { get; init; } = 30;

    /// <summary>The mean time to serve a request, which is exponential, from 0.01 to 10 s.</summary>
    [Parameter("mean time to serve a request, exponential", Unit = "s", Minimum = 0.01, Maximum = 10)]
    public double ServiceTime { get; init; } = 0.1;

    /// <summary>The requests that may wait in line, from 0 to 10⁶; one more is refused at once.</summary>
    [Parameter("requests that may wait in line; one more is refused and has failed at once", Unit = "requests", Minimum = 0, Maximum = 1_000_000)]
    public int QueueLimit { get; init; } = 1000;

    /// <summary>Which waiting request is served next, and whether some are dropped before.</summary>
    [Parameter("which waiting request is served next, and whether some are dropped before")]
    public QueueDiscipline Discipline { get; init; } = QueueDiscipline.Fifo;

    /// <summary>The wait that CoDel tolerates, from 0.001 to 10 s; the other disciplines ignore it. The default is that of its authors, which B. Maurer, "Fail at scale", ACM Queue 13, 2015, found to work for requests too.</summary>
    [Parameter("wait that CoDel tolerates", Unit = "s", Minimum = 0.001, Maximum = 10)]
    public double CodelTarget { get; init; } = 0.005;

    /// <summary>How long CoDel watches waits above the target before it drops the first request, from 0.01 to 60 s and above the target; the other disciplines ignore it. The default is that of its authors.</summary>
    [Parameter("how long CoDel watches waits above the target before it drops a request", Unit = "s", Minimum = 0.01, Maximum = 60)]
    public double CodelInterval { get; init; } = 0.1;

    /// <summary>
    /// Whether requests carry the deadline of their client: the fleet then drops, at no cost, a request whose client has
    /// given up, and stops working on it; see the guide "Deadlines" of gRPC (grpc.io).
    /// </summary>
    [Parameter("whether requests carry a deadline, past which the fleet drops them: from service at once, from the line at their turn")]
    public bool DeadlinePropagation { get; init; }

    /// <summary>How long a client waits for an answer, from 0.1 to 60 s. Without deadlines in its requests the fleet does not learn that it has given up.</summary>
    [Parameter("how long a client waits for an answer", Unit = "s", Minimum = 0.1, Maximum = 60)]
    public double Timeout { get; init; } = 1;

    /// <summary>What a client does when a request has failed.</summary>
    [Parameter("what a client does when a request has failed: no retry, or one after a delay that is fixed, that doubles each time, or that is uniform from 0 to the doubled one")]
    public RetryPolicy Policy { get; init; } = RetryPolicy.FullJitter;

    /// <summary>How often a request is tried again at the most, from 0 to 10.</summary>
    [Parameter("how often a request is tried again at the most", Unit = "retries", Minimum = 0, Maximum = 10)]
    public int Retries { get; init; } = 3;

    /// <summary>The delay before the first retry, from 0.01 to 60 s.</summary>
    [Parameter("delay before the first retry", Unit = "s", Minimum = 0.01, Maximum = 60)]
    public double RetryDelay { get; init; } = 1;

    /// <summary>The longest delay that doubling leads to, from 0.01 to 600 s.</summary>
    [Parameter("longest delay that doubling leads to", Unit = "s", Minimum = 0.01, Maximum = 600)]
    public double LongestDelay { get; init; } = 20;

    /// <summary>Whether each client has a retry budget: a bucket from which a retry takes a token.</summary>
    [Parameter("whether each client has a retry budget")]
    public bool Budget { get; init; }

    /// <summary>The tokens that a success brings, from 0 to 1; a retry costs one.</summary>
    [Parameter("tokens that a success brings to the retry budget; a retry costs one", Unit = "tokens", Minimum = 0, Maximum = 1)]
    public double BudgetRefill { get; init; } = 0.1;

    /// <summary>The tokens that a client's bucket holds, from 0 to 1000; it starts full.</summary>
    [Parameter("tokens that a client's retry budget holds; it starts full", Unit = "tokens", Minimum = 0, Maximum = 1000)]
    public int BudgetSize { get; init; } = 5;

    /// <summary>
    /// Whether each client has a circuit breaker, which keeps it from sending for a while when too many of its attempts
    /// have failed. A request that is held back has failed; it is not tried again.
    /// </summary>
    [Parameter("whether each client has a circuit breaker")]
    public bool Breaker { get; init; }

    /// <summary>The share of a client's attempts that has to fail before its breaker opens, from 0.01 to 1; an assumption.</summary>
    [Parameter("share of a client's attempts that has to fail before its breaker opens", Minimum = 0.01, Maximum = 1)]
    public double BreakerThreshold { get; init; } = 0.5;

    /// <summary>The trailing window over which a breaker counts attempts that have ended, from 1 to 600 s; an assumption.</summary>
    [Parameter("trailing window over which a breaker counts", Unit = "s", Minimum = 1, Maximum = 600)]
    public double BreakerWindow { get; init; } = 10;

    /// <summary>The attempts that have to be in the window before a breaker may open, from 1 to 1000; an assumption.</summary>
    [Parameter("attempts that have to be in the window before a breaker may open", Unit = "attempts", Minimum = 1, Maximum = 1000)]
    public int BreakerMinimum { get; init; } = 5;

    /// <summary>How long a breaker stays open before it lets probes pass, from 0.1 to 600 s; an assumption.</summary>
    [Parameter("how long a breaker stays open before it lets probes pass", Unit = "s", Minimum = 0.1, Maximum = 600)]
    public double BreakerOpenTime { get; init; } = 10;

    /// <summary>The probes that have to be answered, all of them, before a breaker closes, from 1 to 100; an assumption.</summary>
    [Parameter("probes that have to be answered before a breaker closes", Unit = "attempts", Minimum = 1, Maximum = 100)]
    public int BreakerProbes { get; init; } = 1;

    /// <summary>
    /// Whether each client throttles itself when too few of its requests are answered; see <see cref="RetryLoad.ThrottledShare"/>.
    /// A request that is held back has failed; it is not tried again.
    /// </summary>
    [Parameter("whether each client throttles itself when too few of its requests are answered")]
    public bool Throttling { get; init; }

    /// <summary>The requests K that a throttled client makes for each one that is answered, from 1 to 10; the default is that of the SRE book.</summary>
    [Parameter("requests that a throttled client makes for each one that is answered", Minimum = 1, Maximum = 10)]
    public double ThrottleMultiplier { get; init; } = 2;

    /// <summary>The trailing window over which a client counts requests and answers for its throttling, from 1 to 600 s; the default is that of the SRE book.</summary>
    [Parameter("trailing window over which a client counts for its throttling", Unit = "s", Minimum = 1, Maximum = 600)]
    public double ThrottleWindow { get; init; } = 120;

    /// <summary>The clients that the requests come from, from 1 to 10 000.</summary>
    [Parameter("clients that the requests come from", Unit = "clients", Minimum = 1, Maximum = 10_000)]
    public int Clients { get; init; } = 400;

    /// <summary>Whether every client loses its connection when the trigger strikes, and asks anew in the same instant.</summary>
    [Parameter("whether every client sends one more fresh request in the instant the trigger strikes")]
    public bool Herd { get; init; } = true;

    /// <summary>When the trigger strikes, from 10 to 600 s after the start.</summary>
    [Parameter("when the trigger strikes", Unit = "s", Minimum = 10, Maximum = 600)]
    public double TriggerStart { get; init; } = 30;

    /// <summary>How long the trigger lasts, from 0 to 600 s.</summary>
    [Parameter("how long the trigger lasts; at 0 only the herd comes", Unit = "s", Minimum = 0, Maximum = 600)]
    public double TriggerLength { get; init; } = 10;

    /// <summary>The share of the workers that the trigger stalls, from 0 to 1.</summary>
    [Parameter("share of the workers, rounded to whole ones, that the trigger stalls as soon as they have served the request they are at", Minimum = 0, Maximum = 1)]
    public double TriggerShare { get; init; } = 1;

    /// <summary>How long is simulated, from 60 to 1800 s: at least a minute beyond the trigger, and the time that clients wait and half a minute more.</summary>
    [Parameter("how long is simulated", Unit = "s", Minimum = 60, Maximum = 1800)]
    public double Horizon { get; init; } = 240;

    /// <summary>When the trigger is over, in seconds after the start.</summary>
    public double TriggerEnd => TriggerStart + TriggerLength;

    /// <summary>What the fleet can serve, in requests a second.</summary>
    public double Capacity => Workers / ServiceTime;

    /// <summary>How often a request is tried again, given the policy.</summary>
    public int EffectiveRetries => Policy == RetryPolicy.None ? 0 : Retries;

    /// <summary>Whether anything happens at all: a herd, or a stall of at least one worker.</summary>
    public bool HasTrigger => Herd || (TriggerLength > 0 && WorkersInTrigger < Workers);

    /// <summary>The workers that go on while the trigger lasts.</summary>
    internal int WorkersInTrigger => (int)Rounding.Down(((1 - TriggerShare) * Workers) + 0.5);

    // A minute is left after the trigger, and half a minute more than clients wait.
    private double ShortestHorizon => TriggerEnd + Math.Max(60, Timeout + StormOutcome.EndSeconds);

    /// <inheritdoc/>
    protected internal override IEnumerable<ModelRule> Rules =>
    [
        new(
            "horizon ≥ triggerStart + triggerLength + the larger of 60 and timeout + 30",
            Horizon >= ShortestHorizon,
            $"horizon = {Horizon}: not allowed with triggerStart = {TriggerStart}, triggerLength = {TriggerLength} and timeout = {Timeout}; a minute has to be left after the trigger, and half a minute more than clients wait, so give at least {ShortestHorizon}"),
        new(
            "longestDelay ≥ retryDelay where policy is exponential or full-jitter",
            Policy is not (RetryPolicy.Exponential or RetryPolicy.FullJitter) || LongestDelay >= RetryDelay,
            $"longestDelay = {LongestDelay}: not allowed with retryDelay = {RetryDelay}; delays double from there, so give at least {RetryDelay}"),
        new(
            "codelTarget < codelInterval where discipline is codel",
            Discipline != QueueDiscipline.Codel || CodelTarget < CodelInterval,
            $"codelTarget = {CodelTarget}: not allowed with codelInterval = {CodelInterval}; the target is a small part of the interval, so give less than {CodelInterval}"),
    ];
}
