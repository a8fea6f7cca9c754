using InteractiveArticle.Simulation.Modelling;

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
    [Parameter("rate of fresh requests", Unit = "1/s", Minimum = 1, Maximum = 1000)]
    public double Load { get; init; } = 200;

    /// <summary>The workers of the fleet, from 1 to 1000; each serves one request at a time.</summary>
    [Parameter("workers of the fleet, one request at a time each", Unit = "workers", Minimum = 1, Maximum = 1000)]
    public int Workers { get; init; } = 30;

    /// <summary>The mean time to serve a request, which is exponential, from 0.01 to 10 s.</summary>
    [Parameter("mean time to serve a request", Unit = "s", Minimum = 0.01, Maximum = 10)]
    public double ServiceTime { get; init; } = 0.1;

    /// <summary>The requests that may wait in line, from 0 to 10⁶; one more is refused at once.</summary>
    [Parameter("requests that may wait in line; one more is refused", Unit = "requests", Minimum = 0, Maximum = 1_000_000)]
    public int QueueLimit { get; init; } = 1000;

    /// <summary>How long a client waits for an answer, from 0.1 to 60 s. It does not tell the server that it has given up.</summary>
    [Parameter("how long a client waits for an answer", Unit = "s", Minimum = 0.1, Maximum = 60)]
    public double Timeout { get; init; } = 1;

    /// <summary>What a client does when a request has failed.</summary>
    [Parameter("what a client does when a request has failed")]
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
    [Parameter("tokens that a client's retry budget holds", Unit = "tokens", Minimum = 0, Maximum = 1000)]
    public int BudgetSize { get; init; } = 5;

    /// <summary>The clients that the requests come from, from 1 to 10 000.</summary>
    [Parameter("clients that the requests come from", Unit = "clients", Minimum = 1, Maximum = 10_000)]
    public int Clients { get; init; } = 400;

    /// <summary>Whether every client loses its connection when the trigger strikes, and asks anew in the same instant.</summary>
    [Parameter("whether every client asks anew in the instant the trigger strikes")]
    public bool Herd { get; init; } = true;

    /// <summary>When the trigger strikes, from 10 to 600 s after the start.</summary>
    [Parameter("when the trigger strikes", Unit = "s", Minimum = 10, Maximum = 600)]
    public double TriggerStart { get; init; } = 30;

    /// <summary>How long the trigger lasts, from 0 to 600 s.</summary>
    [Parameter("how long the trigger lasts", Unit = "s", Minimum = 0, Maximum = 600)]
    public double TriggerLength { get; init; } = 10;

    /// <summary>The share of the workers that the trigger stalls, from 0 to 1.</summary>
    [Parameter("share of the workers that the trigger stalls", Minimum = 0, Maximum = 1)]
    public double TriggerShare { get; init; } = 1;

    /// <summary>How long is simulated, from 60 to 1800 s: at least a minute beyond the trigger.</summary>
    [Parameter("how long is simulated", Unit = "s", Minimum = 60, Maximum = 1800)]
    public double Horizon { get; init; } = 240;

    /// <summary>When the trigger is over, in seconds after the start.</summary>
    public double TriggerEnd => TriggerStart + TriggerLength;

    /// <summary>What the fleet can serve, in requests a second.</summary>
    public double Capacity => Workers / ServiceTime;

    /// <summary>How often a request is tried again, given the policy.</summary>
    public int EffectiveRetries => Policy == RetryPolicy.None ? 0 : Retries;

    /// <inheritdoc/>
    protected override string? Contradiction() => Horizon < TriggerEnd + 60
        ? FormattableString.Invariant($"horizon = {Horizon}: not allowed with triggerStart = {TriggerStart} and triggerLength = {TriggerLength}; a minute has to be left after the trigger, so give at least {TriggerEnd + 60}")
        : null;
}
