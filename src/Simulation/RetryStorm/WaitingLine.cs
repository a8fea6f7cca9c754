namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>The requests that wait for a worker, in the order of the discipline.</summary>
/// <param name="discipline">Whether the oldest or the newest comes next.</param>
internal sealed class WaitingLine(QueueDiscipline discipline)
{
    private readonly Queue<Attempt> oldestFirst = new();
    private readonly Stack<Attempt> newestFirst = new();

    public int Count => oldestFirst.Count + newestFirst.Count;

    public void Add(Attempt attempt)
    {
        if (discipline == QueueDiscipline.Lifo)
        {
            newestFirst.Push(attempt);
        }
        else
        {
            oldestFirst.Enqueue(attempt);
        }
    }

    public bool TryTake(out Attempt attempt) =>
        discipline == QueueDiscipline.Lifo ? newestFirst.TryPop(out attempt!) : oldestFirst.TryDequeue(out attempt!);
}
