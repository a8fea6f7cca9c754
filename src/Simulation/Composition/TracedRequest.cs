namespace InteractiveArticle.Simulation.Composition;

/// <summary>
/// One request to an application, with what became of each of its parts.
/// </summary>
/// <param name="ServiceWorks">Whether each service of the chain works, in the chain's order: any copy of it is enough.</param>
/// <param name="Answers">The parallel answers that one step of it waits for.</param>
public sealed record TracedRequest(IReadOnlyList<bool> ServiceWorks, IReadOnlyList<TracedAnswer> Answers)
{
    /// <summary>The number of the first service that does not work, from 0; null where all of them do.</summary>
    public int? FirstBroken => ServiceWorks.All(works => works) ? null : ServiceWorks.TakeWhile(works => works).Count();

    /// <summary>The number of the answer that comes last, from 0.</summary>
    public int Last => Enumerable.Range(0, Answers.Count).MaxBy(answer => Answers[answer].Latency);

    /// <summary>When the last answer is there, in milliseconds after the request.</summary>
    public double Slowest => Answers.Max(answer => answer.Latency);
}

/// <summary>
/// One of the parallel answers.
/// </summary>
/// <param name="First">When the copy that is asked first has answered or would have, in milliseconds after the request.</param>
/// <param name="Second">When the copy that is asked second has answered or would have, in milliseconds after the request; null where none is asked.</param>
public readonly record struct TracedAnswer(double First, double? Second)
{
    /// <summary>When the first of the two has answered, in milliseconds after the request.</summary>
    public double Latency => Second is { } second ? Math.Min(First, second) : First;
}
