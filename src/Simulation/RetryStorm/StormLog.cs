namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>What happens in a run, counted second by second.</summary>
/// <param name="horizon">How long the run is, in seconds.</param>
internal sealed class StormLog(double horizon)
{
    private readonly StormSecond[] seconds = new StormSecond[(int)horizon];
    private readonly int[] firstAttemptAnswered = new int[(int)horizon + 1];
    private int current;

    public int Fresh { get; set; }

    public int HeldBack { get; set; }

    public int Offered { get; set; }

    public int Goodput { get; set; }

    public int Wasted { get; set; }

    public int Failed { get; set; }

    /// <summary>Whether the current second has ended at <paramref name="now"/>; what happens at its very end belongs to the next.</summary>
    public bool IsSecondOver(double now) => now >= current + 1 && current < seconds.Length;

    /// <summary>Ends the current second.</summary>
    /// <param name="queue">The requests in line.</param>
    public void EndSecond(int queue)
    {
        seconds[current] = new(current + 1, Fresh, 0, HeldBack, Offered, Goodput, Wasted, Failed, queue);
        (Fresh, HeldBack, Offered, Goodput, Wasted, Failed) = (0, 0, 0, 0, 0, 0);
        current++;
    }

    /// <summary>A first attempt that was sent at <paramref name="sentAt"/> has been answered in time.</summary>
    public void AnswerFirstAttempt(double sentAt) => firstAttemptAnswered[(int)sentAt]++;

    /// <summary>The seconds that have ended.</summary>
    public StormSecond[] Seconds() => [.. seconds.Take(current).Select((second, i) => second with { FirstAttemptAnswered = firstAttemptAnswered[i] })];
}
