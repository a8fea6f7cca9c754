namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>What has become of an attempt, as its client sees it.</summary>
public enum AttemptFate
{
    /// <summary>The run ended while its client still waited.</summary>
    Pending,

    /// <summary>It was answered in time.</summary>
    Answered,

    /// <summary>The line was full, and it was refused at once.</summary>
    Refused,

    /// <summary>The fleet dropped it while its client still waited.</summary>
    Dropped,

    /// <summary>Its client ran out of patience and hung up.</summary>
    TimedOut,

    /// <summary>Its client's circuit breaker or throttling kept it from being sent.</summary>
    HeldBack,
}

/// <summary>
/// One attempt of a run, from its client to the fleet and back. All times are seconds after the start.
/// </summary>
/// <param name="Client">The number of the client, from 0.</param>
/// <param name="Number">1 for the first attempt, 2 for the first retry, and so on.</param>
/// <param name="SentAt">When it was sent, or held back.</param>
public readonly record struct TracedAttempt(int Client, int Number, double SentAt)
{
    /// <summary>What has become of it.</summary>
    public AttemptFate Fate { get; init; }

    /// <summary>When that was decided; null while it is pending.</summary>
    public double? OverAt { get; init; }

    /// <summary>When it left the line, to be served or to be dropped; null where it never stood there or still does at the end.</summary>
    public double? LeftLineAt { get; init; }

    /// <summary>When a worker stopped working on it; null where none began or it was not done at the end.</summary>
    public double? ServiceEndedAt { get; init; }

    /// <summary>Whether the fleet answered it when its client had hung up.</summary>
    public bool IsWasted { get; init; }

    /// <summary>Whether a worker took it up.</summary>
    public bool IsServed { get; init; }

    /// <summary>Whether it stands in line.</summary>
    /// <param name="time">The moment; seconds after the start.</param>
    public bool IsInLine(double time) => Fate is not (AttemptFate.Refused or AttemptFate.HeldBack) && SentAt <= time && !(LeftLineAt <= time);

    /// <summary>Whether a worker works on it.</summary>
    /// <param name="time">The moment; seconds after the start.</param>
    public bool IsInService(double time) => IsServed && LeftLineAt <= time && !(ServiceEndedAt <= time);

    /// <summary>Whether its client does not wait for it any more.</summary>
    /// <param name="time">The moment; seconds after the start.</param>
    public bool IsOver(double time) => OverAt <= time;
}
