using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.SharedLink;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.SharedLink;

/// <summary>
/// Which seconds of a run the scene of the line tells: a page before the crawler joins, the crawler joining, and a page of
/// the same size some time after, as much slower as pages then are on average. Both run in the same slow motion, with
/// what lies between them hurried through.
/// </summary>
internal sealed class LineStory
{
    // Among so many pages two typical ones are found.
    private const double Candidates = 180;

    // The number of transfers settles within some times of a page, or within so many pages.
    private const double PageTimesToSettle = 8;
    private const double PagesToSettle = 150;

    private const double FilmOfFirstPage = 1;
    private const double MostFilmOfSecondPage = 9;
    private const double FilmBeforePage = 1;
    private const double HurriedSeconds = 1.6;

    // Two pages of the same size are chosen, to within so much. What is told most is how many times as long the second takes;
    // the size and the time of the first may differ somewhat from the usual ones.
    private const double SameSize = 0.04;
    private const double WeightOfTime = 1.5;
    private const double WeightOfTimes = 20;

    private LineStory(SharedLinkResult result, SharedLinkOptions options, double alone)
    {
        Start = TimeUnits.SecondsPerMinute * options.CrawlerStart;
        double crowded = ProcessorSharing.MeanTime(options.PageSeconds, options.PeopleLoad, options.CrawlerConnections);
        double settled = Start + Math.Min(PageTimesToSettle * crowded, PagesToSettle / options.ArrivalRate);
        double span = Candidates / options.ArrivalRate;
        Trace = SharedLinkSimulation.Trace(options, Start - span, settled + span + (PageTimesToSettle * crowded));
        (Before, After) = Typical(
            PeoplesPages(page => page.Until < Start),
            PeoplesPages(page => page.Since >= settled && page.Since < settled + span),
            options.PageKilobytes * 8 / 1000,
            alone,
            result.PageTime.Mean / alone);
        Pace = Math.Min(FilmOfFirstPage / Before.Seconds, MostFilmOfSecondPage / After.Seconds);
        Time = new StoryTime(Words, 0.05 / Pace, [.. Knots()]);
    }

    /// <summary>When the crawler joins; seconds from the beginning of the run.</summary>
    public double Start { get; }

    /// <summary>What happened in these seconds.</summary>
    public LinkTrace Trace { get; }

    /// <summary>A person's page before the crawler joins.</summary>
    public LinkTransfer Before { get; }

    /// <summary>Another's some time after.</summary>
    public LinkTransfer After { get; }

    /// <summary>Whether the two pages are of the same size, as far as one can see.</summary>
    public bool AreAlike => Distance(After.Megabits, Before.Megabits) <= SameSize;

    /// <summary>The slow motion: seconds of film for a second on the link.</summary>
    public double Pace { get; }

    /// <summary>How the link's time runs in the film; seconds from the beginning of the run.</summary>
    public StoryTime Time { get; }

    /// <summary>When the time after the crawler's joining begins that is hurried through; null where nothing lies between.</summary>
    public double? HurryAfterStart => AfterStart < After.Since - (FilmBeforePage / Pace) ? AfterStart : null;

    private double AfterStart => Start + (2.6 / Pace);

    /// <summary>Chooses the story of a link.</summary>
    /// <param name="result">The simulated link.</param>
    /// <param name="options">The options it was run with; people have to ask for pages both before the crawler joins and after.</param>
    /// <param name="quiet">The same link without a crawler; null for theory.</param>
    /// <exception cref="ArgumentException">Nobody asks for a page before or after.</exception>
    public static LineStory Of(SharedLinkResult result, SharedLinkOptions options, SharedLinkResult? quiet = null) =>
        new(result, options, quiet?.PageTime.Mean ?? ProcessorSharing.MeanTime(options.PageSeconds, options.PeopleLoad));

    /// <summary>How the link is shared at a moment.</summary>
    /// <param name="second">The moment; seconds from the beginning of the run.</param>
    public LinkSharing At(double second) => Trace.Sharing.LastOrDefault(sharing => sharing.Second <= second);

    /// <summary>The spans of time that are told in slow motion; seconds from the beginning of the run.</summary>
    public IEnumerable<(double From, double Until)> SlowSpans() =>
        from pair in Time.Knots.Zip(Time.Knots.Skip(1))
        let pace = (pair.Second.Film - pair.First.Film) / (pair.Second.Story - pair.First.Story)
        where pace > Pace / 2
        select (pair.First.Story, pair.Second.Story);

    /// <summary>A number of seconds, to a hundredth below ten and to a tenth from there on.</summary>
    /// <param name="seconds">Any number.</param>
    public static string Seconds(double seconds) => Math.Abs(seconds) >= 9.995 ? Prose($"{seconds:0.0}") : Prose($"{seconds:0.00}");

    private string Words(double second)
    {
        double seconds = second - Time.Start;
        return Pace < 20 ? Prose($"{seconds:0.0} s") : Seconds(seconds) + " s";
    }

    private LinkTransfer[] PeoplesPages(Func<LinkTransfer, bool> isCandidate)
    {
        LinkTransfer[] pages = [.. Trace.Transfers.Where(page => page.IsPerson && isCandidate(page))];
        return pages.Length > 0 ? pages : throw new ArgumentException("People have to ask for pages both before the crawler joins and after.");
    }

    // Of the pages that are alike the two that are nearest to a size and a time, and the second to so many times that of the first;
    // where none are, those that are most alike.
    private static (LinkTransfer Before, LinkTransfer After) Typical(LinkTransfer[] before, LinkTransfer[] after, double megabits, double seconds, double times)
    {
        (LinkTransfer Before, LinkTransfer After)[] pairs = [.. before.SelectMany(first => after.Select(second => (first, second)))];
        var alike = pairs.Where(pair => unlike(pair) <= SameSize).ToArray();
        return alike.Length == 0
            ? pairs.MinBy(unlike)
            : alike.MinBy(pair => Distance(pair.Before.Megabits, megabits)
                + (WeightOfTime * Distance(pair.Before.Seconds, seconds))
                + (WeightOfTimes * Distance(pair.After.Seconds, pair.Before.Seconds * times)));

        static double unlike((LinkTransfer Before, LinkTransfer After) pair) => Distance(pair.After.Megabits, pair.Before.Megabits);
    }

    private static double Distance(double value, double from) => Math.Abs(Math.Log(value / from));

    private IEnumerable<(double Story, double Film)> Knots()
    {
        (double From, double Until)[] slow =
        [
            (Before.Since - (1.6 / Pace), Before.Until + (1.8 / Pace)),
            (Start - (1.6 / Pace), AfterStart),
            (After.Since - (FilmBeforePage / Pace), After.Until + (3 / Pace)),
        ];
        double film = 0;
        double last = slow[0].From;
        yield return (last, film);
        foreach (var (from, until) in slow)
        {
            if (from > last)
            {
                // What lies between is hurried through, if there is enough of it.
                film += Math.Min((from - last) * Pace, HurriedSeconds);
                last = from;
                yield return (last, film);
            }

            if (until > last)
            {
                film += (until - last) * Pace;
                last = until;
                yield return (last, film);
            }
        }
    }
}
