using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Outage;
using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Figures.Outage;

/// <summary>
/// A fleet as squares, each of which stands for an equal share of its servers and of its partitions.
/// </summary>
/// <remarks>
/// <para>
/// Servers that are removed, and those that give way, are counted and each count is rounded to the nearest square, half a square
/// to a whole one. The tool takes squares in the order of the fleet; who gives way next is drawn by chance.
/// </para>
/// <para>After a restart a square is in the state of the partition in its middle, and serves once that is warm and the doors are open.</para>
/// </remarks>
internal sealed class ServerSquares
{
    private const ulong Seed = 9_37;

    private readonly OutageTrace trace;
    private readonly OutageFleet fleet;
    private readonly StoryTime time;
    private readonly ILookup<int, int> squaresOf;
    private readonly ActorState[] states;
    private readonly bool[] isWarm;
    private readonly List<Turn>[] turns;
    private readonly int[] weakestFirst;
    private double serversRemoved;
    private double serversFallen;
    private bool isOpen = true;
    private bool isOverloaded;

    private ServerSquares(OutageTrace trace, OutageFleet fleet, StoryTime time, int squares)
    {
        this.trace = trace;
        this.fleet = fleet;
        this.time = time;
        int partitions = fleet == OutageFleet.Index ? trace.IndexPartitions : trace.PlacementPartitions;
        squaresOf = Enumerable.Range(0, squares).ToLookup(square => (int)((square + 0.5) * partitions / squares));
        states = [.. Enumerable.Repeat(ActorState.Serving, squares)];
        isWarm = [.. Enumerable.Repeat(true, squares)];
        turns = [.. Enumerable.Range(0, squares).Select(_ => new List<Turn>())];
        weakestFirst = Shuffled(squares, fleet);
    }

    private ActorState Working => isOverloaded ? ActorState.Overloaded : ActorState.Serving;

    /// <summary>The turns of each square, in the order of the fleet.</summary>
    /// <param name="trace">The day.</param>
    /// <param name="fleet">The fleet.</param>
    /// <param name="time">The film's time.</param>
    /// <param name="squares">How many squares there are.</param>
    public static IReadOnlyList<IReadOnlyList<Turn>> Turns(OutageTrace trace, OutageFleet fleet, StoryTime time, int squares)
    {
        var drawn = new ServerSquares(trace, fleet, time, squares);
        foreach (var happened in trace.Events.Where(happened => happened.Fleet == fleet && happened.Minute <= time.End))
        {
            drawn.Handle(happened);
        }

        return drawn.turns;
    }

    private void Handle(OutageEvent happened)
    {
        double film = time.Film(happened.Minute);
        switch (happened.Kind)
        {
            case OutageEventKind.ServersRemoved:
                serversRemoved += happened.Servers;
                Take(Enumerable.Range(0, states.Length), ActorState.Off, serversRemoved, film);
                break;

            case OutageEventKind.ServerGaveWay:
                serversFallen += happened.Servers;
                Take(weakestFirst, ActorState.Gone, serversFallen, film);
                break;

            case OutageEventKind.OverloadBegan or OutageEventKind.OverloadEnded:
                isOverloaded = happened.Kind == OutageEventKind.OverloadBegan;
                TurnAll(film, square => IsWorking(square) ? Working : states[square]);
                break;

            case OutageEventKind.ServersReturned:
                (serversRemoved, serversFallen) = (0, 0);
                TurnAll(film, square => isWarm[square] && isOpen ? Working : states[square]);
                break;

            case OutageEventKind.Collapsed:
                (serversRemoved, serversFallen) = (0, 0);
                isOpen = fleet != OutageFleet.Index;
                Array.Clear(isWarm);
                TurnAll(film, square => states[square] == ActorState.Off ? ActorState.Off : ActorState.Gone);
                break;

            case OutageEventKind.RestartDecided:
                TurnAll(film, _ => ActorState.Starting);
                break;

            case OutageEventKind.PartitionChecked:
                foreach (int square in squaresOf[happened.Partition])
                {
                    TurnTo(square, ActorState.Checked, film);
                }

                break;

            case OutageEventKind.PartitionServes:
                foreach (int square in squaresOf[happened.Partition])
                {
                    isWarm[square] = true;
                    TurnTo(square, isOpen ? Working : ActorState.Checked, film);
                }

                break;

            case OutageEventKind.DoorsOpened:
                isOpen = true;
                TurnAll(film, square => isWarm[square] ? Working : states[square]);
                break;
        }
    }

    private bool IsWorking(int square) => states[square] is ActorState.Serving or ActorState.Overloaded;

    // As many squares as the servers' share comes to are in the state, taken from the working ones in the given order.
    private void Take(IEnumerable<int> order, ActorState state, double servers, double film)
    {
        int wanted = (int)Math.Round(states.Length * servers / trace.Options.Servers, MidpointRounding.AwayFromZero);
        int missing = wanted;
        foreach (var one in states)
        {
            missing -= one == state ? 1 : 0;
        }

        if (missing <= 0)
        {
            return; // most servers are no square of their own, and there are many
        }

        foreach (int square in order.Where(IsWorking).Take(missing).ToArray())
        {
            TurnTo(square, state, film);
        }
    }

    private void TurnAll(double film, Func<int, ActorState> state)
    {
        for (int square = 0; square < states.Length; square++)
        {
            TurnTo(square, state(square), film);
        }
    }

    private void TurnTo(int square, ActorState state, double film)
    {
        if (states[square] == state)
        {
            return;
        }

        states[square] = state;
        if (turns[square].Count > 0 && turns[square][^1].At == film)
        {
            turns[square].RemoveAt(turns[square].Count - 1);
        }

        turns[square].Add(new(film, state));
    }

    private static int[] Shuffled(int squares, OutageFleet fleet)
    {
        int[] order = [.. Enumerable.Range(0, squares)];
        var chance = new RandomStreams(Seed).Stream("who gives way", (int)fleet);
        for (int last = squares - 1; last > 0; last--)
        {
            int other = chance.NextIndex(last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }

        return order;
    }
}
