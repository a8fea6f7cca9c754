using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.SharedLink;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.SharedLink;

/// <summary>The line that a crawler joins: a pipe with a stripe for each page on its way, and what one person sees of it.</summary>
public static class LineScene
{
    private const double SecondsBetweenCounts = 0.2;
    private const double HardlyLonger = 1.05;
    private const double TenTimes = 9.995; // as it reads with two decimals

    private static readonly TextStyle OnTheLine = new(12, Paint.Ink, Weight: 600);

    /// <summary>The scene.</summary>
    /// <param name="result">The simulated link.</param>
    /// <param name="options">The options it was run with; people have to ask for pages both before the crawler joins and after.</param>
    /// <param name="quiet">The same link without a crawler, to tell how much longer people wait on average; null tells nothing of it.</param>
    /// <exception cref="ArgumentException">Nobody asks for a page before or after.</exception>
    public static Scene Of(SharedLinkResult result, SharedLinkOptions options, SharedLinkResult? quiet = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        var story = LineStory.Of(result, options, quiet);
        bool areTooMany = AreTooMany(story);
        var captions = Captions(story, options, areTooMany, quiet is null ? null : result.PageTime.Mean / quiet.PageTime.Mean);
        return new Scene
        {
            Name = "line",
            Title = options.CrawlerConnections == 0 ? "A line without a crawler" : "A page without the crawler, and one with it",
            Finding = Finding(story, options, areTooMany),
            Time = story.Time,
            Captions = captions,
            StillAt = story.Time.Film(story.After.Since + (0.7 * story.After.Seconds)),
            Draw = size => Draw(size, story, options, captions),
        };
    }

    /// <summary>A number of seconds with three digits that mean something, below a tenth as well.</summary>
    /// <param name="seconds">At least 0.</param>
    public static string Seconds(double seconds) => seconds < 0.0995 ? Prose($"{seconds:0.####}") : Amount(seconds);

    private static LinkSharing HalfWay(LineStory story) => story.At((story.After.Since + story.After.Until) / 2);

    // On one of the stages at least.
    private static bool AreTooMany(LineStory story) => Enum.GetValues<SceneSize>().Any(size => !Strip(size, story).TellsAllApart());

    private static string Finding(LineStory story, SharedLinkOptions options, bool areTooMany)
    {
        string crawler = options.CrawlerConnections switch
        {
            0 => "later, with no crawler on the line",
            1 => "after the crawler has joined with one connection",
            var count => $"after the crawler has joined with {count} connections",
        };
        return Prose($"A page of {Kilobytes(story.Before):F0} kB takes {Seconds(story.Before.Seconds)} s; one of {Kilobytes(story.After):F0} kB, {Seconds(story.After.Seconds)} s {crawler}.{(areTooMany ? " At times the stripes are too many to draw one by one." : "")} One simulated run. {HowTheFilmRuns(story)}");
    }

    private static string HowTheFilmRuns(LineStory story)
    {
        string pace = story.Pace switch
        {
            > 1.05 => Prose($"slowed {story.Pace:0.#} times"),
            < 0.95 => Prose($"sped up {1 / story.Pace:0.#} times"),
            _ => "as fast as the line",
        };
        bool isHurried = story.SlowSpans().Count() < story.Time.Knots.Count - 1;
        return $"The film is {pace}{(isHurried ? "; the middle passes quickly" : "")}.";
    }

    private static double Kilobytes(LinkTransfer page) => page.Megabits * 1000 / 8;

    private static string Longer(double times) =>
        times < HardlyLonger ? "hardly longer than" : Prose($"{(times < TenTimes ? Prose($"{times:F2}") : Amount(times))} times as long as");

    // How many times as long people wait on average is null where it is not known.
    private static List<Caption> Captions(LineStory story, SharedLinkOptions options, bool areTooMany, double? longer)
    {
        var time = story.Time;
        double slower = story.After.Seconds / story.Before.Seconds;
        string rest = options.CrawlerPause > 0 ? Prose($" and then rests for {options.CrawlerPause:0.#} s") : "";
        var during = HalfWay(story);
        List<Caption> captions =
        [
            new(0, "People fetch pages, and share the line.", "Each stripe is a page on its way. All get equal parts."),
            new(time.Film(story.Before.Since), Prose($"One person’s page: {LineStory.Seconds(story.Before.Seconds)} seconds."), "It comes in twelve pieces of the same size."),
        ];
        if (options.CrawlerConnections == 0)
        {
            captions.Add(new(time.Film(story.Start), "Nobody else joins.", "The line is there for people alone."));
            captions.Add(new(time.Film(story.After.Since), Prose($"Another page, later: {LineStory.Seconds(story.After.Seconds)} seconds."), slower is > 1 / HardlyLonger and < HardlyLonger ? "Nothing has changed." : "Some are luckier than others, without any crawler."));
            return captions;
        }

        captions.Add(options.CrawlerConnections == 1
            ? new(time.Film(story.Start), "The crawler joins.", $"Its one connection gets as much as one person’s page{rest}.")
            : new(time.Film(story.Start), $"The crawler joins, with {options.CrawlerConnections} connections at once.", areTooMany ? "Each gets as much as a person’s page. At times they are too many to draw one by one." : $"Each of them gets as much as one person’s page{rest}."));
        if (story.HurryAfterStart is { } hurry)
        {
            captions.Add(new(time.Film(hurry), "Some seconds pass.", slower >= 1.2 ? "Pages that come more slowly stay longer, so that more are on the line." : ""));
        }

        captions.Add(new(
            time.Film(story.After.Since),
            (story.AreAlike ? "A page like the first one." : "Another page, later.") + (slower >= 2 ? " Now it crawls." : ""),
            $"Half-way it {Company(during.People - 1, during.Crawler)}."));
        captions.Add(new(
            time.Film(story.After.Until),
            slower >= HardlyLonger ? Prose($"{LineStory.Seconds(story.After.Seconds)} seconds: {slower:0.#} times as long.") : Prose($"{LineStory.Seconds(story.After.Seconds)} seconds: about as long as the first."),
            longer is { } times ? $"On average, people wait {Longer(times)} without the crawler." : ""));
        return captions;
    }

    private static SceneFrame Frame(SceneSize size) => new(size, size == SceneSize.Wide ? 446 : 692);

    private static Area Pipe(SceneSize size)
    {
        var area = Frame(size).Content;
        return size == SceneSize.Wide ? new(area.X, area.Y + 10, 580, 236) : new(area.X, area.Y + 46, area.Width, 240);
    }

    private static PipeStrip Strip(SceneSize size, LineStory story) => new(story, Pipe(size), isDownwards: size == SceneSize.Narrow);

    private static string Pages(int count) => Count(count, "page");

    private static string Company(int others, int crawler) => (others, crawler) switch
    {
        (0, 0) => "has the line to itself",
        (0, _) => $"shares only with {Pages(crawler)} of the crawler’s",
        (_, 0) => $"shares only with {Pages(others)} of other people’s",
        _ => $"shares with {Pages(others)} of other people’s and {crawler} of the crawler’s",
    };

    private static Stage Draw(SceneSize size, LineStory story, SharedLinkOptions options, IReadOnlyList<Caption> captions)
    {
        bool isWide = size == SceneSize.Wide;
        var frame = Frame(size);
        var area = frame.Content;
        var pipe = Pipe(size);
        var windows = isWide ? new Area(pipe.Right + 28, pipe.Y + 24, 112, 116) : new Area(area.X, pipe.Bottom + 34, 112, 116);
        var strip = Strip(size, story);
        bool hasCrawler = options.CrawlerConnections > 0;
        var first = new LoadingPage(windows, story, story.Before);
        var second = new LoadingPage(windows with { X = windows.X + 126 }, story, story.After);
        var word = isWide ? new Area(pipe.Right - 124, pipe.Bottom + 46, 96, 0) : new Area(area.X, area.Bottom - 34, 0, 0);
        var settings = Settings(options, isWide ? new(word.Right, word.Y - 17, area.Right - word.Right, 26) : new(area.X, area.Bottom - 26, area.Width, 26));
        return frame.Around(story.Time, captions,
        [
            new Box(pipe, Paint.Raised),
            strip.Content(),
            .. Walls(pipe, isWide),
            .. Hose(pipe, first, isWide),
            .. Hose(pipe, second, isWide),
            .. first.Parts(hasCrawler ? "before the crawler" : "one page"),
            .. second.Parts(hasCrawler ? "with the crawler" : "another, later"),
            .. hasCrawler ? Crawler(story, options, isWide ? new(windows.X, pipe.Bottom - 46, 238, 46) : new(area.Right - 110, windows.Y, 110, 84), isWide) : [],
            .. Counts(story, isWide ? new(area.X, pipe.Bottom + 46, 400, 0) : new(area.X, area.Y + 14, area.Width, 0)),
            .. Ends(pipe, strip, isWide),
            new Word(word.X, word.Y, "Connections", TextStyles.Small),
            .. settings.Parts,
        ]) with
        {
            Hands = [.. settings.Hands],
        };
    }

    private static IEnumerable<Part> Walls(Area pipe, bool isWide)
    {
        yield return isWide
            ? new Line(Invariant($"M{pipe.X} {pipe.Y}H{pipe.Right}M{pipe.X} {pipe.Bottom}H{pipe.Right}"), Paint.Ink, 3)
            : new Line(Invariant($"M{pipe.X} {pipe.Y}V{pipe.Bottom}M{pipe.Right} {pipe.Y}V{pipe.Bottom}"), Paint.Ink, 3);
    }

    // What the pipe holds comes later, the further from its end the later.
    private static IEnumerable<Part> Ends(Area pipe, PipeStrip strip, bool isWide)
    {
        string far = Prose($"arrives in {strip.Ahead:G2} s {(isWide ? "→" : "↓")}");
        return
        [
            new Word(pipe.X, isWide ? pipe.Bottom + 18 : pipe.Y - 8, far, TextStyles.Small),
            new Word(pipe.Right, pipe.Bottom + 18, "arrives now, and is counted", TextStyles.Small) { Anchor = Anchor.End },
        ];
    }

    // From the end of the pipe into the window, while its page comes.
    private static IEnumerable<Part> Hose(Area pipe, LoadingPage page, bool isWide)
    {
        string path = isWide
            ? Invariant($"M{pipe.Right} {pipe.Y + 6}H{page.Area.CentreX}V{page.Area.Y}")
            : Invariant($"M{pipe.X + 6} {pipe.Bottom}V{pipe.Bottom + 14}H{page.Area.CentreX}V{page.Area.Y}");
        yield return new Shown(story(page.Page.Since), story(page.Page.Until), [new Line(path, Paint.Answer, 5)]);

        double story(double second) => page.Story.Time.Film(second);
    }

    // Who takes the other end of the crawler's stripes, and how many pages it has taken.
    private static IEnumerable<Part> Crawler(LineStory story, SharedLinkOptions options, Area area, bool isWide)
    {
        double[] fetched = [.. story.Trace.Transfers.Where(transfer => !transfer.IsPerson).Select(transfer => transfer.Until)];
        string connections = Count(options.CrawlerConnections, "connection");
        double line = isWide ? 18 : 20;
        List<Part> parts =
        [
            new Box(area, Paint.Raised, Paint.Write, Radius: 4),
            new Word(area.X + 10, area.Y + line + 1, "The crawler", TextStyles.Heading with { Ink = Paint.Write }),
            isWide ? new Word(area.Right - 10, area.Y + line + 1, connections, TextStyles.Small) { Anchor = Anchor.End } : new Word(area.X + 10, area.Y + (2 * line), connections, TextStyles.Small),
            new Reading(area.X + 10, area.Y + (isWide ? 2 * line : 3 * line), TextStyles.Small, Telling.Over(story.Time, SecondsBetweenCounts, second => Pages(fetched.Count(until => until <= second)))),
        ];
        yield return new Shown(story.Time.Film(story.Start), double.PositiveInfinity, parts);
    }

    // How many pages of whom are on the line, beside the colour of each.
    private static IEnumerable<Part> Counts(LineStory story, Area area)
    {
        (string Name, Paint Paint, Func<double, int> Pages)[] all =
        [
            ("one person", Paint.Lit, second => IsOnTheLine(story, second) ? 1 : 0),
            ("others", Paint.Read, second => story.At(second).People - (IsOnTheLine(story, second) ? 1 : 0)),
            ("the crawler", Paint.Write, second => story.At(second).Crawler),
        ];
        for (int n = 0; n < all.Length; n++)
        {
            double x = area.X + (n * area.Width / all.Length);
            var (name, paint, pages) = all[n];
            yield return new Box(new(x, area.Y - 11, 12, 12), paint, paint == Paint.Lit ? Paint.NameOnLit : Paint.None);
            yield return new Reading(x + 18, area.Y, OnTheLine, Telling.Over(story.Time, SecondsBetweenCounts, second => Prose($"{name}: {pages(second)}")));
        }
    }

    private static bool IsOnTheLine(LineStory story, double second) =>
        new[] { story.Before, story.After }.Any(page => second >= page.Since && second < page.Until);

    private static ChoiceRow Settings(SharedLinkOptions options, Area area)
    {
        // The last of the usual settings gives its place to another that is set, and no place ever moves.
        const int Most = 50;
        int[] usual = [0, 1, 10, Most];
        int present = options.CrawlerConnections;
        int[] counts = usual.Contains(present) ? usual : [.. usual[..^1], present];
        return new(area, "connections", Invariant($"{present}"),
        [
            .. from count in counts
               select new Choice(
                   Invariant($"{count}"),
                   count == 0 ? "none" : Prose($"{count}"),
                   count == 0 ? "Send the crawler away" : count == 1 ? "One connection" : $"{count} connections",
                   count == 0 ? 'x' : null),
            present < Most
                ? new Choice(Invariant($"{present + 1}"), "+1", "Add a connection", '+')
                : new Choice(Invariant($"{present - 1}"), "−1", "Take a connection away"),
        ]);
    }
}
