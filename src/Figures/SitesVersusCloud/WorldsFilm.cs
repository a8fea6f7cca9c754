using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.SitesVersusCloud;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.SitesVersusCloud;

/// <summary>
/// The years of two worlds as a film: the calm runs by, time is slow in the outages that are told and short in the others, and
/// every picture is what the trace says of its moment.
/// </summary>
internal sealed class WorldsFilm
{
    private const double Seconds = 19;
    private const double RestSeconds = 3.5;
    private const double ToldOutage = 2.4;
    private const double OtherOutage = 0.3;
    private const double OtherOutages = 5;
    private const double LeastCalm = 6;

    // Fewer than three large flashes a second: more of them can be dangerous to look at.
    private const double ShortestOutage = 0.18;
    private const double ShortestCalm = 0.18;

    // Around what is told there is time to read what is said before and after it.
    private const double CalmAtFirst = 2.2;
    private const double CalmAroundTold = 1.4;
    private const double PageSeconds = 0.18;
    private const double Moment = 1e-5; // in years

    // All dark lights of all pictures; beyond that the scene grows too large, and fewer sites are shown.
    private const int MostSpots = 10_000;

    private readonly SitesVersusCloudOptions options;

    public WorldsFilm(WorldsTrace trace, SitesVersusCloudOptions options)
    {
        this.options = options;
        double end = options.Years - (3 * Moment);
        var walk = new WorldWalk(trace.Cloud, trace.Sites);
        CloudOutage[] outages =
        [
            .. from outage in trace.Cloud.Outages
               let begins = outage.Begins / TimeUnits.HoursPerYear
               where begins < end - Moment
               select new CloudOutage(begins, Math.Min(outage.Ends / TimeUnits.HoursPerYear, end), walk.DownAt(begins)),
        ];
        Outages = outages;
        (First, Longest, Worst) = Notable(outages, options);
        int told = outages.Count(IsTold);
        double otherSeconds = Math.Clamp(OtherOutages / Math.Max(1, outages.Length - told), ShortestOutage, OtherOutage);
        double outageSeconds = (told * ToldOutage) + ((outages.Length - told) * otherSeconds);
        double speed = (options.Years - outages.Sum(outage => outage.Years)) / Math.Max(LeastCalm, Seconds - outageSeconds);
        Time = TimeOf(outages, otherSeconds, speed, end);
        double[] own = [.. Moments(slow: true)];
        double[] cloud = [.. Moments(slow: false).Concat(outages.SelectMany(outage => new[] { outage.Begins, outage.Ends })).Order().Distinct()];
        WorldPictures pictures(WorldTrace world, double[] moments, int lights) => new(world, Time, moments, options.Years, lights);
        Counted = trace.Sites;
        (AllOwn, AllCloud) = (pictures(trace.Own, own, Counted), pictures(trace.Cloud, cloud, Counted));
        long spots = AllOwn.Pages.Concat(AllCloud.Pages).Sum(page => (long)page.Down.Count);
        long room = (long)Counted * MostSpots / Math.Max(1, spots);
        Lights = (int)Math.Clamp(room, 1, Math.Min(Counted, TwoWorldsScene.MostLights));
        (Own, Cloud) = Lights == Counted ? (AllOwn, AllCloud) : (pictures(trace.Own, own, Lights), pictures(trace.Cloud, cloud, Lights));
    }

    /// <summary>Years of the story as seconds of film.</summary>
    public StoryTime Time { get; }

    /// <summary>How many of the sites are shown: the first ones.</summary>
    public int Lights { get; }

    /// <summary>How many of the sites are counted: all that the trace tells of.</summary>
    public int Counted { get; }

    /// <summary>The outages of the cloud; years from the start.</summary>
    public IReadOnlyList<CloudOutage> Outages { get; }

    /// <summary>The first outage that takes a site; null where none does.</summary>
    public CloudOutage? First { get; }

    /// <summary>The longest of the outages that take a site; of all where none is to touch any.</summary>
    public CloudOutage? Longest { get; }

    /// <summary>The outage that finds most sites down; null where none takes any.</summary>
    public CloudOutage? Worst { get; }

    /// <summary>The sites on servers of their own that are shown.</summary>
    public WorldPictures Own { get; }

    /// <summary>The sites on the cloud that are shown.</summary>
    public WorldPictures Cloud { get; }

    /// <summary>All sites that are counted, on servers of their own, at the same moments.</summary>
    public WorldPictures AllOwn { get; }

    /// <summary>All sites that are counted, on the cloud, at the same moments.</summary>
    public WorldPictures AllCloud { get; }

    /// <summary>When the last year is over; seconds of film.</summary>
    public double Ends => Time.Duration - RestSeconds;

    /// <summary>Whether the film slows down for an outage and tells of it.</summary>
    /// <param name="outage">The outage.</param>
    public bool IsTold(CloudOutage outage) => outage == First || outage == Longest || outage == Worst;

    private static (CloudOutage? First, CloudOutage? Longest, CloudOutage? Worst) Notable(CloudOutage[] outages, SitesVersusCloudOptions options)
    {
        static CloudOutage? most(IReadOnlyCollection<CloudOutage> some, Func<CloudOutage, double> amount) => some.Count == 0 ? null : some.MaxBy(amount);
        if (options.OutageShare == 0)
        {
            return (null, most(outages, outage => outage.Years), null);
        }

        CloudOutage[] dark = [.. outages.Where(outage => outage.Down > 0)];
        return (dark.Length == 0 ? null : dark[0], most(dark, outage => outage.Years), most(dark, outage => outage.Down));
    }

    private StoryTime TimeOf(CloudOutage[] outages, double otherSeconds, double speed, double end)
    {
        List<(double Story, double Film)> knots = [(0, 0)];
        void Go(double story, double seconds)
        {
            if (story > knots[^1].Story && seconds > 0)
            {
                knots.Add((story, knots[^1].Film + seconds));
            }
        }

        // Until when something is said that is to be read.
        double free = CalmAtFirst;
        foreach (var outage in outages)
        {
            bool isTold = IsTold(outage);
            double calm = Math.Max(ShortestCalm, (outage.Begins - knots[^1].Story) / speed);
            Go(outage.Begins, isTold ? Math.Max(calm, free - knots[^1].Film) : calm);
            Go(outage.Ends, isTold ? ToldOutage : otherSeconds);
            free = isTold ? knots[^1].Film + CalmAroundTold : free;
        }

        Go(options.Years - Moment, Math.Max((end - knots[^1].Story) / speed, free - knots[^1].Film));
        Go(options.Years, RestSeconds);
        return new StoryTime(year => Prose($"year {Math.Min((int)year, (int)Math.Ceiling(options.Years) - 1) + 1}"), 1.0 / TimeUnits.DaysPerYear, [.. knots]);
    }

    private IEnumerable<double> Moments(bool slow)
    {
        for (double film = 0; film < Ends; film += PageSeconds)
        {
            double story = Time.Story(film);
            if (slow || !Outages.Any(outage => story > outage.Begins && story < outage.Ends))
            {
                yield return story;
            }
        }

        yield return options.Years - Moment;
    }
}

/// <summary>An outage of the cloud.</summary>
/// <param name="Begins">When it begins; years from the start.</param>
/// <param name="Ends">When it ends; years from the start, no later than the film.</param>
/// <param name="Down">The sites that are down while it lasts, whoever is to blame.</param>
internal readonly record struct CloudOutage(double Begins, double Ends, int Down)
{
    /// <summary>How long it lasts.</summary>
    public double Years => Ends - Begins;
}

/// <summary>One picture of a world.</summary>
/// <param name="At">From when on it is seen; seconds of film.</param>
/// <param name="Years">Its moment in the story; years from the start.</param>
/// <param name="Down">The sites that are down then, in order.</param>
/// <param name="HoursDown">The hours that a site has been down by then, on average.</param>
internal sealed record WorldPage(double At, double Years, IReadOnlyList<int> Down, double HoursDown);

/// <summary>All pictures of a world, with the first sites or all of them.</summary>
internal sealed class WorldPictures
{
    /// <param name="trace">What happens.</param>
    /// <param name="time">The film's time.</param>
    /// <param name="moments">The moments of the pictures; years from the start, rising.</param>
    /// <param name="years">How long the story is.</param>
    /// <param name="lights">How many sites they have, from the first on.</param>
    public WorldPictures(WorldTrace trace, StoryTime time, IReadOnlyList<double> moments, double years, int lights)
    {
        var walk = new WorldWalk(trace, lights);
        List<WorldPage> pages = [];
        foreach (double moment in moments)
        {
            walk.DownAt(moment);
            pages.Add(new(time.Film(moment), moment, [.. walk.Down], walk.HoursDown));
        }

        Pages = pages;
        walk.DownAt(years);
        (MostDown, HoursDown) = (walk.MostDown, walk.HoursDown);
    }

    /// <summary>The pictures in the order of time.</summary>
    public IReadOnlyList<WorldPage> Pages { get; }

    /// <summary>The most sites that are ever down at once.</summary>
    public int MostDown { get; }

    /// <summary>How long a site is down in all, on average; hours.</summary>
    public double HoursDown { get; }
}
