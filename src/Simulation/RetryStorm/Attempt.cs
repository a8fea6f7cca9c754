namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>One request on its way to the fleet and back: the first that a client makes, or one of its retries.</summary>
internal sealed class Attempt
{
    /// <summary>The number of the client, from 0.</summary>
    public int Client { get; set; }

    /// <summary>1 for the first attempt, 2 for the first retry, and so on.</summary>
    public int Number { get; set; }

    /// <summary>When it was sent, in seconds after the start.</summary>
    public double SentAt { get; set; }

    /// <summary>How often its client's circuit breaker had changed its state when it was sent.</summary>
    public int BreakerPeriod { get; set; }

    /// <summary>Whether its client has an answer, a refusal, or no more patience.</summary>
    public bool IsOver { get; set; }

    /// <summary>Whether a worker has taken it up.</summary>
    public bool IsInService { get; set; }

    /// <summary>Its number in the trace, where one is recorded.</summary>
    public int TraceNumber { get; set; }
}
