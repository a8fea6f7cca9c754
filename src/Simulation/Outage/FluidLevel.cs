namespace InteractiveArticle.Simulation.Outage;

/// <summary>
/// A level that rises or falls steadily between changes of its rate and never falls below zero, such as the strain on a
/// fleet or the length of a queue; and the one event that is planned for when it reaches a target.
/// </summary>
/// <remarks>
/// When the rate changes, what has been reached so far stays reached, and the planned event moves. The event list cannot
/// take an event back: the old one stays in it and is known by its outdated <see cref="Plan"/>.
/// </remarks>
internal sealed class FluidLevel
{
    private double level;
    private double since;

    /// <summary>How fast the level rises, per minute; negative while it falls.</summary>
    public double Rate { get; private set; }

    /// <summary>The number of the latest plan; an event that carries an older one is outdated.</summary>
    public int Plan { get; private set; }

    /// <summary>When the event of the latest plan comes; infinite when there is none in the event list.</summary>
    public double PlannedFor { get; private set; } = double.PositiveInfinity;

    /// <summary>Whether an event of the latest plan is in the event list.</summary>
    public bool IsPlanned => PlannedFor < double.PositiveInfinity;

    public double At(double now) => Math.Max(0, level + (Rate * (now - since)));

    public void SetRate(double now, double rate)
    {
        level = At(now);
        since = now;
        Rate = rate;
    }

    public void SetLevel(double now, double reached)
    {
        level = reached;
        since = now;
    }

    /// <summary>Minutes until the level reaches <paramref name="target"/>; infinite when it does not at this rate.</summary>
    public double Until(double target, double now)
    {
        double way = target - At(now);
        return Rate > 0 ? Math.Max(0, way / Rate) : Rate < 0 && way <= 0 ? way / Rate : double.PositiveInfinity;
    }

    /// <summary>Makes a new plan, which outdates the one before.</summary>
    /// <param name="time">When the event comes; infinite for no event.</param>
    public int Replan(double time)
    {
        PlannedFor = time;
        return ++Plan;
    }

    /// <summary>Says that the event of the latest plan happens.</summary>
    public void Reached() => PlannedFor = double.PositiveInfinity;
}
