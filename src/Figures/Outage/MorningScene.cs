using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Outage;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Outage;

/// <summary>
/// The day as those saw it who stood on S3: a wall of a hundred windows that goes dark and comes back, with what it costs.
/// </summary>
public static class MorningScene
{
    /// <summary>How many sites are on the wall; the first of them are those of <see cref="SiteWall.Names"/>.</summary>
    public const int Sites = 100;

    private const double FivePm = 443;

    // The film ends when the last light has come on; minutes, and seconds of film.
    private const double AfterLast = 2;
    private const double LastSeconds = 1.6;

    // A name is hard to read while its window turns.
    private const double NameSeconds = 0.4;

    // In a wide typeface a name of ten letters stays clear of the edges of its window.
    private const double NameSize = 14;
    private const double NarrowNameSize = 13;

    // How soon after something the lights that come back do so because of it; minutes.
    private const double SoonAfter = 2;

    // How long a caption takes to be read; seconds of film.
    private const double ReadingSeconds = 1.7;

    // A named window takes three columns and two rows.
    private const int NameColumns = 3;
    private const int NameRows = 2;

    // Between two panes that can be taken, and around the edge of each; a hand reaches to the middle between two, so that
    // its outline is seen beside them on any page.
    private const double PaneGap = 6;
    private const double PaneEdge = 1;

    private static readonly TextStyle Voice = new(12.5, Paint.Typed, Face.Serif);

    // What one wanted of each of the named.
    private static readonly string[] Wanted =
    [
        "send a file", "watch a game", "read a paper", "look up a firm", "back an idea",
        "learn to code", "share a picture", "show a picture", "hear the news", "book a journey",
    ];

    // The columns of the named windows, by rows of them.
    private static readonly int[][] WideNames = [[1, 9], [4, 12], [0, 7], [3, 10], [6, 12]];
    private static readonly int[][] NarrowNames = [[0, 6], [3], [1, 7], [4], [0, 6], [3], [7]];

    /// <summary>The scene.</summary>
    /// <param name="result">The simulated day.</param>
    /// <param name="tolerant">The share of the sites that can do without S3, as the day was run with it; from 0 to 1.</param>
    public static Scene Of(OutageResult result, double tolerant)
    {
        ArgumentNullException.ThrowIfNull(result);
        var day = new WallDay(result, Sites);
        var time = Time(day);
        int copies = (int)Math.Round(Sites * tolerant, MidpointRounding.AwayFromZero);
        var captions = Captions(day, copies, time).ToArray();
        return new Scene
        {
            Name = "morning",
            Title = "The morning when the web went dark",
            Finding = Finding(day, copies),
            Time = time,
            Captions = captions,
            StillAt = time.Film(day.Darkest + 60),
            Timeline = "outage",
            Draw = size => Draw(size, day, tolerant, time, captions),
        };
    }

    private static StoryTime Time(WallDay day)
    {
        var typical = day.Typical;
        double end = day.MostDark > 0 ? day.AllLit : FivePm;
        (double Minute, double Seconds)[] turning = ReadsFirst(day)
            ? [(typical.DashboardMinutes, 2.6), (typical.GetFirstMinutes, 1.9), (typical.GetFullMinutes, 2), (typical.PutFullMinutes, 2.5)]
            : [(typical.PutFullMinutes, 8)];
        List<(double Story, double Film)> knots = [(-1, 0), (0, 1.8), (Math.Clamp(day.Darkest, 1, 30), 7.2)];
        foreach (var (minute, seconds) in turning)
        {
            if (minute > knots[^1].Story && minute < end)
            {
                knots.Add((minute, knots[^1].Film + seconds));
            }
        }

        double over = knots[^1].Film + 8;
        return new StoryTime(OutageClock.Short, 0.25, [.. knots, (end, over), (end + AfterLast, over + LastSeconds)]);
    }

    // Whether files can be fetched for some time before new ones can be stored.
    private static bool ReadsFirst(WallDay day) =>
        day.Typical.GetFullMinutes > Math.Max(1, day.Darkest) && day.Typical.PutFullMinutes > day.Typical.GetFullMinutes + 1;

    private static IEnumerable<Caption> Captions(WallDay day, int copies, StoryTime time)
    {
        yield return new(0, "An ordinary Tuesday morning.", "Every lit window is a site that works.");
        double back = day.Typical.PutFullMinutes;
        if (day.MostDark == 0)
        {
            yield return back > 0
                ? new(time.Film(0), "Their landlord’s storage fails.", "So many keep a copy elsewhere that not one of a hundred notices.")
                : new(time.Film(0), "Nothing happens.", "Most days are like that.");
            yield break;
        }

        yield return new(time.Film(0), "The lights go out.", "Nobody behind these windows has broken anything.");
        yield return new(time.Film(day.Darkest), Prose($"By {OutageClock.At(day.Darkest)}, {(day.MostDark == Sites ? "all of them" : Prose($"{day.MostDark} in a hundred"))} {Are(day.MostDark)} dark."), copies == 0 ? "Not one of them keeps a copy of its files elsewhere." : "Those that keep a copy of their files elsewhere stay lit.");
        bool readsFirst = ReadsFirst(day);
        double begins = readsFirst ? day.Typical.GetFirstMinutes : back;

        // The moment at which the front page tells what is lost.
        double told = day.Typical.DashboardMinutes;
        if (told > day.Darkest && begins > told + 30)
        {
            yield return new(time.Film(told), Prose($"After {Duration(told)} nothing has changed,"), Prose($"but for what it has cost: {WallDay.Millions(day.Loss(told))} million dollars."));
        }

        if (readsFirst)
        {
            double reading = day.Typical.GetFullMinutes;
            if (begins > day.Darkest && time.Film(reading) > time.Film(begins) + ReadingSeconds)
            {
                yield return new(time.Film(begins), Prose($"{OutageClock.At(begins)}: some files can be fetched again."), "No light comes back yet: a site here needs all of its files.");
            }

            yield return new(time.Film(reading), Prose($"{OutageClock.At(reading)}: all files can be fetched again."), Returning(day.Lit(reading + SoonAfter) - day.Fewest));
        }

        if (back > day.Darkest)
        {
            yield return new(time.Film(back), Prose($"{OutageClock.At(back)}: {(readsFirst ? "new files can be stored, too" : "the storage works again")}."), "What has waited is done first.");
        }

        double well = day.Typical.DependantsMinutes;
        double last = time.Film(day.AllLit);
        if (time.Film(well) > time.Film(back) + ReadingSeconds && last > time.Film(well) + ReadingSeconds)
        {
            yield return new(time.Film(well), "Nine in ten are lit again,", Prose($"{Duration(well)} after the lights went out."));
        }

        yield return new(last, Prose($"{OutageClock.At(day.AllLit)}: the {(day.MostDark == 1 ? "light" : "last light")} is back."), Prose($"By the model the day has cost {WallDay.Millions(day.Typical.LossMillions)} million dollars."));
    }

    private static string Returning(int lights) => lights switch
    {
        <= 0 => "No light comes back yet.",
        1 => "The first light comes back.",
        _ => "The first lights come back.",
    };

    private static string Finding(WallDay day, int copies)
    {
        if (day.MostDark == 0)
        {
            return day.Typical.PutFullMinutes == 0 ? "Every window stays lit all day." : "S3 fails, and every window stays lit: so many can do without it.";
        }

        string kept = Prose($"{(copies == 0 ? "None" : Prose($"{(double)copies / Sites:P0}"))} of the hundred sites on S3 {(copies <= 1 ? "keeps" : "keep")} a copy elsewhere, as is assumed here");
        string dark = Prose($"{(day.MostDark < Sites - copies ? Prose($"{day.MostDark} of the others go") : copies == 0 ? "all go" : copies == Sites - 1 ? "the other goes" : "the others go")} dark by {OutageClock.At(Math.Ceiling(day.Darkest))}");
        string well = day.Typical.DependantsMinutes == 0
            ? Prose($", and {(day.MostDark == 1 ? "is" : "the last is")} lit again {Duration(day.AllLit)} after the command")
            : Prose($", and nine in ten of all work again {Duration(day.Typical.DependantsMinutes)} after the command");
        return Prose($"{kept}; {dark}{well}. The times after {OutageClock.At(0)} are those of a model that is fitted to Amazon’s account. By the model the day costs {WallDay.Millions(day.Typical.LossMillions)} million dollars: work that fails and is not done later. A window is dark from the first request to S3 that fails until all that had to wait is done. The names, and which windows go dark, are for illustration.");
    }

    private static string Are(int sites) => sites == 1 ? "is" : "are";

    private static Stage Draw(SceneSize size, WallDay day, double tolerant, StoryTime time, IReadOnlyList<Caption> captions)
    {
        bool isWide = size == SceneSize.Wide;
        var frame = new SceneFrame(size, isWide ? 614 : 744);
        var area = frame.Content;
        var wall = new Area(area.X, area.Y, area.Width, area.Height - (isWide ? 80 : 138));
        int columns = isWide ? 15 : 10;
        int rows = isWide ? 10 : 15;
        double gap = isWide ? 6 : 5;
        double width = (wall.Width - (gap * (columns + 1))) / columns;
        double height = (wall.Height - (gap * (rows + 1))) / rows;
        var places = Places(isWide ? WideNames : NarrowNames, columns, rows);
        var turns = SiteWall.Turns(day.Minutes, time, SiteWall.Line(Sites, SiteWall.Names.Count));
        double left(int site) => wall.X + gap + (places[site].Column * (width + gap));
        double top(int site) => wall.Y + gap + (places[site].Row * (height + gap));
        Crowd windows(Range sites, double across, double down, Func<int, string> label) => new(ActorShape.Window, across, down,
        [
            .. Enumerable.Range(0, Sites).Take(sites).Select(site => new Actor(Invariant($"site {site}"), left(site), top(site), ActorState.Lit, turns[site]) { Label = label(site) }),
        ]);
        double nameWidth = (NameColumns * (width + gap)) - gap;
        double nameHeight = (NameRows * (height + gap)) - gap;
        int named = SiteWall.Names.Count;
        double below = wall.Bottom + (isWide ? 26 : 24);
        var copies = isWide ? new Area(area.X + 520, below - 12, area.Width - 520, 62) : new Area(area.X, below + 58, area.Width, 60);
        return frame.Around(time, captions,
        [
            new Box(wall, Paint.Facade, Radius: 4),
            windows(named.., width, height, _ => ""),
            windows(..named, nameWidth, nameHeight, site => SiteWall.Names[site]) with { TurnSeconds = NameSeconds, NameSize = isWide ? NameSize : NarrowNameSize },
            .. Enumerable.Range(0, named).SelectMany(site => Voices(site, left(site) + (nameWidth / 2), top(site) + nameHeight - (isWide ? 6 : 3), isWide, turns[site])),
            .. day.SiteCounter(area.X, below, size, time),
            .. day.DollarCounter(area.X + (isWide ? 230 : 165), below, "lost so far, by the model", size, time),
            .. Copies(copies, tolerant, size),
        ]) with { Hands = [.. Hands(copies)] };
    }

    // While a site is dark, its window says what somebody wanted there.
    private static IEnumerable<Part> Voices(int site, double x, double y, bool isWide, IReadOnlyList<Turn> turns)
    {
        var word = new Word(x, y, $"“{Wanted[site]}”", Voice with { Size = isWide ? Voice.Size : 12 }) { Anchor = Anchor.Middle };
        for (int n = 0; n < turns.Count; n++)
        {
            if (turns[n].State == ActorState.Dark)
            {
                yield return new Shown(turns[n].At, n + 1 < turns.Count ? turns[n + 1].At : double.PositiveInfinity, [word]);
            }
        }
    }

    // Ten panes for ten tenths of the sites: as many are lit as keep a copy elsewhere. They stand on a plate of the page's
    // own shade, on which the outlines of what can be taken are seen.
    private static IEnumerable<Part> Copies(Area area, double tolerant, SceneSize size)
    {
        yield return new Word(area.X, area.Y + 12, "let this many keep a copy elsewhere", WallDay.LabelOf(size));
        yield return new Word(area.Right, area.Y + 12, Prose($"{100 * tolerant:0.##} %"), TextStyles.Number) { Anchor = Anchor.End };
        var none = Pane(area, -1);
        yield return new Word(none.CentreX, none.CentreY + 4, "none", TextStyles.Small) { Anchor = Anchor.Middle };
        double left = Pane(area, 0).X - PaneGap;
        yield return new Box(new(left, none.Y - PaneGap, area.Right - left, none.Height + (2 * PaneGap)), Paint.Raised, Paint.Hairline, Radius: 4);
        for (int tenth = 0; tenth < 10; tenth++)
        {
            var pane = Pane(area, tenth);
            double lit = Math.Clamp((10 * tolerant) - tenth, 0, 1);
            yield return new Box(pane.Widened(PaneEdge), Paint.Facade, Radius: 3);
            yield return new Box(pane, Paint.Pane, Radius: 2);
            if (lit > 0)
            {
                yield return new Box(pane with { Width = lit * pane.Width }, Paint.Lit, Radius: 2);
            }
        }
    }

    // The place of a tenth; that before the first is for none.
    private static Area Pane(Area area, int tenth)
    {
        const double None = 44;
        double width = (area.Width - None - (12 * PaneGap)) / 10;
        return tenth < 0
            ? new(area.X, area.Y + 24, None, 28)
            : new(area.X + None + (2 * PaneGap) + (tenth * (width + PaneGap)), area.Y + 24, width, 28);
    }

    // A pane that is taken lights all up to it.
    private static IEnumerable<Hand> Hands(Area area) => Enumerable.Range(0, 11).Select(tenths => new Hand(
        Pane(area, tenths - 1).Widened(PaneGap / 2),
        "tolerant",
        tenths == 10 ? "1" : tenths == 0 ? "0" : Invariant($"0.{tenths}"),
        tenths == 10 ? "Let every site keep a copy elsewhere" : tenths == 0 ? "Let no site keep a copy elsewhere" : Prose($"Let {10 * tenths} % of the sites keep a copy elsewhere"))
    {
        Key = tenths == 10 ? null : (char)('0' + tenths),
    });

    // The named sites first, then the others row by row.
    private static List<(int Column, int Row)> Places(int[][] names, int columns, int rows)
    {
        List<(int Column, int Row)> named = [.. names.SelectMany((places, row) => places.Select(column => (column, NameRows * row)))];
        HashSet<(int, int)> taken = [.. from place in named from column in Enumerable.Range(place.Column, NameColumns) from row in Enumerable.Range(place.Row, NameRows) select (column, row)];
        return [.. named, .. from row in Enumerable.Range(0, rows) from column in Enumerable.Range(0, columns) where !taken.Contains((column, row)) select (column, row)];
    }
}
