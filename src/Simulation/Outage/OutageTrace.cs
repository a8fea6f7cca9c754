using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Outage;

/// <summary>
/// The typical day event by event: what happens to which servers and partitions, and how much of S3 answers when. All times
/// are minutes after the command.
/// </summary>
/// <remarks>Fleets and events are those of the cells that the command hits; <see cref="Answers"/> are shares of the whole region.</remarks>
public sealed record OutageTrace
{
    /// <summary>The options of the day; every step took exactly its mean.</summary>
    public required OutageOptions Options { get; init; }

    /// <summary>The day's times.</summary>
    public required OutageMilestones Milestones { get; init; }

    /// <summary>The day minute by minute, as in <see cref="OutageResult.Minutes"/>.</summary>
    public required IReadOnlyList<OutageMinute> Minutes { get; init; }

    /// <summary>What happened, in the order of time.</summary>
    public required IReadOnlyList<OutageEvent> Events { get; init; }

    /// <summary>How S3 answers, from each change on until the next; the first holds from the command on.</summary>
    public required IReadOnlyList<OutageAnswer> Answers { get; init; }

    /// <summary>The partitions of the index's metadata in the cells that the command hits.</summary>
    public required int IndexPartitions { get; init; }

    /// <summary>The partitions of the placement subsystem's metadata.</summary>
    public required int PlacementPartitions { get; init; }

    /// <summary>How S3 answers at a moment.</summary>
    /// <param name="minute">Minutes after the command; before it, S3 answers everybody.</param>
    public OutageAnswer AnswerAt(double minute) => Answers[Math.Max(0, Bisection.First(Answers.Count, n => Answers[n].Minute > minute) - 1)];
}
