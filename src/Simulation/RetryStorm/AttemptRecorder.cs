namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>Records every attempt of a run.</summary>
internal sealed class AttemptRecorder
{
    private readonly List<TracedAttempt> attempts = [];

    /// <summary>The attempts in the order in which they were sent or held back.</summary>
    public IReadOnlyList<TracedAttempt> Attempts => attempts;

    /// <summary>The attempt is sent or held back now; everything else is told later.</summary>
    public void Begin(Attempt attempt, double now)
    {
        attempt.TraceNumber = attempts.Count;
        attempts.Add(new(attempt.Client, attempt.Number, now));
    }

    /// <summary>The client has an answer, a refusal, or no more patience.</summary>
    public void Decide(Attempt attempt, AttemptFate fate, double now) => Change(attempt, attempts[attempt.TraceNumber] with { Fate = fate, OverAt = now });

    /// <summary>The attempt leaves the line.</summary>
    public void LeaveLine(Attempt attempt, double now) => Change(attempt, attempts[attempt.TraceNumber] with { LeftLineAt = now });

    /// <summary>A worker takes the attempt up.</summary>
    public void StartService(Attempt attempt) => Change(attempt, attempts[attempt.TraceNumber] with { IsServed = true });

    /// <summary>A worker stops working on the attempt.</summary>
    public void EndService(Attempt attempt, bool isWasted, double now) => Change(attempt, attempts[attempt.TraceNumber] with { ServiceEndedAt = now, IsWasted = isWasted });

    private void Change(Attempt attempt, TracedAttempt changed) => attempts[attempt.TraceNumber] = changed;
}
