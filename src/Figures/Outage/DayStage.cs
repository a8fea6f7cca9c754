using System.Globalization;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Outage;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Outage;

/// <summary>The day laid out at one size: from the sites to the fleets, and below them the terminal, the status page and the truth.</summary>
internal sealed class DayStage
{
    /// <summary>How many squares stand for each fleet.</summary>
    internal const int Squares = 120;

    private const double TextSize = 12;

    // A speck, with a cross on it.
    private const ActorState Failed = ActorState.Gone;
    private const double CrossWidth = 2;

    // The hands go around these settings. The least minimum that saves the day is left to find.
    private static readonly double[] Guards = [0, 0.7];
    private static readonly int[] CellCounts = [1, 4, 16, 64];

    // The left columns of the named windows, row by row.
    private static readonly int[][] WideNames = [[0], [3], [1], [2], [0], [3], [1], [2], [0], [3]];
    private static readonly int[][] NarrowNames = [[0, 3, 6], [1, 5], [0, 3, 6], [1, 5]];

    private static readonly (ActorState State, string Words)[] Legend =
    [
        (ActorState.Serving, "serving"), (ActorState.Overloaded, "overloaded"), (Failed, "has failed"),
        (ActorState.Off, "removed"), (ActorState.Starting, "starting"), (ActorState.Checked, "checked"),
    ];

    private readonly OutageTrace trace;
    private readonly DayStory story;
    private readonly SceneFrame frame;
    private readonly bool isWide;
    private readonly Area wall;
    private readonly Area fleets;
    private readonly Crowd index;
    private readonly Crowd placement;
    private readonly TerminalPicture terminal;
    private readonly StatusPagePicture page;
    private readonly Area truth;
    private readonly double pitch;

    public DayStage(OutageTrace trace, DayStory story, SceneSize size)
    {
        this.trace = trace;
        this.story = story;
        isWide = size == SceneSize.Wide;
        frame = new SceneFrame(size, isWide ? 624 : 698);
        var area = frame.Content;
        Area console, told;
        if (isWide)
        {
            wall = area with { Width = 262, Height = 366 };
            fleets = new(area.Right - 396, area.Y, 396, 328);
            console = new(area.X, area.Bottom - 112, 448, 112);
            told = new(console.Right + 12, console.Y, 172, console.Height);
            truth = new(told.Right + 20, console.Y, area.Right - told.Right - 20, console.Height);
        }
        else
        {
            wall = area with { Height = 128 };
            fleets = new(area.X, wall.Bottom + 36, area.Width, 148);
            console = new(area.X, fleets.Bottom + 58, area.Width, 98);
            told = new(area.X, console.Bottom + 7, 168, 76);
            truth = new(told.Right + 14, told.Y, area.Right - told.Right - 14, told.Height);
        }

        terminal = new(trace, story.Time, console, TextSize, isNarrow: !isWide);
        page = new(trace, story.Time, told, TextSize);

        pitch = (fleets.Width - 20) / Columns;
        index = Fleet(OutageFleet.Index, fleets.Y);
        placement = Fleet(OutageFleet.Placement, Middle);
    }

    private int Columns => isWide ? 20 : 30;

    private int Rows => Squares / Columns;

    private double Left => fleets.X + 10;

    private double Middle => fleets.CentreY;

    private static TextStyle Label { get; } = new(TextSize, Paint.Soft);

    private static TextStyle Strong { get; } = new(TextSize + 1, Paint.Ink, Weight: 650);

    /// <summary>Draws it.</summary>
    public Stage Draw()
    {
        Part[] parts =
        [
            .. Wall(),
            .. Fleets(),
            .. Crosses(),
            .. Key(),
            .. terminal.Draw(),
            .. page.Draw(),
            .. Truth(),
            .. Gates(),
            .. new DayRequests(trace, story, Paths()).Dots(),
        ];
        return frame.Around(story.Time, story.Captions, parts) with { Hands = [terminal.Typing, .. Buttons()] };
    }

    private IEnumerable<Part> Wall()
    {
        var (columns, rows, gap) = isWide ? (5, WideNames.Length, 6) : (8, NarrowNames.Length, 3);
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
        List<(int Column, int Row)> places = [.. (isWide ? WideNames : NarrowNames).SelectMany((names, row) => names.Select(column => (column, row)))];
        int named = places.Count;
        for (int row = 0; row < rows; row++)
        {
            places.AddRange(Enumerable.Range(0, columns).Where(column => !places.Contains((column, row)) && !places.Take(named).Contains((column - 1, row))).Select(column => (column, row)));
        }

        return places;
    }

    private IEnumerable<Part> Fleets()
    {
        double headline = isWide ? 21 : 17;
        return
        [
            new Box(fleets, Paint.Raised, Paint.Hairline, 6),
            new Line(Invariant($"M{fleets.X} {Middle}h{fleets.Width}"), Paint.Hairline, 1),
            new Word(Left, fleets.Y + headline, "Index", Strong),
            new Word(Left + (isWide ? 56 : 46), fleets.Y + headline, "knows where each object lies", Label),
            new Word(fleets.Right - 10, fleets.Y + headline, CellWords(trace.Options.Cells), Label with { Ink = Paint.Ink }) { Anchor = Anchor.End },
            new Word(Left, Middle + headline, "Placement", Strong),
            new Word(Left + (isWide ? 98 : 84), Middle + headline, "finds room for new objects", Label),
            index,
            placement,
        ];
    }

    // Columns fill one after the other, in the order of the fleet.
    private Crowd Fleet(OutageFleet fleet, double top)
    {
        double gap = pitch * 0.22;
        double first = top + (isWide ? 34 : 24) + (gap / 2);
        var turns = ServerSquares.Turns(trace, fleet, story.Time, Squares);
        return new Crowd(ActorShape.Square, pitch - gap, pitch - gap,
        [
            .. Enumerable.Range(0, Squares).Select(square => new Actor(
                Invariant($"{fleet} {square}"),
                Left + (gap / 2) + (square / Rows * pitch),
                first + (square % Rows * pitch),
                ActorState.Serving,
                turns[square])),
        ]);
    }

    // Requests to write are squares on their corner, as servers that fail are elsewhere; here the two would mix.
    private IEnumerable<Part> Crosses() =>
        from fleet in (Crowd[])[index, placement]
        from server in fleet.Actors
        from failure in Failures(server)
        group Cross(server, fleet.Width) by failure into crosses
        select new Shown(crosses.Key.From, crosses.Key.Until, [new Line(string.Concat(crosses), Paint.Failing, CrossWidth)]) { IsSudden = true };

    private static IEnumerable<(double From, double Until)> Failures(Actor server) =>
        from turn in server.Turns.Index()
        where turn.Item.State == Failed
        select (turn.Item.At, turn.Index + 1 < server.Turns.Count ? server.Turns[turn.Index + 1].At : double.PositiveInfinity);

    private static string Cross(Actor square, double side)
    {
        double arm = side * 0.6;
        double margin = (side - arm) / 2;
        return Invariant($"M{square.X + margin:0.#} {square.Y + margin:0.#}l{arm:0.#} {arm:0.#}m0-{arm:0.#}l-{arm:0.#} {arm:0.#}");
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
        var edge = isWide
            ? new Area(wall.Right + 7, wall.Y + 14, 0, wall.Height - 60)
            : new Area(wall.X + 20, wall.Bottom + 7, wall.Width - 40, 0);
        var indexGate = isWide
            ? new Area(fleets.X - 8, fleets.Y + 34, 0, (fleets.Height / 2) - 46)
            : new Area(fleets.X + 150, fleets.Y - 8, fleets.Width - 160, 0);
        var placementGate = new Area(Left + pitch, Middle, pitch * (Columns - 2), 0);
        return new(edge, indexGate, index, placementGate, placement);
    }

    private IEnumerable<Part> Key()
    {
        const double Side = 10;
        double top = fleets.Bottom + (isWide ? 8 : 6);
        double column = fleets.Width / 3;
        double row = isWide ? 18 : 16;
        (double X, double Y) at(int n) => (fleets.X + 4 + (n % 3 * column), top + (n / 3 * row));
        Actor[] icons = [.. Legend.Select((one, n) => new Actor("key " + one.Words, at(n).X, at(n).Y, one.State, []))];
        yield return new Crowd(ActorShape.Square, Side, Side, icons);
        yield return new Line(Cross(icons.Single(icon => icon.Initial == Failed), Side), Paint.Failing, CrossWidth);
        for (int n = 0; n < Legend.Length; n++)
        {
            yield return new Word(at(n).X + 17, at(n).Y + 9.5, Legend[n].Words, Label);
        }

        double y = isWide ? wall.Bottom - 8 : at(6).Y + 5;
        double step = isWide ? 54 : fleets.Width / 4;
        double x = isWide ? wall.Right + 14 : fleets.X + 9;
        yield return new Box(new(x - 4.2, y - 4.2, 8.4, 8.4), Paint.Read, Radius: 4.2);
        yield return new Word(x + 12, y + 4.5, "read", Label);
        yield return new Line(Invariant($"M{x + step} {y - 5.3}l5.3 5.3-5.3 5.3-5.3-5.3z"), Paint.Write, 0.5) { Fill = Paint.Write };
        yield return new Word(x + step + 12, y + 4.5, "write", Label);
        yield return new Box(new(x + (2 * step) - 0.2, y - 4.2, 8.4, 8.4), Paint.Answer, Radius: 4.2);
        yield return new Word(x + (2 * step) + 16, y + 4.5, "answer", Label);
        var (failedX, failedY) = isWide ? (x, y - 18) : (x + (3 * step), y);
        yield return new Box(new(failedX - 4.2, failedY - 4.2, 8.4, 8.4), Paint.Paper, Paint.Read, 4.2);
        yield return new Word(failedX + 12, failedY + 4.5, "no answer", Label);
        yield return isWide
            ? new Word(fleets.X - 12, fleets.Y + 14, SheddingWords, Label) { Anchor = Anchor.End }
            : new Word(fleets.X, fleets.Y - 10, SheddingWords, Label);
    }

    private string SheddingWords => trace.Options.Shedding == LoadShedding.None ? "refuses nothing" : "refuses excess";

    private IEnumerable<Part> Truth()
    {
        double row = isWide ? 25 : 19;
        double first = truth.Y + (isWide ? 49 : 32);
        double names = isWide ? 66 : 62;
        yield return new Word(truth.X, truth.Y + (isWide ? 21 : 14), "the truth", Strong);
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

    private IEnumerable<Hand> Buttons()
    {
        var options = trace.Options;
        double guard = Guards.FirstOrDefault(one => one > options.Guard);
        yield return new Hand(
            terminal.Minimum,
            "guard",
            guard.ToString(CultureInfo.InvariantCulture),
            guard == 0 ? "Take the minimum out of the tool" : Prose($"Teach the tool a minimum of {guard:P0} of the fleet")) { Key = 'g' };
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
        bool isElsewhere = options.DashboardRegions > 1;
        yield return new Hand(
            page.Regions,
            "secondConsole",
            isElsewhere ? "false" : "true",
            isElsewhere ? "Run the status page’s console in one region" : "Run the status page’s console in a second region") { Key = 'r' };
    }

    private static string CellWords(int cells) => Count(cells, "cell");
}
