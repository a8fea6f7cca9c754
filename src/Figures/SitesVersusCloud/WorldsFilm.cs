using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.SitesVersusCloud;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.SitesVersusCloud;

/// <summary>
/// The years of two worlds as a film: the calm runs by, time is slow while the cloud is out, and every picture is what the
/// trace says of its moment.
/// </summary>
internal sealed class WorldsFilm
{
    private const double Seconds = 19;
    private const double RestSeconds = 3.5;
    private const double LongestOutage = 0.9;
    private const double AllOutages = 9;

    // Fewer than three large flashes a second: more of them can be dangerous to look at.
    private const double ShortestOutage = 0.18;
    private const double ShortestCalm = 0.18;
    private const double PageSeconds = 0.18;
    private const double Moment = 1e-5; // in years

    // All dark lights of all pictures; beyond that the scene grows too large, and fewer sites are shown.
    private const int MostSpots = 11_000;

    private readonly SitesVersusCloudOptions options;

    public WorldsFilm(WorldsTrace trace, SitesVersusCloudOptions options)
    {
        this.options = options;
        double end = options.Years - (3 * Moment);
        (double Begins, double Ends)[] outages =
        [
            .. from outage in trace.Cloud.Outages
               let begins = outage.Begins / TimeUnits.HoursPerYear
               where begins < end - Moment
               select (begins, Math.Min(outage.Ends / TimeUnits.HoursPerYear, end)),
        ];
        double outageSeconds = Math.Clamp(AllOutages / Math.Max(1, outages.Length), ShortestOutage, LongestOutage);
        double speed = (options.Years - outages.Sum(outage => outage.Ends - outage.Begins)) / (Seconds - Math.Min(AllOutages, outages.Length * outageSeconds));
        Time = TimeOf(outages, outageSeconds, speed, end);
        Outages = outages;
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
    public IReadOnlyList<(double Begins, double Ends)> Outages { get; }

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

    private StoryTime TimeOf((double Begins, double Ends)[] outages, double outageSeconds, double speed, double end)
    {
        List<(double Story, double Film)> knots = [(0, 0)];
        void Go(double story, double seconds)
        {
            if (story > knots[^1].Story && seconds > 0)
            {
                knots.Add((story, knots[^1].Film + seconds));
            }
        }

        foreach (var (begins, ends) in outages)
        {
            Go(begins, Math.Max(ShortestCalm, (begins - knots[^1].Story) / speed));
            Go(ends, outageSeconds);
        }

        Go(options.Years - Moment, (end - knots[^1].Story) / speed);
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

/// <summary>One picture of a world.</summary>
/// <param name="At">From when on it is seen; seconds of film.</param>
/// <param name="Years">Its moment in the story; years from the start.</param>
/// <param name="Down">The sites that are down then, in order.</param>
/// <param name="HoursDown">The hours that a site has been down by then, on average.</param>
internal sealed record WorldPage(double At, double Years, IReadOnlyList<int> Down, double HoursDown);

/// <summary>All pictures of a world, with the first sites or all of them.</summary>
internal sealed class WorldPictures
{
    private readonly WorldTrace trace;
    private readonly bool[] isDown;
    private int down;
    private double passed;
    private double hoursDown;
    private int next;

    /// <param name="trace">What happens.</param>
    /// <param name="time">The film's time.</param>
    /// <param name="moments">The moments of the pictures; years from the start, rising.</param>
    /// <param name="years">How long the story is.</param>
    /// <param name="lights">How many sites they have, from the first on.</param>
    public WorldPictures(WorldTrace trace, StoryTime time, IReadOnlyList<double> moments, double years, int lights)
    {
        this.trace = trace;
        isDown = new bool[lights];
        List<WorldPage> pages = [];
        foreach (double moment in moments)
        {
            LiveUntil(moment * TimeUnits.HoursPerYear);
            pages.Add(new(time.Film(moment), moment, [.. Enumerable.Range(0, lights).Where(site => isDown[site])], hoursDown / lights));
        }

        Pages = pages;
        LiveUntil(years * TimeUnits.HoursPerYear);
        HoursDown = hoursDown / lights;
    }

    /// <summary>The pictures in the order of time.</summary>
    public IReadOnlyList<WorldPage> Pages { get; }

    /// <summary>The most sites that are ever down at once.</summary>
    public int MostDown { get; private set; }

    /// <summary>How long a site is down in all, on average; hours.</summary>
    public double HoursDown { get; }

    private void LiveUntil(double hours)
    {
        while (next < trace.Turns.Count && trace.Turns[next].Hours <= hours)
        {
            var turn = trace.Turns[next++];
            if (turn.Site < isDown.Length && isDown[turn.Site] != turn.IsDown)
            {
                Pass(turn.Hours);
                isDown[turn.Site] = turn.IsDown;
                down += turn.IsDown ? 1 : -1;
                MostDown = Math.Max(MostDown, down);
            }
        }

        Pass(hours);
    }

    private void Pass(double hours)
    {
        hoursDown += down * (hours - passed);
        passed = hours;
    }
}
