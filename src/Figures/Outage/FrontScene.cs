using System.Globalization;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Outage;
using InteractiveArticle.Simulation.Randomness;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Outage;

/// <summary>
/// The typo: a command is typed, a wall of windows goes dark around it, the marks of the status page stay green and a counter
/// of dollars runs, until the marks turn and the sites come back.
/// </summary>
public static class FrontScene
{
    /// <summary>How many sites are on the wall.</summary>
    public const int Sites = 200;

    private const string Command = "$ " + OutageTerminal.Command + " ";
    private const string Meant = "4";
    private const int FewestCells = 3;
    private const double PromptSize = 20;
    private const double NarrowPromptSize = 17;

    // The typing, in seconds of film: a number that nobody slipped at is typed without a pause.
    private const double FirstLetter = 0.3;
    private const double SecondsPerLetter = 0.05;
    private const double BeforeSlip = 1;
    private const double BeforeEnter = 1.1;

    private const double LargeDollars = 1.25;
    private const double QuietEnd = 15;

    // The story all but stands still while the marks turn, and at its end, so that the counter stays at what is said.
    private const double AfterTurn = 0.02;
    private const double TurnSeconds = 1.5;

    // From the marks that turn to the storage that works, and from there to the sites.
    private const double RepairSeconds = 2.4;
    private const double RecoverySeconds = 2.6;

    // The dark wall is seen before the page beside it is spoken of.
    private const double BeforePage = 2.4;

    private const ulong Seed = 28_02_2017;

    /// <summary>The scene.</summary>
    /// <param name="result">The simulated day.</param>
    /// <param name="removed">The share of the servers that was typed, as the day was run with it; from 0 to 1.</param>
    public static Scene Of(OutageResult result, double removed)
    {
        ArgumentNullException.ThrowIfNull(result);
        var day = new WallDay(result, Sites);
        string typed = (100 * removed).ToString("0.##", CultureInfo.InvariantCulture);
        var typing = Typing(typed);
        var time = Time(day, typing[^1].At + BeforeEnter);
        var captions = Captions(day, typed, typing, time).ToArray();
        return new Scene
        {
            Name = "front",
            Title = "One command",
            Finding = Finding(day, typed),
            Time = time,
            Captions = captions,
            StillAt = TurnsLate(day) ? time.Film(day.Typical.DashboardMinutes) + TurnSeconds : time.Duration,
            Draw = size => Draw(size, day, removed, typing, time, captions),
        };
    }

    // What stands in the terminal from when on: the command, and the number after it.
    private static List<(double At, string Number)> Typing(string typed)
    {
        double at = FirstLetter + (SecondsPerLetter * Command.Length);
        bool isSlip = typed.Length > Meant.Length && typed.StartsWith(Meant, StringComparison.Ordinal);
        List<(double At, string Number)> typing = [(at, "")];
        for (int length = 1; length <= typed.Length; length++)
        {
            at += isSlip && length == Meant.Length + 1 ? BeforeSlip : 4 * SecondsPerLetter;
            typing.Add((at, typed[..length]));
        }

        return typing;
    }

    private static StoryTime Time(WallDay day, double enter)
    {
        if (day.Typical.PutFullMinutes == 0)
        {
            return new(OutageClock.Short, 0.25, (-1, 0), (0, enter), (QuietEnd, enter + 4));
        }

        double dark = Math.Clamp(day.Darkest, 1, 30);
        double told = day.Typical.DashboardMinutes;
        double end = Math.Max(dark + QuietEnd, told > 0 ? told : day.Typical.PutFullMinutes);
        List<(double Story, double Film)> knots = [(-1, 0), (0, enter), (dark, enter + 5), (end, enter + 11)];
        if (TurnsLate(day))
        {
            knots.Add((end + AfterTurn, knots[^1].Film + TurnSeconds));
        }

        double again = Again(day);
        if (again > knots[^1].Story)
        {
            if (IsBackBefore(day, again) && day.Typical.PutFullMinutes > knots[^1].Story)
            {
                knots.Add((day.Typical.PutFullMinutes, knots[^1].Film + RepairSeconds));
            }

            knots.Add((again, knots[^1].Film + RecoverySeconds));
            knots.Add((again + AfterTurn, knots[^1].Film + TurnSeconds));
        }

        return new(OutageClock.Short, 0.25, [.. knots]);
    }

    // Fewer than one in ten dark sites leave nine in ten well all day: the storage itself is told of then.
    private static double Again(WallDay day) => day.Typical.DependantsMinutes > 0 ? day.Typical.DependantsMinutes : day.Typical.PutFullMinutes;

    // Whether the marks stay green for long after the lights are out.
    private static bool TurnsLate(WallDay day) =>
        day.Typical.DashboardMinutes > Math.Max(1, day.Darkest) + QuietEnd && day.Typical.DashboardMinutes < day.Typical.PutFullMinutes;

    // Whether the storage works while most sites still wait.
    private static bool IsBackBefore(WallDay day, double again) => day.Typical.PutFullMinutes < again;

    // When the page is spoken of: the marks are green, and a line of text is all that Amazon could put there.
    private static double Noticed(WallDay day, StoryTime time) => Math.Max(time.Film(day.Darkest) + 0.4, time.Film(0) + BeforePage);

    private static IEnumerable<Caption> Captions(WallDay day, string typed, List<(double At, string Number)> typing, StoryTime time)
    {
        yield return new(0, "Tuesday morning, a routine job:", "the playbook says to take 4 % of the servers out of service.");
        double last = typing[^1].At;
        if (typed != Meant)
        {
            yield return new(last, typed.Length > 1 && typed.StartsWith(Meant, StringComparison.Ordinal) ? "One key too many." : "Another number.", $"The line says {typed} %.");
        }

        double enter = time.Film(0);
        if (day.Typical.PutFullMinutes == 0)
        {
            yield return new(enter, "Enter. Nothing happens.", Prose($"Up to {WallDay.Spare:P0} the rest can carry the load. Try a larger number."));
            yield break;
        }

        yield return new(enter, "Enter.", WhoseWindows(day));
        if (TurnsLate(day))
        {
            double told = day.Typical.DashboardMinutes;
            yield return new(Noticed(day, time), "The status page still shows green.", "To change its marks Amazon would need the storage that is gone.");
            yield return new(time.Film(told), Prose($"The status page turns red after {Duration(told)}."), day.MostDark == 0 ? "By then nobody has lost anything." : Prose($"By then {WallDay.Millions(day.Loss(told))} million dollars are lost."));
        }

        double again = Again(day);
        double back = day.Typical.PutFullMinutes;
        if (IsBackBefore(day, again))
        {
            yield return new(time.Film(back), Prose($"{OutageClock.At(back)}: the storage works again, and its mark is green."), "At the sites, what has waited is done first.");
        }

        string what = day.Typical.DependantsMinutes > 0 ? "nine in ten sites work" : "the storage works";
        string cost = day.MostDark == 0 ? "no site here has missed it" : Prose($"it has cost {WallDay.Millions(day.Loss(again))} million dollars");
        yield return new(time.Film(again), Prose($"{OutageClock.At(again)}: {what} again."), Prose($"That is {Duration(again)} after the command, and {cost}."));
    }

    private static string WhoseWindows(WallDay day) => day switch
    {
        { MostDark: 0 } => "Every site here can do without these servers.",
        { Fewest: 0 } => "Each window is a site with its files on these servers, and nowhere else.",
        _ => Prose($"Each window is a site with its files on these servers; {(day.Fewest == 1 ? "one keeps" : Prose($"{day.Fewest} keep"))} a copy elsewhere."),
    };

    private static string Finding(WallDay day, string typed)
    {
        const string Caveat = "Times are Pacific; the command and the choice of windows are for illustration.";
        if (typed == "0")
        {
            return $"A command takes out no server, and no request fails. {Caveat}";
        }

        string taken = $"A command takes out {typed} % of the servers";
        if (day.Typical.PutFullMinutes == 0)
        {
            return Prose($"{taken}, and no request fails: up to {WallDay.Spare:P0} the rest can carry the load. {Caveat}");
        }

        double told = day.Typical.DashboardMinutes;
        string dark = day.MostDark switch
        {
            0 => "every site can do without them",
            Sites => $"all {Sites} sites go dark",
            _ => Prose($"{day.MostDark} of {Sites} sites go dark; the other {(day.Fewest == 1 ? "one is" : Prose($"{day.Fewest} are"))} assumed to keep a copy elsewhere"),
        };
        string page = told == 0 ? "" : Prose($" The status page takes {Duration(told)} to {(day.MostDark == 0 ? "turn red" : "say so")}.");
        string again = Prose($"By the model {(day.Typical.DependantsMinutes > 0 ? "nine in ten sites work" : "the storage works")} again after {Duration(Again(day))}");
        string cost = day.MostDark == 0 ? "" : Prose($", and the day costs {WallDay.Millions(day.Typical.LossMillions)} million dollars");
        return $"{taken}, and {dark}.{page} {again}{cost}. {Caveat}";
    }

    private static Stage Draw(SceneSize size, WallDay day, double removed, List<(double At, string Number)> typing, StoryTime time, IReadOnlyList<Caption> captions)
    {
        bool isWide = size == SceneSize.Wide;
        var frame = new SceneFrame(size, isWide ? 572 : 682);
        var area = frame.Content;
        var terminal = new Area(area.X, area.Y, area.Width, isWide ? 88 : 118);
        var wall = new Area(area.X, terminal.Bottom + 10, area.Width, isWide ? 248 : 242);
        double below = wall.Bottom + 12;
        var page = new Area(area.X, below, isWide ? 214 : 190, 78);
        double counters = isWide ? page.Right + 28 : area.X;
        double firstLine = isWide ? below + 20 : page.Bottom + 26;
        var number = NumberArea(terminal, typing[^1].Number, isWide);
        return frame.Around(time, captions,
        [
            .. Terminal(terminal, number, isWide, typing, time.Film(0)),
            new Box(wall, Paint.Facade, Radius: 4),
            Windows(wall, isWide, number, day, time),
            .. StatusPage(page, day, size, time),
            .. day.DollarCounter(counters, firstLine, "what it costs everyone else, by the model", size, time, LargeDollars),
            .. isWide ? day.SiteCounter(area.X + 648, firstLine, size, time) : day.SiteCounter(page.Right + 22, below + 20, size, time),
        ]) with { Hands = [Prompt(number, terminal, removed, isWide)] };
    }

    private static Area Key(Area terminal, bool isWide) => new(terminal.Right - 106, isWide ? terminal.Y + 24 : terminal.Bottom - 44, 92, isWide ? 38 : 30);

    private static TextStyle TypedStyle(bool isWide) => new(isWide ? PromptSize : NarrowPromptSize, Paint.Typed, Face.Mono);

    private static Area NumberArea(Area terminal, string typed, bool isWide)
    {
        double cell = TypedStyle(isWide).CellWidth;
        int cells = Math.Max(FewestCells, typed.Length);
        return new(terminal.X + 14 + (Command.Length * cell) - 4, terminal.Y + (isWide ? 42 : 36), (cells * cell) + 8, isWide ? 30 : 28);
    }

    // A number is typed where it stands; what it would do is said beside it, or below where there is no room.
    private static Hand Prompt(Area number, Area terminal, double removed, bool isWide) =>
        new(number, "removed", removed.ToString(CultureInfo.InvariantCulture), "Type the share of the servers to take out, in per cent, and press Enter")
        {
            Prompt = new Prompt(100, 100, isWide ? new(number.Right + 36, number.Y, Key(terminal, isWide).X - number.Right - 46, number.Height) : new(terminal.X + 14, number.Bottom + 12, Key(terminal, isWide).X - terminal.X - 22, 21),
                [.. Enumerable.Range(0, 101).Select(percent => Prose($"{percent} of 100 go, {100 - percent} stay"))])
            {
                EnterArea = Key(terminal, isWide),
            },
        };

    private static IEnumerable<Part> Terminal(Area area, Area number, bool isWide, List<(double At, string Number)> typing, double enter)
    {
        var style = TypedStyle(isWide);
        double line = number.Bottom - (isWide ? 9 : 8);
        yield return new Box(area, Paint.Terminal, Radius: 6);
        yield return new Word(area.X + 14, area.Y + (isWide ? 27 : 24), "# playbook: take 4 % of the servers out", TextStyles.TypedSoft with { Ink = Paint.Typed });

        // The cursor is behind what stands there, until Enter.
        List<Telling> command = [new(0, "$ _")];
        for (int length = 3; length < Command.Length; length++)
        {
            command.Add(new(FirstLetter + (SecondsPerLetter * length), Command[..length].TrimEnd() + "_"));
        }

        command.Add(new(typing[0].At, Command.TrimEnd()));
        yield return new Reading(area.X + 14, line, style, command);
        yield return new Shown(typing[0].At, double.PositiveInfinity, [new Box(number, Paint.None, Paint.Overloaded, Radius: 4), new Word(number.Right + 6, line, "%", style)]) { IsSudden = true };
        yield return new Reading(number.X + 4, line, style with { Ink = Paint.Lit, Weight = 700 }, [new(0, ""), .. typing.Select(typed => new Telling(typed.At, typed.Number + (typed.Number.Length < FewestCells ? "_" : ""))), new(enter, typing[^1].Number)]);
        var key = Key(area, isWide);
        yield return new Box(key with { Y = key.Y + 4 }, Paint.Pane, Paint.Facade, Radius: 6);
        yield return new Mover([new(Math.Max(0, enter - 0.2), 0, 0, Pace.Stopping), new(enter, 0, 4, Pace.Stopping), new(enter + 0.3, 0, 0)],
        [
            new Box(key, Paint.Facade, Paint.None, Radius: 6),
            new Word(key.X + 14, key.CentreY + 5, "Enter", new(14, Paint.Typed, Weight: 600)),
            new Line(Invariant($"M{key.Right - 14} {key.CentreY - 6}v6h-15m5 -5l-5 5l5 5"), Paint.Typed, 1.8),
        ]);
    }

    // Darkness spreads from the number.
    private static Crowd Windows(Area wall, bool isWide, Area number, WallDay day, StoryTime time)
    {
        int columns = isWide ? 25 : 20;
        int rows = Sites / columns;
        double gap = isWide ? 6 : 4;
        double width = (wall.Width - (gap * (columns + 1))) / columns;
        double height = (wall.Height - (gap * (rows + 1))) / rows;
        double left(int site) => wall.X + gap + (site % columns * (width + gap));
        double top(int site) => wall.Y + gap + (site / columns * (height + gap));
        var turns = SiteWall.Turns(day.Minutes, time, Line(day.Fewest, site => Distance(left(site) + (width / 2) - number.CentreX, top(site) + (height / 2) - number.CentreY)));
        return new Crowd(ActorShape.Window, width, height, [.. Enumerable.Range(0, Sites).Select(site => new Actor(Invariant($"site {site}"), left(site), top(site), ActorState.Lit, turns[site]))]);
    }

    private static double Distance(double x, double y) => Math.Sqrt((x * x) + (y * y));

    // Chance decides who is spared, and blurs the edge of the darkness.
    private static int[] Line(int spared, Func<int, double> distance)
    {
        const double Blur = 0.35;
        var chance = new RandomStreams(Seed).Stream("front");
        double farthest = Enumerable.Range(0, Sites).Max(distance);
        var line = SiteWall.Line(Sites);
        return [.. line.Take(spared), .. line.Skip(spared).Select(site => (site, reached: distance(site) + (Blur * farthest * chance.NextUniform(0, 1)))).OrderByDescending(one => one.reached).Select(one => one.site)];
    }

    private static IEnumerable<Part> StatusPage(Area area, WallDay day, SceneSize size, StoryTime time)
    {
        var label = WallDay.LabelOf(size);
        yield return new Box(area, Paint.Raised, Paint.Edge, Radius: 6);
        yield return new Line(Invariant($"M{area.X} {area.Y + 25}h{area.Width}"), Paint.Edge, 1);
        yield return new Word(area.X + 12, area.Y + 18, "status page", label);
        yield return new Word(area.X + 12, area.Y + 46, "Storage (S3)", label);
        double told = day.Typical.DashboardMinutes;
        double back = day.Typical.PutFullMinutes;
        double turns = told > 0 && told < back ? time.Film(told) : double.PositiveInfinity;
        double turnsBack = back < time.End ? time.Film(back) : double.PositiveInfinity;
        yield return new Shown(0, turns, [.. Normal(area)]);
        if (double.IsFinite(turns))
        {
            yield return new Shown(turns, turnsBack, [.. Errors(area)]) { IsSudden = true };
            if (double.IsFinite(turnsBack))
            {
                yield return new Shown(turnsBack, double.PositiveInfinity, [.. Normal(area)]);
            }
        }

        if (TurnsLate(day))
        {
            yield return new Shown(Noticed(day, time), turnsBack,
            [
                new Box(new(area.X + 6, area.Bottom - 23, area.Width - 12, 18), Paint.Hairline, Radius: 3),
                new Word(area.X + 12, area.Bottom - 10, "we are looking into it", label with { Ink = Paint.Ink }),
            ]);
        }
    }

    private static IEnumerable<Part> Normal(Area area)
    {
        double x = area.X + 112;
        double y = area.Y + 41;
        const double Radius = 8;
        yield return new Line(Invariant($"M{x - Radius} {y}a{Radius} {Radius} 0 1 1 {2 * Radius} 0a{Radius} {Radius} 0 1 1 {-2 * Radius} 0m4.4 0l2.7 3.1l4.9 -5.8"), Paint.Paper, 1.8) { Fill = Paint.Serving };
        yield return new Word(x + 14, area.Y + 46, "normal", TextStyles.Heading);
    }

    private static IEnumerable<Part> Errors(Area area)
    {
        double x = area.X + 112;
        yield return new Line(Invariant($"M{x} {area.Y + 32}l9 9-9 9-9-9z"), Paint.Failing) { Fill = Paint.Failing };
        yield return new Word(x + 14, area.Y + 46, "errors", TextStyles.Heading);
    }
}
