using System.Globalization;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Outage;
using static System.FormattableString;

namespace InteractiveArticle.Figures.Outage;

/// <summary>The day laid out at one size: from the sites to the fleets, and below them the terminal, the status page and the truth.</summary>
internal sealed class DayStage
{
    /// <summary>How many squares stand for each fleet.</summary>
    internal const int Squares = 120;

    private const double WindowGap = 6;

    // The hands go around these settings.
    private static readonly double[] Guards = [0, 0.5, 0.55, 0.6];
    private static readonly int[] CellCounts = [1, 4, 16, 64];

    // The left column of each named window, one in a row where the stage is wide and two where it is narrow.
    private static readonly int[] WideNames = [0, 3, 1, 2, 0, 3, 1, 2, 0, 3];
    private static readonly int[] NarrowNames = [0, 5, 2, 6, 1, 4, 0, 5, 2, 6];

    private static readonly (ActorState State, string Words)[] Legend =
    [
        (ActorState.Serving, "serving"), (ActorState.Overloaded, "overloaded"), (ActorState.Failing, "has failed"),
        (ActorState.Off, "removed"), (ActorState.Starting, "starting"), (ActorState.Checked, "checked"),
    ];

    private readonly OutageTrace trace;
    private readonly DayStory story;
    private readonly SceneFrame frame;
    private readonly OutageTerminal terminal;
    private readonly bool isWide;
    private readonly Area wall;
    private readonly Area fleets;
    private readonly Area index;
    private readonly Area placement;
    private readonly Area console;
    private readonly Area page;
    private readonly Area truth;
    private readonly double pitch;
    private readonly double textSize;

    public DayStage(OutageTrace trace, DayStory story, SceneSize size)
    {
        this.trace = trace;
        this.story = story;
        isWide = size == SceneSize.Wide;
        frame = new SceneFrame(size, isWide ? 624 : 826);
        terminal = OutageTerminal.Of(trace);
        textSize = isWide ? 12 : 11;
        var area = frame.Content;
        if (isWide)
        {
            wall = area with { Width = 262, Height = 366 };
            fleets = new(area.Right - 396, area.Y, 396, 328);
            console = new(area.X, area.Bottom - 112, 448, 112);
            page = new(console.Right + 12, console.Y, 172, console.Height);
            truth = new(page.Right + 20, console.Y, area.Right - page.Right - 20, console.Height);
        }
        else
        {
            wall = area with { Height = 168 };
            fleets = new(area.X, wall.Bottom + 50, area.Width, 212);
            console = new(area.X, area.Bottom - 86 - 8 - 90, area.Width, 90);
            page = new(area.X, area.Bottom - 86, 168, 86);
            truth = new(page.Right + 14, page.Y, area.Right - page.Right - 14, page.Height);
        }

        pitch = (fleets.Width - 20) / Columns;
        double half = fleets.Height / 2;
        double heading = isWide ? 34 : 26;
        index = new(fleets.X + 10, fleets.Y + heading, pitch * Columns, pitch * Rows);
        placement = index with { Y = fleets.Y + half + heading };
    }

    private int Columns => isWide ? 20 : 24;

    private int Rows => Squares / Columns;

    private double Middle => fleets.CentreY;

    private TextStyle Label => new(textSize, Paint.Soft);

    private TextStyle Strong => new(textSize + 1, Paint.Ink, Weight: 650);

    /// <summary>Draws it.</summary>
    public Stage Draw()
    {
        Part[] parts =
        [
            .. Wall(),
            .. Fleets(),
            .. Key(),
            .. Console(),
            .. StatusPage(),
            .. Truth(),
            .. Gates(),
            .. new DayRequests(trace, story, Paths()).Dots(),
        ];
        return frame.Around(story.Time, story.Captions, parts) with { Hands = [Typing(), .. Buttons()] };
    }

    private IEnumerable<Part> Wall()
    {
        var (columns, rows, gap) = isWide ? (5, 10, WindowGap) : (8, 5, 5);
        double width = (wall.Width - (gap * (columns + 1))) / columns;
        double height = (wall.Height - (gap * (rows + 1))) / rows;
        var places = Places(columns, rows);
        var turns = SiteWall.Turns(story.Sites, story.Time, SiteWall.Line(places.Count, SiteWall.Names.Count));
        Crowd windows(bool isNamed) => new(ActorShape.Window, isNamed ? (2 * width) + gap : width, height,
        [
            .. from site in Enumerable.Range(0, places.Count)
               where site < SiteWall.Names.Count == isNamed
               let place = places[site]
               select new Actor(Invariant($"site {site}"), wall.X + gap + (place.Column * (width + gap)), wall.Y + gap + (place.Row * (height + gap)), ActorState.Lit, turns[site])
               {
                   Label = isNamed ? SiteWall.Names[site] : "",
               },
        ]);
        return [new Box(wall, Paint.Facade, Radius: 4), windows(isNamed: false), windows(isNamed: true)];
    }

    // The named windows first, each of two columns, then the others row by row.
    private List<(int Column, int Row)> Places(int columns, int rows)
    {
        int[] namedAt = isWide ? WideNames : NarrowNames;
        int namesInARow = namedAt.Length / rows;
        List<(int Column, int Row)> places = [.. namedAt.Select((column, name) => (column, name / namesInARow))];
        for (int row = 0; row < rows; row++)
        {
            places.AddRange(Enumerable.Range(0, columns).Where(column => !places.Contains((column, row)) && !places.Take(namedAt.Length).Contains((column - 1, row))).Select(column => (column, row)));
        }

        return places;
    }

    private IEnumerable<Part> Fleets()
    {
        double headline = isWide ? 21 : 17;
        double half = fleets.Height / 2;
        return
        [
            new Box(fleets, Paint.Raised, Paint.Hairline, 6),
            new Line(Invariant($"M{fleets.X} {Middle}h{fleets.Width}"), Paint.Hairline, 1),
            new Word(index.X, fleets.Y + headline, "Index", Strong),
            new Word(index.X + (isWide ? 56 : 46), fleets.Y + headline, "knows where each file lies", Label),
            new Word(fleets.Right - 10, fleets.Y + headline, CellWords(trace.Options.Cells), Label with { Ink = Paint.Ink }) { Anchor = Anchor.End },
            new Word(index.X, fleets.Y + half + headline, "Placement", Strong),
            new Word(index.X + (isWide ? 98 : 84), fleets.Y + half + headline, "finds room for new files", Label),
            Fleet(OutageFleet.Index, index),
            Fleet(OutageFleet.Placement, placement),
        ];
    }

    private Crowd Fleet(OutageFleet fleet, Area area)
    {
        double gap = pitch * 0.22;
        var turns = ServerSquares.Turns(trace, fleet, story.Time, Squares);
        return new Crowd(ActorShape.Square, pitch - gap, pitch - gap,
        [
            .. Enumerable.Range(0, Squares).Select(square => new Actor(
                Invariant($"{fleet} {square}"),
                area.X + (gap / 2) + (square / Rows * pitch),
                area.Y + (gap / 2) + (square % Rows * pitch),
                ActorState.Serving,
                turns[square])),
        ]);
    }

    private IEnumerable<Part> Gates()
    {
        const double Thickness = 6;
        var inFront = isWide
            ? new Area(fleets.X - (Thickness / 2), fleets.Y, Thickness, fleets.Height / 2)
            : new Area(fleets.X, fleets.Y - (Thickness / 2), fleets.Width, Thickness);
        yield return new Level(inFront, Paint.Ink, isWide ? Growth.UpAndDown : Growth.Sideways, story.Samples(answer => 1 - answer.IndexSuccess));
        var between = new Area(fleets.X, Middle - (Thickness / 2), fleets.Width, Thickness);
        yield return new Level(between, Paint.Ink, Growth.Sideways, story.Samples(answer => 1 - answer.PlacementSuccess));
    }

    private DayPaths Paths()
    {
        Area within(Area area) => new(area.X + (pitch / 2), area.Y + (pitch / 2), area.Width - pitch, area.Height - pitch);
        var edge = isWide
            ? new Area(wall.Right + 7, wall.Y + 14, 0, wall.Height - 60)
            : new Area(wall.X + 20, wall.Bottom + 7, wall.Width - 40, 0);
        var gate = isWide
            ? new Area(fleets.X - 8, fleets.Y + 34, 0, (fleets.Height / 2) - 46)
            : new Area(fleets.X + 150, fleets.Y - 8, fleets.Width - 160, 0);
        return new(edge, gate, within(index), new(index.X + pitch, Middle, index.Width - (2 * pitch), 0), within(placement));
    }

    private IEnumerable<Part> Key()
    {
        const double Side = 10;
        double top = fleets.Bottom + (isWide ? 8 : 6);
        double column = fleets.Width / 3;
        double row = isWide ? 18 : 16;
        (double X, double Y) at(int n) => (fleets.X + 4 + (n % 3 * column), top + (n / 3 * row));
        yield return new Crowd(ActorShape.Square, Side, Side, [.. Legend.Select((one, n) => new Actor("key " + one.Words, at(n).X, at(n).Y, one.State, []))]);
        for (int n = 0; n < Legend.Length; n++)
        {
            yield return new Word(at(n).X + 17, at(n).Y + 9.5, Legend[n].Words, Label);
        }

        double y = isWide ? wall.Bottom - 8 : at(6).Y + 5;
        double step = isWide ? 54 : column;
        double x = isWide ? wall.Right + 14 : fleets.X + 9;
        yield return new Box(new(x - 4.2, y - 4.2, 8.4, 8.4), Paint.Read, Radius: 4.2);
        yield return new Word(x + 12, y + 4.5, "read", Label);
        yield return new Line(Invariant($"M{x + step} {y - 5.3}l5.3 5.3-5.3 5.3-5.3-5.3z"), Paint.Write, 0.5) { Fill = Paint.Write };
        yield return new Word(x + step + 12, y + 4.5, "write", Label);
        yield return new Box(new(x + (2 * step) - 0.2, y - 4.2, 8.4, 8.4), Paint.Answer, Radius: 4.2);
        yield return new Word(x + (2 * step) + 16, y + 4.5, "answer", Label);
        yield return isWide
            ? new Word(fleets.X - 12, fleets.Y + 14, SheddingWords, Label) { Anchor = Anchor.End }
            : new Word(fleets.X, fleets.Y - 10, SheddingWords, Label);
    }

    private string SheddingWords => trace.Options.Shedding == LoadShedding.None ? "refuses nothing" : "refuses excess";

    private double Line(int n) => console.Y + (isWide ? 27 + (n * 25) : 21 + (n * 20));

    private TextStyle Typed => new(isWide ? 15 : 13, Paint.Typed, Face.Mono);

    private Area Field
    {
        get
        {
            double x = console.X + 12 + ((OutageTerminal.Command.Length + 3) * Typed.CellWidth) - 4;
            return new(x, Line(0) - Typed.Size - 4, (4 * Typed.CellWidth) + 8, Typed.Size + 12);
        }
    }

    private IEnumerable<Part> Console()
    {
        double command = story.Time.Film(0);
        double x = console.X + 12;
        var said = new TextStyle(textSize, Paint.Typed, Face.Mono);
        yield return new Box(console, Paint.Terminal, Radius: 6);
        yield return new Word(x, Line(0), "$ " + OutageTerminal.Command, Typed);
        yield return new Box(Field, Paint.None, Paint.TypedSoft, 3);
        yield return new Word(Field.Right + 4, Line(0), "%", Typed);
        yield return new Word(console.Right - 12, Line(0), GuardWords, said with { Ink = Paint.TypedSoft }) { Anchor = Anchor.End };
        yield return new Shown(command / 4, double.PositiveInfinity, [new Word(Field.CentreX, Line(0), terminal.Typed, Typed) { Anchor = Anchor.Middle }]) { IsSudden = true };
        yield return new Shown(command / 2, double.PositiveInfinity, [new Word(x, Line(1), terminal.DryRun, said with { Ink = Paint.TypedSoft })]) { IsSudden = true };
        yield return new Shown(story.Time.Film(terminal.Answer.Minute), double.PositiveInfinity, [new Word(x, Line(2), terminal.Answer.Text, said)]) { IsSudden = true };
        if (terminal.Reports.Count > 0)
        {
            yield return new Reading(x, Line(3), said, [new(0, ""), .. terminal.Reports.Select(line => new Telling(story.Time.Film(line.Minute), $"{OutageClock.Short(line.Minute)} {line.Text}"))]);
        }
    }

    private string GuardWords => trace.Options.Guard == 0 ? "no minimum" : Invariant($"minimum {trace.Options.Guard:P0}");

    private IEnumerable<Part> StatusPage()
    {
        double x = page.X + 14;
        double row = isWide ? 25 : 21;
        double y = page.Y + (isWide ? 49 : 40);
        bool read(OutageAnswer answer) => answer.CanDashboardTell && answer.GetSuccess < 1;
        bool write(OutageAnswer answer) => answer.CanDashboardTell && answer.PutSuccess < 1;
        bool any(OutageAnswer answer) => read(answer) || write(answer);
        return
        [
            new Box(page, Paint.Paper, Paint.Edge, 6),
            new Word(x, page.Y + (isWide ? 21 : 17), "what the status page says", new(11, Paint.Soft)),
            new Line(Invariant($"M{page.X} {page.Y + (isWide ? 30 : 24)}h{page.Width}"), Paint.Hairline, 1),
            new Reading(x + 22, y + 5, Strong, Says(any)),
            .. Icons(x + 6, y, any, 7),
            .. Icons(x + 6, y + row, read, 5.5),
            new Word(x + 22, y + row + 4, "reading", Label),
            .. isWide ? Icons(x + 6, y + (2 * row), write, 5.5) : Icons(x + 86, y + row, write, 5.5),
            isWide ? new Word(x + 22, y + (2 * row) + 4, "writing", Label) : new Word(x + 102, y + row + 4, "writing", Label),
        ];
    }

    private List<Telling> Says(Func<OutageAnswer, bool> isTrouble) =>
        [.. Switches(isTrouble).Select(change => new Telling(change.At, change.IsTrouble ? "Errors" : "All is well"))];

    private IEnumerable<Part> Icons(double x, double y, Func<OutageAnswer, bool> isTrouble, double radius)
    {
        var changes = Switches(isTrouble).ToArray();
        string tick = string.Create(CultureInfo.InvariantCulture, $"M{x - (radius * 0.45)} {y}l{radius * 0.35} {radius * 0.4} {radius * 0.6}-{radius * 0.75}");
        string diamond = string.Create(CultureInfo.InvariantCulture, $"M{x} {y - radius - 1}l{radius + 1} {radius + 1}-{radius + 1} {radius + 1}-{radius + 1}-{radius + 1}z");
        string mark = string.Create(CultureInfo.InvariantCulture, $"M{x} {y - (radius * 0.5)}v{radius * 0.5}M{x} {y + (radius * 0.5)}v.1");
        Part[] well = [new Box(new(x - radius, y - radius, 2 * radius, 2 * radius), Paint.Serving, Radius: radius), new Line(tick, Paint.Paper, 1.8)];
        Part[] trouble = [new Line(diamond, Paint.Failing, 0.5) { Fill = Paint.Failing }, new Line(mark, Paint.Paper, 1.8)];
        return changes.Select((change, n) => new Shown(change.At, n + 1 < changes.Length ? changes[n + 1].At : double.PositiveInfinity, change.IsTrouble ? trouble : well) { IsSudden = true });
    }

    private IEnumerable<(double At, bool IsTrouble)> Switches(Func<OutageAnswer, bool> isTrouble)
    {
        bool? last = null;
        foreach (var answer in trace.Answers.Where(answer => answer.Minute <= story.Time.End))
        {
            if (isTrouble(answer) != last)
            {
                yield return (last is null ? 0 : story.Time.Film(answer.Minute), isTrouble(answer));
                last = isTrouble(answer);
            }
        }
    }

    private IEnumerable<Part> Truth()
    {
        double row = isWide ? 25 : 21;
        double first = truth.Y + (isWide ? 49 : 40);
        double names = isWide ? 66 : 62;
        yield return new Word(truth.X, truth.Y + (isWide ? 21 : 17), "the truth", Strong);
        (string Name, Paint Paint, Paint Back, IReadOnlyList<Sample> Samples)[] bars =
        [
            ("reading", Paint.Read, Paint.Raised, story.Samples(answer => answer.GetSuccess)),
            ("writing", Paint.Write, Paint.Raised, story.Samples(answer => answer.PutSuccess)),
            ("sites lit", Paint.Lit, Paint.Pane, LitSites()),
        ];
        for (int n = 0; n < bars.Length; n++)
        {
            var (name, paint, back, samples) = bars[n];
            var bar = new Area(truth.X + names, first + (n * row) - 6, truth.Width - names, 12);
            yield return new Word(truth.X, first + (n * row) + 4, name, Label);
            yield return new Box(bar, back, Paint.Hairline);
            yield return new Level(bar, paint, Growth.Rightwards, samples);
        }
    }

    // Straight between the trace's minutes, in the story's time: where the film's pace changes, the line bends.
    private Sample[] LitSites()
    {
        var moments = story.Sites.Select(minute => minute.Minute).Concat(story.Time.Knots.Select(knot => knot.Story)).Where(minute => minute <= story.Time.End);
        return [.. moments.Distinct().Order().Select(minute => new Sample(story.Time.Film(minute), Math.Clamp(SiteWall.At(story.Sites, minute, one => one.DependantsNormal), 0, 1)))];
    }

    private Hand Typing() => new(Field, "removed", trace.Options.Removed.ToString(CultureInfo.InvariantCulture), "Type the share of the servers to remove, in per cent, and press Enter")
    {
        Prompt = new Prompt(100, 100, new(console.X + 8, Line(1) - textSize - 3, console.Width - 16, textSize + 8), OutageTerminal.DryRuns(trace.Options)),
    };

    private IEnumerable<Hand> Buttons()
    {
        var options = trace.Options;
        double guard = Guards.FirstOrDefault(one => one > options.Guard);
        yield return new Hand(
            new(console.Right - 112, Line(0) - 18, 104, 26),
            "guard",
            guard.ToString(CultureInfo.InvariantCulture),
            guard == 0 ? "Take the minimum out of the tool" : Invariant($"Teach the tool a minimum of {guard:P0} of the fleet")) { Key = 'g' };
        int cells = CellCounts.FirstOrDefault(count => count > options.Cells, 1);
        yield return new Hand(
            new(fleets.Right - 84, fleets.Y + 3, 80, isWide ? 26 : 21),
            "cells",
            cells.ToString(CultureInfo.InvariantCulture),
            cells == 1 ? "Make the index one cell" : $"Split the index into {cells} cells") { Key = 'c' };
        bool isShedding = options.Shedding != LoadShedding.None;
        yield return new Hand(
            isWide ? new(fleets.X - 116, fleets.Y - 2, 110, 24) : new(fleets.X - 4, fleets.Y - 26, 110, 24),
            "shedding",
            isShedding ? "false" : "true",
            isShedding ? "Let the fleets take every request" : "Let the fleets refuse what is too much for them") { Key = 's' };
    }

    private static string CellWords(int cells) => cells == 1 ? "1 cell" : Invariant($"{cells} cells");
}
