using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Simulation.Outage;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Outage;

/// <summary>What is told of a day: its turning points, how fast the film passes between them, and the words at each.</summary>
internal sealed class DayStory
{
    private const double Before = 1;
    private const double AfterTheEnd = 2;
    private const double SoonAfter = 10;
    private const double SoonAfterCollapse = 0.5; // seconds of film
    private const double Least = 1.6;
    private const double ReadingSeconds = 1.7;

    // Less would read as "0 %", and more than all but that as "100 %".
    private const double HalfAPercent = 0.005;
    private const double HalfAMinute = 0.5;

    private readonly OutageTrace trace;
    private readonly double? trouble;

    public DayStory(OutageTrace trace)
    {
        this.trace = trace;
        var index = trace.Events.Where(happened => happened.Fleet == OutageFleet.Index).ToArray();
        double? firstOf(OutageEventKind kind) => index.Where(happened => happened.Kind == kind).Select(happened => (double?)happened.Minute).FirstOrDefault();
        Removed = index.Where(happened => happened.Kind == OutageEventKind.ServersRemoved).Select(happened => (double?)happened.Minute).LastOrDefault();
        Taken = index.Where(happened => happened.Kind == OutageEventKind.ServersRemoved).Sum(happened => happened.Servers) / trace.Options.Servers;
        Overload = firstOf(OutageEventKind.OverloadBegan);
        Collapse = firstOf(OutageEventKind.Collapsed);
        Decision = firstOf(OutageEventKind.RestartDecided);
        Returned = Collapse is null ? firstOf(OutageEventKind.ServersReturned) : null;
        Told = trace.Answers.Where(answer => answer.CanDashboardTell && IsTrouble(answer)).Select(answer => (double?)answer.Minute).FirstOrDefault();
        trouble = trace.Answers.Where(IsTrouble).Select(answer => (double?)answer.Minute).FirstOrDefault();
        Sites = [.. trace.Minutes.Concat(trouble is { } first ? [trace.Minutes.Last(minute => minute.Minute <= first) with { Minute = first }] : []).OrderBy(minute => minute.Minute)];
        var day = trace.Milestones;
        Reading = Positive(day.GetFirstMinutes);
        ReadingNormal = Positive(day.GetFullMinutes);
        WritingNormal = Positive(day.PutFullMinutes);
        SitesNormal = Positive(day.DependantsMinutes);
        Time = new StoryTime(OutageClock.Short, 0.25, [.. Knots()]);
        Captions = [.. Spaced(Tellings())];
    }

    /// <summary>When the tool takes the last server; null where it takes none. All times in minutes after the command.</summary>
    public double? Removed { get; }

    /// <summary>The share of the servers that the tool takes.</summary>
    public double Taken { get; }

    /// <summary>When the demand first exceeds what is left; null where it never does.</summary>
    public double? Overload { get; }

    /// <summary>When the index is down; null where it never is.</summary>
    public double? Collapse { get; }

    /// <summary>When people decide to restart it; null where they need not.</summary>
    public double? Decision { get; }

    /// <summary>When the servers are put back into a fleet that still runs; null where they are not.</summary>
    public double? Returned { get; }

    /// <summary>When the status page begins to tell of trouble; null where it never does.</summary>
    public double? Told { get; }

    /// <summary>When reading begins again after it stopped; null where it never stopped.</summary>
    public double? Reading { get; }

    /// <summary>When reading is normal again; null where it always is.</summary>
    public double? ReadingNormal { get; }

    /// <summary>When writing is normal again; null where it always is.</summary>
    public double? WritingNormal { get; }

    /// <summary>When nine in ten of the sites are well again; null where they always are.</summary>
    public double? SitesNormal { get; }

    /// <summary>The share of the sites that are well, minute by minute; the last of them before anything fails is right before it does.</summary>
    public IReadOnlyList<OutageMinute> Sites { get; }

    /// <summary>The film's time.</summary>
    public StoryTime Time { get; }

    /// <summary>What is said.</summary>
    public IReadOnlyList<Caption> Captions { get; }

    /// <summary>The film's most telling moment: everything is down, and the status page does not know.</summary>
    public double StillAt => Collapse is { } collapse
        ? Math.Min(Time.Duration, Time.Film(collapse) + SoonAfterCollapse)
        : Time.Film(Removed is { } removed ? removed + 1 : 1);

    /// <summary>Whether some requests fail.</summary>
    /// <param name="answer">How S3 answers.</param>
    public static bool IsTrouble(OutageAnswer answer) => answer.GetSuccess < 1 || answer.PutSuccess < 1;

    /// <summary>A level that follows how S3 answers, as it is drawn.</summary>
    /// <param name="value">The level; from 0 to 1.</param>
    public IReadOnlyList<Sample> Samples(Func<OutageAnswer, double> value)
    {
        // Long before a change the level is what it was; right before it, too.
        const double RightBefore = 0.02;
        List<Sample> samples = [];
        foreach (var answer in trace.Answers.Where(answer => answer.Minute <= Time.End))
        {
            double film = samples.Count == 0 ? 0 : Time.Film(answer.Minute);
            if (samples.Count > 0 && film - samples[^1].At > RightBefore)
            {
                samples.Add(new(film - (RightBefore / 2), samples[^1].Value));
            }

            samples.Add(new(film, value(answer)));
        }

        return samples;
    }

    private static double? Positive(double minutes) => minutes > 0 && double.IsFinite(minutes) ? minutes : null;

    // Turning points with the film's seconds between them: minutes of a collapse take longer than hours of a restart.
    private IEnumerable<(double Story, double Film)> Knots()
    {
        double slowUntil = Collapse ?? Returned ?? WritingNormal ?? Removed ?? 0;
        double?[] points = [0, Removed, Collapse, Decision, Returned, Told, Reading, ReadingNormal, WritingNormal, SitesNormal];
        double[] turning = [.. points.OfType<double>().Distinct().Order()];
        double film = Least;
        yield return (-Before, 0);
        yield return (0, film);
        for (int n = 1; n < turning.Length; n++)
        {
            double minutes = turning[n] - turning[n - 1];
            film += turning[n] <= slowUntil ? Math.Min(6, Least + (1.9 * Math.Sqrt(minutes))) : Math.Min(4, Least + (0.13 * Math.Sqrt(minutes)));
            yield return (turning[n], film);
        }

        // What a day is like on which nothing happens takes a while to see.
        bool isUneventful = turning.Length == 1;
        double rest = isUneventful ? 10 : Math.Max(1, turning[^1] / 100);
        yield return (turning[^1] + rest, film + (isUneventful ? 3 * AfterTheEnd : AfterTheEnd));
    }

    // Every caption stays long enough to be read.
    private List<Caption> Spaced(IEnumerable<(double Minute, string Headline, string Detail)> told)
    {
        List<Caption> captions = [];
        foreach (var (minute, headline, detail) in told.OrderBy(one => one.Minute))
        {
            double film = captions.Count == 0 ? 0 : Math.Max(Time.Film(minute), captions[^1].At + ReadingSeconds);
            if (film < Time.Duration)
            {
                captions.Add(new(film, headline, detail));
            }
        }

        return captions;
    }

    private IEnumerable<(double Minute, string Headline, string Detail)> Tellings()
    {
        yield return (-Before, "An ordinary Tuesday morning.", "Answers from the storage keep the sites lit.");
        yield return (0, CommandHeadline(), CommandDetail());
        if (Overload is { } overload)
        {
            yield return (overload, "Those that are left carry the load of all.", OverloadDetail());
        }
        else if (Removed is { } removed)
        {
            yield return (removed, "What is left can carry the load.", "No request fails, and no window goes dark.");
        }

        if (Collapse is { } collapse)
        {
            bool isSilent = !trace.AnswerAt(collapse).CanDashboardTell;
            yield return (collapse, "None is left: nothing can be read or written.", isSilent ? "The status page says that S3 is normal." : "");
        }

        if (Decision is { } decision)
        {
            yield return (decision, "Both fleets restart, and everything is checked.", RestartDetail());
        }

        if (Returned is { } returned)
        {
            yield return (returned, "An alarm rang, and people put the servers back.", Prose($"They were back {Duration(returned)} after the command."));
        }

        if (Told is { } told)
        {
            bool isAtOnce = told - trouble < HalfAMinute;
            string console = Collapse is null || told < Collapse ? ""
                : trace.Options.DashboardRegions > 1 ? "Its own console could move to another region."
                : "Its own console needed the storage that was gone.";
            yield return (told, isAtOnce ? "The status page says at once that requests fail." : Prose($"{Duration(told)} after the command the status page admits it."), console);
        }

        if (Reading is { } reading)
        {
            yield return (reading, "Enough of the index is checked: reading begins.", IsWritingGradual ? "Writing comes back slowly, with placement, which asks the index." : "Writing waits for placement, which asks the index.");
        }

        if (ReadingNormal is { } readingNormal && readingNormal > Reading + SoonAfter && WritingNormal > readingNormal + SoonAfter)
        {
            yield return (readingNormal, "All of the index is checked: reading is normal.", WritingSoFar(readingNormal));
        }

        if (WritingNormal is { } normal && normal != Returned)
        {
            yield return (normal, "All writing works again: the storage is back.", SitesNormal > normal ? "At the sites, what had to wait is done first." : "");
        }

        if (SitesNormal is { } sites && sites > WritingNormal)
        {
            yield return (sites, "Nine in ten of the sites are well.", Prose($"It is {Duration(sites)} since the command."));
        }
    }

    private string CommandHeadline() => Taken == 0
        ? trace.Options.Removed > 0 ? "The tool refuses to take a server away." : "The command takes no server away."
        : trace.Options.Removed > 1 - trace.Options.Guard
        ? Prose($"The tool takes {Taken:P0} of the servers, and no more.")
        : Removed > 2
        ? Prose($"A command takes {Taken:P0} of the servers, bit by bit.")
        : Prose($"One command takes {Taken:P0} of the servers away.");

    private string CommandDetail() => Taken == 0 ? "" : Overload is null ? "The two fleets can spare them." : "It is more than the two fleets can spare.";

    private string OverloadDetail()
    {
        bool giveWay = trace.Events.Any(happened => happened.Kind == OutageEventKind.ServerGaveWay);
        return trace.Options.Shedding != LoadShedding.None
            ? Collapse is null ? "The excess is refused at the door; a few refusals are enough to darken a site." : "They refuse what is too much, until nobody is left to refuse."
            : giveWay ? "They give way, one after the other."
            : "It is too much for them.";
    }

    // Whether some writing works before all of it does.
    private bool IsWritingGradual => trace.Answers.Any(answer => answer.Minute > Reading && answer.Minute < WritingNormal && answer.PutSuccess is > 0 and < 1);

    private string WritingSoFar(double minute)
    {
        double writes = trace.AnswerAt(minute).PutSuccess;
        return writes is < HalfAPercent or > 1 - HalfAPercent ? "Placement is still at it." : Prose($"By now {writes:P0} of the writes succeed; placement is still at it.");
    }

    private string RestartDetail()
    {
        var options = trace.Options;
        int together = Math.Min(options.Cells, options.RestartParallelism);
        return options.Cells == 1 ? "Part by part; nobody may read meanwhile."
            : together == options.Cells ? Prose($"In {options.Cells} cells, all of them side by side.")
            : Prose($"In {options.Cells} cells, {together} of them side by side.");
    }
}
