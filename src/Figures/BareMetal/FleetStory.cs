using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.BareMetal;
using InteractiveArticle.Simulation.Modelling;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.BareMetal;

/// <summary>A server that broke, in hours from the beginning of the run; what does not happen within the run is infinitely late.</summary>
/// <param name="Server">Which server.</param>
/// <param name="Failed">When it broke.</param>
/// <param name="NeedsMachine">Whether it needs a new machine.</param>
/// <param name="HasMachine">Since when it has all that it needs but a person.</param>
/// <param name="RepairBegan">Since when somebody repairs it.</param>
/// <param name="Repaired">When it is whole again.</param>
internal sealed record Breakdown(int Server, double Failed, bool NeedsMachine, double HasMachine, double RepairBegan, double Repaired)
{
    /// <summary>Whether it has to wait for a machine.</summary>
    public bool WaitsForMachine => HasMachine > Failed;
}

/// <summary>
/// What the scene of the fleet tells of a run: the first time of everything that can happen is told slowly, the rest fast.
/// </summary>
internal sealed class FleetStory
{
    // More would be too much to draw.
    private const int MostBreakdowns = 150;

    private const double DaysASecond = 7;
    private const double LongestGap = 1.8;
    private const double DaysASecondAtLast = 30;
    private const double ShortestLast = 4;
    private const double LongestLast = 8;
    private const double OpeningSeconds = 1.5;
    private const double RestSeconds = 2;

    /// <summary>Makes the story of a run.</summary>
    /// <param name="trace">What happened.</param>
    /// <param name="options">The options it was run with.</param>
    public FleetStory(FleetTrace trace, BareMetalOptions options)
    {
        Options = options;
        var all = BreakdownsOf(trace);
        End = all.Count > MostBreakdowns ? all[MostBreakdowns].Failed : options.Days * TimeUnits.HoursPerDay;
        Breakdowns = [.. all.Take(MostBreakdowns)];
        Turns = [.. trace.Servers.Where(turn => turn.Hour < End)];
        Outages = [.. trace.Zones.Where(turn => turn.Hour < End)];
        Orders = [.. trace.Orders.Where(order => order.Ordered < End)];
        Shelf = [.. trace.Shelf.Where(level => level.Hour < End)];
        FirstBreakdown = Breakdowns.Count > 0 ? Breakdowns[0] : null;
        FirstMachine = Breakdowns.FirstOrDefault(breakdown => breakdown.NeedsMachine);
        FirstWait = Breakdowns.FirstOrDefault(breakdown => breakdown.WaitsForMachine);
        FirstOutage = Outages.Where(turn => turn.IsDown && turn.Hour > 0).Select(turn => (ZoneTurn?)turn).FirstOrDefault();
        Time = new StoryTime(Words, TimeUnits.HoursPerDay / 4.0, [.. Knots()]);
    }

    /// <summary>The options of the run.</summary>
    public BareMetalOptions Options { get; }

    /// <summary>When the story ends; hours from the beginning of the run.</summary>
    public double End { get; }

    /// <summary>The servers that broke, in the order of time.</summary>
    public IReadOnlyList<Breakdown> Breakdowns { get; }

    /// <summary>The turns of the servers.</summary>
    public IReadOnlyList<ServerTurn> Turns { get; }

    /// <summary>The turns of the zones.</summary>
    public IReadOnlyList<ZoneTurn> Outages { get; }

    /// <summary>The machines that were ordered.</summary>
    public IReadOnlyList<MachineOrder> Orders { get; }

    /// <summary>How full the shelf is.</summary>
    public IReadOnlyList<ShelfLevel> Shelf { get; }

    /// <summary>The first breakdown; null for none.</summary>
    public Breakdown? FirstBreakdown { get; }

    /// <summary>The first that needs a new machine; null for none.</summary>
    public Breakdown? FirstMachine { get; }

    /// <summary>The first that has to wait for a machine; null for none.</summary>
    public Breakdown? FirstWait { get; }

    /// <summary>The first time that a zone goes down after the beginning; null for never.</summary>
    public ZoneTurn? FirstOutage { get; }

    /// <summary>How the run's hours run in the film.</summary>
    public StoryTime Time { get; }

    /// <summary>When the last days begin, in which the film comes to rest.</summary>
    public double Rest => End - Math.Min(TimeUnits.HoursPerDay / 2.0, End / 4);

    /// <summary>How many servers are in a condition at a moment.</summary>
    /// <param name="hour">The moment.</param>
    /// <param name="condition">A condition of broken ones.</param>
    public int Count(double hour, ServerCondition condition) => Breakdowns.Count(breakdown => condition switch
    {
        ServerCondition.WaitingForMachine => breakdown.Failed <= hour && hour < breakdown.HasMachine,
        ServerCondition.WaitingForPerson => breakdown.HasMachine <= hour && hour < breakdown.RepairBegan,
        ServerCondition.InRepair => breakdown.RepairBegan <= hour && hour < breakdown.Repaired,
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    });

    /// <summary>When a zone that goes down comes back; hours from the beginning, infinite for not within the run.</summary>
    /// <param name="down">The turn down.</param>
    public double BackAt(ZoneTurn down) => Outages.Where(turn => turn.Zone == down.Zone && turn.Hour > down.Hour).Select(turn => turn.Hour).FirstOrDefault(double.PositiveInfinity);

    private static List<Breakdown> BreakdownsOf(FleetTrace trace)
    {
        List<Breakdown> breakdowns = [];
        Dictionary<int, int> last = [];
        foreach (var turn in trace.Servers)
        {
            if (!last.TryGetValue(turn.Server, out int index) || double.IsFinite(breakdowns[index].Repaired))
            {
                last[turn.Server] = index = breakdowns.Count;
                breakdowns.Add(new(turn.Server, turn.Hour, turn.Condition == ServerCondition.WaitingForMachine, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity));
            }

            breakdowns[index] = turn.Condition switch
            {
                ServerCondition.WaitingForPerson => breakdowns[index] with { HasMachine = turn.Hour },
                ServerCondition.InRepair => breakdowns[index] with { RepairBegan = turn.Hour },
                ServerCondition.Whole => breakdowns[index] with { Repaired = turn.Hour },
                _ => breakdowns[index],
            };
        }

        return breakdowns;
    }

    private string Words(double hour) => Prose($"day {Math.Floor(Math.Min(hour, End - 1) / TimeUnits.HoursPerDay) + 1:F0}");

    // What is told slowly: from when until when, and in how many seconds of film.
    private IEnumerable<(double From, double Until, double Film)> Spots()
    {
        const double Day = TimeUnits.HoursPerDay;
        if (FirstBreakdown is { } first)
        {
            yield return (first.Failed - (Day / 2), first.Failed + (1.5 * Day), 2);
        }

        if (FirstMachine is { } machine)
        {
            yield return (machine.Failed - (Day / 2), machine.Failed + (3 * Day), 3);
        }

        if (FirstWait is { } wait)
        {
            yield return (wait.Failed - (Day / 2), wait.Failed + (2 * Day), 2);
            yield return (wait.HasMachine - Day, wait.HasMachine + (2 * Day), 2.5);
        }

        if (FirstOutage is { } outage)
        {
            double length = Math.Min(BackAt(outage) - outage.Hour, Day);
            yield return (outage.Hour - (length / 2), outage.Hour + (2 * length), 3);
        }
    }

    private IEnumerable<(double Story, double Film)> Knots()
    {
        double last = -TimeUnits.HoursPerDay;
        double film = 0;
        yield return (last, film);
        (last, film) = (0, OpeningSeconds);
        yield return (last, film);
        foreach (var (from, until, seconds) in Spots().Where(spot => spot.From < Rest).OrderBy(spot => spot.From))
        {
            if (from > last)
            {
                film += Math.Min((from - last) / TimeUnits.HoursPerDay / DaysASecond, LongestGap);
                last = from;
                yield return (last, film);
            }

            double end = Math.Min(until, Rest);
            if (end > last)
            {
                film += seconds * (end - last) / (until - from);
                last = end;
                yield return (last, film);
            }
        }

        if (Rest > last)
        {
            film += Math.Clamp((Rest - last) / TimeUnits.HoursPerDay / DaysASecondAtLast, ShortestLast, LongestLast);
            yield return (Rest, film);
        }

        yield return (End, film + RestSeconds);
    }
}
