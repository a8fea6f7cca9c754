using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Hypervisor;
using static System.FormattableString;
using ActorTurn = InteractiveArticle.Figures.Scenes.Parts.Turn;
using Turn = InteractiveArticle.Simulation.Hypervisor.Turn;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Hypervisor;

/// <summary>The neighbours on a host, a square each: those that sleep between their tasks, and below them those that never rest.</summary>
internal sealed class NeighbourCrowd
{
    private const double LargestPitch = 44;
    private const double Heading = 20;
    private const double Key = 40;
    private const int MostNoisy = 15; // where the lever ends

    private readonly HypervisorOptions options;
    private readonly ILookup<int, Turn> turnsOf;
    private readonly StoryTime time;
    private readonly TextStyle small;
    private readonly Area area;
    private readonly int calm;
    private readonly double pitch;
    private readonly Area calmBlock;
    private readonly Area noisyBlock;

    public NeighbourCrowd(Area area, HypervisorOptions options, IReadOnlyList<Turn> turns, StoryTime time, TextStyle small)
    {
        this.area = area;
        this.options = options;
        turnsOf = turns.Where(turn => turn.Wanted <= time.End).ToLookup(turn => turn.Machine);
        this.time = time;
        this.small = small;
        calm = options.Machines - 1 - options.NoisyNeighbours;
        double room = area.Height - Key - (2 * Heading) - 8;
        pitch = LargestPitch;
        while (Math.Max(1, Rows(calm)) + Math.Max(1, Rows(options.NoisyNeighbours)) > room / pitch)
        {
            pitch -= 0.5;
        }

        calmBlock = new(area.X, area.Y + Heading, area.Width, Math.Max(1, Rows(calm)) * pitch);
        noisyBlock = new(area.X, calmBlock.Bottom + 8 + Heading, area.Width, Math.Max(1, Rows(options.NoisyNeighbours)) * pitch);
    }

    /// <summary>What is drawn.</summary>
    public IEnumerable<Part> Parts =>
    [
        new Word(area.X, calmBlock.Y - 7, calm == 0 ? "no neighbour sleeps" : Prose($"{calm} {(calm == 1 ? "neighbour sleeps" : "neighbours sleep")} between tasks"), TextStyles.Label with { Ink = Paint.Ink }),
        Crowd(1, calm, calmBlock),
        new Word(area.X, noisyBlock.Y - 7, options.NoisyNeighbours == 0 ? "none never rests" : Prose($"{options.NoisyNeighbours} never {(options.NoisyNeighbours == 1 ? "rests" : "rest")}"), TextStyles.Label with { Ink = Paint.Ink }),
        Crowd(calm + 1, options.NoisyNeighbours, noisyBlock),
        .. Legend(),
    ];

    /// <summary>A neighbour that sleeps can be made noisy, and a noisy one be calmed.</summary>
    public IEnumerable<Hand> Hands
    {
        get
        {
            if (calm > 0 && options.NoisyNeighbours < MostNoisy)
            {
                yield return new(calmBlock, "noisy", Invariant($"{options.NoisyNeighbours + 1}"), "Make a neighbour noisy") { Key = 'n' };
            }

            if (options.NoisyNeighbours > 0)
            {
                yield return new(noisyBlock, "noisy", Invariant($"{options.NoisyNeighbours - 1}"), "Let a noisy neighbour rest") { Key = 'r' };
            }
        }
    }

    private int Columns => Math.Max(1, (int)(area.Width / pitch));

    private int Rows(int count) => (count + Columns - 1) / Columns;

    private Crowd Crowd(int first, int count, Area block)
    {
        double width = Math.Round(pitch * 0.62, 1);
        return new Crowd(ActorShape.Square, width, width,
        [
            .. from n in Enumerable.Range(0, count)
               let states = StatesOf(first + n)
               select new Actor(Invariant($"machine {first + n}"), block.X + (n % Columns * pitch) + ((pitch - width) / 2), block.Y + (n / Columns * pitch) + ((pitch - width) / 2), states.Initial, states.Turns),
        ])
        {
            TurnSeconds = 0.2,
        };
    }

    private (ActorState Initial, IReadOnlyList<ActorTurn> Turns) StatesOf(int machine)
    {
        var running = machine > calm ? ActorState.Overloaded : ActorState.Serving;
        var initial = ActorState.Off;
        List<ActorTurn> changes = [];
        Turn? last = null;
        foreach (var turn in turnsOf[machine])
        {
            if (last is { } before && before.End < turn.Wanted)
            {
                Become(before.End, ActorState.Off);
            }

            if (turn.Wanted < turn.Start)
            {
                Become(turn.Wanted, ActorState.Waiting);
            }

            Become(turn.Start, running);
            last = turn;
        }

        if (last is { } end)
        {
            Become(end.End, ActorState.Off);
        }

        return (initial, changes);

        void Become(double moment, ActorState state)
        {
            if (moment <= time.Start)
            {
                initial = state;
            }
            else if (moment <= time.End && state != (changes.Count == 0 ? initial : changes[^1].State))
            {
                changes.Add(new(time.Film(moment), state));
            }
        }
    }

    private IEnumerable<Part> Legend()
    {
        (ActorState State, string Name)[] kinds = [(ActorState.Serving, "runs"), (ActorState.Overloaded, "noisy, runs"), (ActorState.Waiting, "waits"), (ActorState.Off, "sleeps")];
        for (int n = 0; n < kinds.Length; n++)
        {
            double x = area.X + (n % 2 * area.Width / 2);
            double y = area.Bottom - Key + 8 + (n / 2 * 18);
            yield return new Crowd(ActorShape.Square, 10, 10, [new Actor("key " + kinds[n].Name, x + 1, y, kinds[n].State, [])]);
            yield return new Word(x + 17, y + 9.5, kinds[n].Name, small);
        }
    }
}
