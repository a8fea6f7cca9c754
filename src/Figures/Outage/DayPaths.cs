using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Figures.Outage;

/// <summary>The ways of requests over the stage: from the wall of sites to the index, on to placement, and home.</summary>
/// <param name="Wall">Along which edge they leave: a line of no width or no height.</param>
/// <param name="IndexGate">Where they meet the index, a line too.</param>
/// <param name="Index">The servers of the index; one that works at the moment answers.</param>
/// <param name="PlacementGate">Where writes meet placement.</param>
/// <param name="Placement">The servers of placement.</param>
internal sealed record DayPaths(Area Wall, Area IndexGate, Crowd Index, Area PlacementGate, Crowd Placement)
{
    // Seconds of film after a request has set out.
    private const double InTheIndex = 1;
    private const double Home = 2;
    private const double InPlacement = 1.5;
    private const double StoredHome = 2.5;
    private const double Fallen = 0.7;

    /// <summary>The way of a read that is answered.</summary>
    public Waypoint[] Answered(double at, RandomStream chance)
    {
        var (home, gate) = Approach(chance);
        return
        [
            Stop(at, home, Pace.Starting),
            Stop(at + DayRequests.ToTheIndex, gate),
            Stop(at + InTheIndex, OneAtWork(Index, at + InTheIndex, chance), Pace.Both, DotLook.Answered),
            Stop(at + Home, home, look: DotLook.Answered),
        ];
    }

    /// <summary>The way of a request that the index does not answer.</summary>
    public Waypoint[] RefusedAtIndex(double at, RandomStream chance)
    {
        var (home, gate) = Approach(chance);
        return
        [
            Stop(at, home, Pace.Starting),
            Stop(at + DayRequests.ToTheIndex, gate, Pace.Stopping, DotLook.Refused),
            Stop(at + DayRequests.ToTheIndex + Fallen, Between(gate, Within(Wall, chance), chance.NextUniform(0.3, 0.6)), look: DotLook.Refused),
        ];
    }

    /// <summary>The way of a write for which placement finds room.</summary>
    public Waypoint[] Stored(double at, RandomStream chance)
    {
        var (home, gate) = Approach(chance);
        return
        [
            Stop(at, home, Pace.Starting),
            Stop(at + DayRequests.ToTheIndex, gate),
            Stop(at + InTheIndex, OneAtWork(Index, at + InTheIndex, chance)),
            Stop(at + DayRequests.ToPlacement, Within(PlacementGate, chance)),
            Stop(at + InPlacement, OneAtWork(Placement, at + InPlacement, chance), Pace.Both, DotLook.Answered),
            Stop(at + StoredHome, home, look: DotLook.Answered),
        ];
    }

    /// <summary>The way of a write for which placement does not find room.</summary>
    public Waypoint[] RefusedAtPlacement(double at, RandomStream chance)
    {
        var (home, gate) = Approach(chance);
        var stopped = Within(PlacementGate, chance);
        return
        [
            Stop(at, home, Pace.Starting),
            Stop(at + DayRequests.ToTheIndex, gate),
            Stop(at + InTheIndex, OneAtWork(Index, at + InTheIndex, chance)),
            Stop(at + DayRequests.ToPlacement, stopped, Pace.Stopping, DotLook.Refused),
            Stop(at + DayRequests.ToPlacement + Fallen, Between(stopped, gate, chance.NextUniform(0.3, 0.6)), look: DotLook.Refused),
        ];
    }

    // Gates are met about as far along as the way began.
    private ((double X, double Y) Home, (double X, double Y) Gate) Approach(RandomStream chance)
    {
        double along = chance.NextUniform(0, 1);
        double met = Math.Clamp(along + chance.NextUniform(-0.2, 0.2), 0, 1);
        return (Along(Wall, along), Along(IndexGate, met));
    }

    private static (double X, double Y) Along(Area line, double share) => (line.X + (share * line.Width), line.Y + (share * line.Height));

    private static (double X, double Y) Within(Area area, RandomStream chance) =>
        (area.X + (area.Width * chance.NextUniform(0, 1)), area.Y + (area.Height * chance.NextUniform(0, 1)));

    // The first at work from a random one on. So few may be left of a fleet that none of its squares is.
    private static (double X, double Y) OneAtWork(Crowd servers, double film, RandomStream chance)
    {
        int first = chance.NextIndex(servers.Actors.Count);
        var server = servers.Actors[first];
        for (int n = 0; n < servers.Actors.Count; n++)
        {
            var next = servers.Actors[(first + n) % servers.Actors.Count];
            if (next.StateAt(film) is ActorState.Serving or ActorState.Overloaded)
            {
                server = next;
                break;
            }
        }

        return (server.X + (servers.Width / 2), server.Y + (servers.Height / 2));
    }

    private static (double X, double Y) Between((double X, double Y) from, (double X, double Y) to, double share) =>
        (from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y)));

    private static Waypoint Stop(double at, (double X, double Y) place, Pace pace = Pace.Even, DotLook look = DotLook.Asking) =>
        new(at, Math.Round(place.X), Math.Round(place.Y), look, pace);
}
