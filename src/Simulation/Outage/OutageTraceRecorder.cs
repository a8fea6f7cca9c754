namespace InteractiveArticle.Simulation.Outage;

/// <summary>Takes down a day for an <see cref="OutageTrace"/>.</summary>
internal sealed class OutageTraceRecorder
{
    private readonly bool[] isOverloaded = new bool[2];
    private bool wasOpen = true;

    public List<OutageEvent> Events { get; } = [];

    public List<OutageAnswer> Answers { get; } = [new(0, 1, 1, 1, 1, CanDashboardTell: false)];

    public void Add(double now, OutageEventKind kind, Subsystem subsystem, double servers = 0, int partition = 0) =>
        Events.Add(new(now, kind, (OutageFleet)subsystem.Number, servers, partition));

    /// <summary>Takes down what has followed from an event.</summary>
    /// <param name="now">Minutes after the command.</param>
    /// <param name="index">The index.</param>
    /// <param name="placement">The placement subsystem.</param>
    /// <param name="record">What those outside see, after the same event.</param>
    public void See(double now, Subsystem index, Subsystem placement, DayRecord record)
    {
        SeeOverload(now, index);
        SeeOverload(now, placement);
        if (index.Open && !wasOpen)
        {
            Add(now, OutageEventKind.DoorsOpened, index);
        }

        wasOpen = index.Open;
        var answer = new OutageAnswer(
            now,
            record.OfTheRegion(record.Get),
            record.OfTheRegion(record.Put),
            index.Success,
            placement.Success,
            record.HasFailed && record.Dashboard.CanTellTheTruth);
        if (answer.Minute == Answers[^1].Minute)
        {
            // Of what happens at the same time, only what comes out of it is an answer to anybody.
            Answers[^1] = answer;
        }
        else if (answer with { Minute = 0 } != Answers[^1] with { Minute = 0 })
        {
            Answers.Add(answer);
        }
    }

    private void SeeOverload(double now, Subsystem subsystem)
    {
        bool isNow = subsystem.IsOverloaded && subsystem.Working > 0;
        if (isNow != isOverloaded[subsystem.Number])
        {
            isOverloaded[subsystem.Number] = isNow;
            Add(now, isNow ? OutageEventKind.OverloadBegan : OutageEventKind.OverloadEnded, subsystem);
        }
    }
}
