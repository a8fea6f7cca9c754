using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.BareMetal;
using static System.FormattableString;

namespace InteractiveArticle.Figures.BareMetal;

/// <summary>The machines on the floor, in a cabinet for each zone, and the people who walk to those they repair.</summary>
/// <param name="story">What happens.</param>
/// <param name="area">Where the cabinets are.</param>
internal sealed class FleetFloor(FleetStory story, Area area)
{
    private const double Gap = 8;
    private const double Head = 20;
    private const double LargestPitch = 26;
    private const double WalkSeconds = 0.5;

    private readonly int zones = story.Options.Zones;
    private readonly double width = (area.Width - (Gap * (story.Options.Zones - 1))) / story.Options.Zones;

    private int PerZone => (story.Options.Servers + zones - 1) / zones;

    /// <summary>From one server's left edge to the next one's: as far as fits.</summary>
    public double Pitch
    {
        get
        {
            double pitch = LargestPitch;
            while (ColumnsAt(pitch) * Math.Floor((area.Height - Head) / pitch) < PerZone)
            {
                pitch -= 0.5;
            }

            return pitch;
        }
    }

    /// <summary>How large a server is.</summary>
    public double Side => 0.72 * Pitch;

    /// <summary>Where a server is.</summary>
    /// <param name="server">Which, from 0.</param>
    public Area Place(int server)
    {
        double pitch = Pitch;
        double columns = ColumnsAt(pitch);
        double rise = Math.Min(1.3 * pitch, (area.Height - Head) / Math.Ceiling(PerZone / columns));
        int n = server / zones;
        double left = CabinetX(server % zones) + ((width - (columns * pitch)) / 2) + (0.14 * pitch);
        return new(left + (n % columns * pitch), area.Y + Head + (Math.Floor(n / columns) * rise), Side, Side);
    }

    /// <summary>The cabinets and the servers in them.</summary>
    public IEnumerable<Part> Parts()
    {
        for (int zone = 0; zone < zones; zone++)
        {
            yield return new Box(new(CabinetX(zone), area.Y, width, area.Height), Paint.Raised, Paint.Hairline, Radius: 4);
            if (zones > 1)
            {
                yield return new Word(CabinetX(zone) + (width / 2), area.Y + 14, Name(zone), TextStyles.Small) { Anchor = Anchor.Middle };
            }
        }

        yield return new Crowd(ActorShape.Square, Side, Side, [.. Enumerable.Range(0, story.Options.Servers).Select(Server)]);
        foreach (var breakdown in story.Breakdowns)
        {
            var place = Place(breakdown.Server);
            double dot = Side / 3;
            yield return new Shown(story.Time.Film(breakdown.Failed), double.PositiveInfinity, [new Box(new(place.CentreX - (dot / 2), place.CentreY - (dot / 2), dot, dot), Paint.Paper, Radius: dot / 2)]);
        }
    }

    /// <summary>The people, each on the way from home to one broken server after another.</summary>
    /// <param name="home">Where the first of them is when there is nothing to do; the others stand to the right.</param>
    /// <param name="corner">Where their way bends, so that nobody walks over what is told beside the cabinets.</param>
    public IEnumerable<Part> People(Area home, (double X, double Y) corner)
    {
        var rounds = Rounds();
        for (int person = 0; person < rounds.Length; person++)
        {
            yield return new Mover(Walk(rounds[person], (home.X + (person * home.Width), home.Y), corner), Figure());
        }
    }

    /// <summary>The name of a zone.</summary>
    public static string Name(int zone) => Invariant($"{zone + 1}");

    private double ColumnsAt(double pitch) => Math.Max(1, Math.Floor((width - 6) / pitch));

    private double CabinetX(int zone) => area.X + (zone * (width + Gap));

    private Actor Server(int server)
    {
        var place = Place(server);
        var own = story.Turns.Where(turn => turn.Server == server).Select(turn => (turn.Hour, Condition: (ServerCondition?)turn.Condition, IsDown: (bool?)null));
        var zone = story.Outages.Where(turn => turn.Zone == server % zones).Select(turn => (turn.Hour, Condition: (ServerCondition?)null, IsDown: (bool?)turn.IsDown));
        var condition = ServerCondition.Whole;
        bool isDown = false;
        var initial = ActorState.Serving;
        List<Turn> turns = [];
        foreach (var turn in own.Concat(zone).OrderBy(turn => turn.Hour))
        {
            condition = turn.Condition ?? condition;
            isDown = turn.IsDown ?? isDown;
            var state = State(condition, isDown);
            double film = story.Time.Film(turn.Hour);
            if (turn.Hour <= 0)
            {
                initial = state;
                continue;
            }

            // Of turns at one moment the last counts.
            if (turns.Count > 0 && turns[^1].At == film)
            {
                turns.RemoveAt(turns.Count - 1);
            }

            if ((turns.Count > 0 ? turns[^1].State : initial) != state)
            {
                turns.Add(new(film, state));
            }
        }

        return new Actor(Invariant($"server {server}"), place.X, place.Y, initial, turns);
    }

    private static ActorState State(ServerCondition condition, bool isDown) => condition switch
    {
        ServerCondition.WaitingForMachine => ActorState.Waiting,
        ServerCondition.WaitingForPerson => ActorState.Failing,
        ServerCondition.InRepair => ActorState.InRepair,
        _ => isDown ? ActorState.Off : ActorState.Serving,
    };

    // Who repairs what: the model knows how many people are busy; here the first who is free goes.
    private List<Breakdown>[] Rounds()
    {
        List<Breakdown>[] rounds = [.. Enumerable.Range(0, story.Options.Crew).Select(_ => new List<Breakdown>())];
        foreach (var breakdown in story.Breakdowns.Where(breakdown => breakdown.RepairBegan < story.End).OrderBy(breakdown => breakdown.RepairBegan))
        {
            rounds.First(round => round.Count == 0 || round[^1].Repaired <= breakdown.RepairBegan).Add(breakdown);
        }

        return rounds;
    }

    private List<Place> Walk(List<Breakdown> round, (double X, double Y) home, (double X, double Y) corner)
    {
        List<Place> places = [new(0, home.X, home.Y)];
        bool isAtHome = true;
        for (int n = 0; n < round.Count; n++)
        {
            double begins = story.Time.Film(round[n].RepairBegan);
            double ends = story.Time.Film(round[n].Repaired);
            var server = Place(round[n].Server);
            double sets = Math.Max(begins - WalkSeconds, places[^1].At);
            places.Add(places[^1] with { At = sets, Pace = isAtHome ? Pace.Starting : Pace.Both });
            if (isAtHome)
            {
                places.Add(new(sets + ((begins - sets) * bend(server)), corner.X, corner.Y, Pace.Stopping));
            }

            places.Add(new(begins, server.Right, server.Bottom));
            double next = n + 1 < round.Count ? story.Time.Film(round[n + 1].RepairBegan) : double.PositiveInfinity;
            isAtHome = next > ends + (2 * WalkSeconds);
            places.Add(new(ends, server.Right, server.Bottom, isAtHome ? Pace.Starting : Pace.Both));
            if (isAtHome)
            {
                places.Add(new(ends + (WalkSeconds * (1 - bend(server))), corner.X, corner.Y, Pace.Stopping));
                places.Add(new(ends + WalkSeconds, home.X, home.Y));
            }
        }

        places.Add(places[^1] with { At = Math.Max(story.Time.Duration, places[^1].At) + 1 });
        return places;

        // Which part of the way to a server lies before the bend.
        double bend(Area server)
        {
            double before = double.Hypot(corner.X - home.X, corner.Y - home.Y);
            return before / (before + double.Hypot(server.Right - corner.X, server.Bottom - corner.Y));
        }
    }

    // A head and shoulders around the origin.
    private static Part[] Figure() =>
    [
        new Line("M-5 9V5a5 5 0 0 1 10 0V9z", Paint.Paper, 1) { Fill = Paint.Ink },
        new Box(new(-3.5, -7, 7, 7), Paint.Ink, Paint.Paper, Radius: 3.5),
    ];
}
