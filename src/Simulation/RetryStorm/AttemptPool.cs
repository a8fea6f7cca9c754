namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>Attempts that are used again, so that a run allocates no more of them than are under way at once.</summary>
internal sealed class AttemptPool
{
    private readonly Stack<Attempt> unused = new();

    public Attempt Take(int client, int number)
    {
        var attempt = unused.TryPop(out var old) ? old : new Attempt();
        (attempt.Client, attempt.Number, attempt.IsOver, attempt.IsInService) = (client, number, false, false);
        return attempt;
    }

    /// <summary>Gives back an attempt that nothing refers to any more: neither the line nor an event to come.</summary>
    public void Return(Attempt attempt) => unused.Push(attempt);
}
