using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Hypervisor;
using static System.FormattableString;
using Turn = InteractiveArticle.Simulation.Hypervisor.Turn;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Hypervisor;

/// <summary>The stage of <see cref="SlicesScene"/>: what is now is at the right edge of the lanes, and what was slides to the left.</summary>
internal sealed class SlicesStage
{
    private const double WidestLane = 24;
    private const double WidestNarrowLane = 20;
    private const double TickMilliseconds = 10;

    private static readonly TextStyle OnSlice = new(12, Paint.Ink, Weight: 600);

    private readonly HypervisorResult result;
    private readonly HypervisorOptions options;
    private readonly Burst? task;
    private readonly StoryTime time;
    private readonly bool isWide;
    private readonly TextStyle small;
    private readonly SceneFrame frame;
    private readonly Area lanes;
    private readonly double perMillisecond;
    private readonly double laneHeight;

    public SlicesStage(SceneSize size, HypervisorResult result, HypervisorOptions options, Burst? task, StoryTime time)
    {
        this.result = result;
        this.options = options;
        this.task = task;
        this.time = time;
        isWide = size == SceneSize.Wide;
        small = TextStyles.SmallOn(size);
        frame = new SceneFrame(size, isWide ? 466 : 680);
        var area = frame.Content;
        double widest = isWide ? WidestLane : WidestNarrowLane;
        lanes = new(area.X + (isWide ? 106 : 46), area.Y + (isWide ? 54 : 56), isWide ? 484 : area.Width - 46, 8 * widest);
        perMillisecond = isWide ? 8 : 6;
        laneHeight = Math.Min(widest, lanes.Height / options.Cores);
    }

    private Area YourLane => new(lanes.X, lanes.Y - 40, lanes.Width, 30);

    /// <summary>Draws it.</summary>
    public Stage Draw(IReadOnlyList<Caption> captions)
    {
        var area = frame.Content;
        var bars = new Area(lanes.X, lanes.Bottom + (isWide ? 40 : 32), lanes.Width - (isWide ? 0 : 124), 46);
        var neighbours = isWide ? new Area(lanes.Right + 36, YourLane.Y, area.Right - lanes.Right - 36, 262) : new Area(area.X, bars.Bottom + 62, area.Width, 182);
        var crowd = new NeighbourCrowd(neighbours, options, result.Turns, time, small);
        var sold = new Area(neighbours.X, isWide ? area.Bottom - 26 : bars.Bottom + 28, neighbours.Width, 26);
        var overcommit = OvercommitRow(sold);
        Part[] parts =
        [
            .. Labels(),
            .. Lanes(),
            .. Progress(bars),
            .. crowd.Parts,
            new Word(sold.X, sold.Y - 7, "virtual CPUs sold for each core", small),
            .. overcommit.Parts,
        ];
        return frame.Around(time, captions, parts) with { Hands = [.. crowd.Hands, .. overcommit.Hands] };
    }

    // Two threads of a core are two virtual CPUs; each of them sold once is an overcommitment of 1.
    private ChoiceRow OvercommitRow(Area at) => new(at, "overcommit", Invariant($"{(double)options.Machines / (2 * options.Cores)}"),
    [
        .. Enumerable.Range(1, 4).Select(times => new Choice(Invariant($"{times}"), Prose($"{2 * times}"), Prose($"Sell {2 * times} virtual CPUs for each core"), (char)('0' + times))),
    ]);

    private IEnumerable<Part> Labels()
    {
        double x = lanes.X - 10;
        yield return new Word(x, YourLane.CentreY + 5, isWide ? "your machine" : "yours", TextStyles.Label with { Ink = Paint.Read, Weight = 650 }) { Anchor = Anchor.End };
        for (int core = 0; core < options.Cores && laneHeight >= 12; core++)
        {
            yield return new Word(x, LaneY(core) + (laneHeight / 2) + 4, isWide ? Prose($"core {core + 1}") : Prose($"{core + 1}"), small) { Anchor = Anchor.End };
        }

        yield return new Word(lanes.Right, YourLane.Y - 6, "now", small with { Ink = Paint.Ink, Weight = 650 }) { Anchor = Anchor.End };
        if (!isWide)
        {
            yield return new Word(x, lanes.Y - 2, "core", small) { Anchor = Anchor.End };
        }
    }

    // Everything that slides is one group; what lies in the future is to the right of now and cut off.
    private IEnumerable<Part> Lanes()
    {
        var window = new Area(lanes.X, YourLane.Y - 1, lanes.Width, lanes.Bottom + 22 - YourLane.Y);
        double first = time.Start - (lanes.Width / perMillisecond);
        Turn[] seen = [.. result.Turns.Where(turn => turn.End > first && turn.Start < time.End)];
        Part[] sliding = [.. Yours(seen), .. seen.SelectMany(Slice), Noise(seen), .. Ticks()];
        double end = lanes.Right - ((time.End - time.Start) * perMillisecond);
        yield return new Box(YourLane, Paint.Raised, Radius: 3);
        for (int core = 0; core < options.Cores; core++)
        {
            double y = LaneY(core) + (laneHeight / 2);
            yield return new Line(Invariant($"M{lanes.X:0.#} {y:0.#}H{lanes.Right:0.#}"), Paint.Hairline, 1);
        }

        yield return new Unveiled(window, [new(0, 1)], [new Mover([new(0, lanes.Right, 0), new(time.Duration, end, 0)], sliding)]);
        yield return new Line(Invariant($"M{lanes.Right:0.#} {YourLane.Y - 2:0.#}V{lanes.Bottom:0.#}"), Paint.Ink, 2);
    }

    private double LaneY(int core) => lanes.Y + (core * laneHeight);

    // Within the sliding group the first moment of the film is at 0.
    private double X(double moment) => (moment - time.Start) * perMillisecond;

    // Other tasks of yours are hollow.
    private bool IsOfTheTask(Turn turn) => task is not null && turn.Machine == 0 && turn.Wanted >= task.Wakes && turn.End <= task.Ends;

    private Paint InkOn(Turn turn) => IsOfTheTask(turn) ? Paint.Paper : Paint.Read;

    private bool IsNoisy(int machine) => machine >= options.Machines - options.NoisyNeighbours;

    private IEnumerable<Part> Slice(Turn turn)
    {
        bool isYours = turn.Machine == 0;
        double margin = laneHeight * (isYours || IsNoisy(turn.Machine) ? 0.08 : 0.2);
        var box = new Area(X(turn.Start) + 0.5, LaneY(turn.Core) + margin, Math.Max(1, X(turn.End) - X(turn.Start) - 1), laneHeight - (2 * margin));
        yield return isYours ? new Box(box, IsOfTheTask(turn) ? Paint.Read : Paint.Paper, Paint.Read, Radius: 2)
            : IsNoisy(turn.Machine) ? new Box(box, Paint.Overloaded, Radius: 2)
            : new Box(box, Paint.Checked, Paint.Edge, Radius: 2);
        string name = isYours ? "you" : Prose($"{turn.Machine}");
        if (laneHeight >= 18 && box.Width >= 6 + (7.5 * name.Length) && !IsNoisy(turn.Machine))
        {
            yield return new Word(box.CentreX, box.CentreY + 4, name, isYours ? OnSlice with { Ink = InkOn(turn) } : OnSlice) { Anchor = Anchor.Middle };
        }
    }

    // Slanted strokes mark the noisy ones' slices, so that they are known without their colour.
    private Line Noise(IEnumerable<Turn> seen)
    {
        double margin = laneHeight * 0.08;
        return Hatching.Over(
            seen.Where(turn => turn.Machine != 0 && IsNoisy(turn.Machine)).Select(turn => new Area(X(turn.Start), LaneY(turn.Core) + margin, X(turn.End) - X(turn.Start), laneHeight - (2 * margin))),
            Paint.Paper);
    }

    private IEnumerable<Part> Yours(IEnumerable<Turn> seen)
    {
        Turn[] yours = [.. seen.Where(turn => turn.Machine == 0)];
        Area[] waits = [.. yours.Where(turn => X(turn.Start) - X(turn.Wanted) > 1).Select(turn => new Area(X(turn.Wanted), YourLane.Y + 5, X(turn.Start) - X(turn.Wanted), YourLane.Height - 10))];
        foreach (var wait in waits)
        {
            yield return new Box(wait, Paint.Paper, Paint.Failing);
        }

        yield return Hatching.Over(waits, Paint.Failing);
        foreach (var turn in yours)
        {
            double ran = X(turn.End) - X(turn.Start);
            yield return new Box(new(X(turn.Start), YourLane.Y + 2, Math.Max(1, ran - 1), YourLane.Height - 4), IsOfTheTask(turn) ? Paint.Read : Paint.Paper, Paint.Read, Radius: 2);
            if (ran > 38)
            {
                yield return new Word(X(turn.Start) + (ran / 2), YourLane.CentreY + 4, "runs", OnSlice with { Ink = InkOn(turn) }) { Anchor = Anchor.Middle };
            }
        }

        if (task is not null)
        {
            double x = X(task.Wakes);
            yield return new Line(Invariant($"M{x:0.#} {YourLane.Y - 2:0.#}V{YourLane.Bottom + 2:0.#}"), Paint.Ink, 2);
        }
    }

    private IEnumerable<Part> Ticks()
    {
        for (double moment = 0; moment <= time.End - time.Start; moment += TickMilliseconds)
        {
            double x = X(time.Start + moment);
            yield return new Line(Invariant($"M{x:0.#} {lanes.Bottom + 2:0.#}v5"), Paint.Edge, 1);
            yield return new Word(x, lanes.Bottom + 18, Prose($"{moment:F0} ms"), small) { Anchor = Anchor.End }; // whole as soon as its tick is there
        }
    }

    // Both bars have one scale of time: the task's runs and waits here, and above them the same work without any wait.
    private IEnumerable<Part> Progress(Area bars)
    {
        if (task is null)
        {
            yield break;
        }

        var aloneArea = new Area(bars.X, bars.Y, bars.Width - (isWide ? 118 : 0), 18);
        var hereArea = aloneArea with { Y = bars.Y + 28 };
        double length = task.Ends - task.Wakes;
        double at(double moment) => hereArea.X + (hereArea.Width * (moment - task.Wakes) / length);
        Area span(double from, double to) => new(at(from), hereArea.Y, Math.Max(1, at(to) - at(from)), hereArea.Height);
        Area[] waits = [.. task.Turns.Where(turn => turn.Start > turn.Wanted).Select(turn => span(turn.Wanted, turn.Start))];
        double alone = task.Wakes + task.Work;
        Area whole = aloneArea with { Width = at(alone) - aloneArea.X };

        yield return Name("alone", aloneArea);
        yield return new Box(aloneArea with { Height = hereArea.Bottom - aloneArea.Y }, Paint.Raised, Radius: 2);
        yield return new Level(whole, Paint.Edge, Growth.Rightwards, [new(time.Film(task.Wakes), 0), new(time.Film(alone), 1)]);
        yield return Told(aloneArea, alone, task.Work, moment => Math.Clamp(moment - task.Wakes, 0, task.Work));
        yield return Name(isWide ? "your task here" : "here", hereArea);
        yield return new Unveiled(hereArea, [new(time.Film(task.Wakes), 0), new(time.Film(task.Ends), 1)],
        [
            .. waits.Select(wait => new Box(wait, Paint.Paper, Paint.Failing)),
            Hatching.Over(waits, Paint.Failing),
            .. task.Turns.Select(turn => new Box(span(turn.Start, turn.End), Paint.Read)),
        ]);
        yield return Told(hereArea, task.Ends, length, task.DoneAt);
    }

    private static Word Name(string name, Area bar) => new(bar.X - 10, bar.Y + 14, name, TextStyles.Label with { Ink = Paint.Ink }) { Anchor = Anchor.End };

    private Reading Told(Area bar, double finished, double takes, Func<double, double> doneAt)
    {
        string told(double moment) => moment >= finished
            ? Prose($"done: {takes:F1} ms")
            : Prose($"{Math.Floor(doneAt(moment)):F0} of {task!.Work:F0} ms");
        return new Reading(bar.Right + 10, bar.Y + 14, TextStyles.Label with { Ink = Paint.Ink, Weight = 650 }, Telling.Over(time, 0.1, told));
    }
}
