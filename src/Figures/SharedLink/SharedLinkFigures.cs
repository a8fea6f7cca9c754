using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.SharedLink;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.SharedLink;

/// <summary>
/// The figures of a link that people share with a crawler.
/// </summary>
public static class SharedLinkFigures
{
    // So full a line takes long to settle, and a run that falls short of theory by so much has not had the time.
    private const double FullLoad = 0.7;
    private const double Settled = 0.9;

    private const string NoTime = "an unknown time, as people load none";

    /// <summary>How long a page takes as the crawler opens more connections, simulated and in theory.</summary>
    /// <param name="options">The link; theory is for a crawler that never rests.</param>
    /// <param name="sweep">Numbers of connections and the links they lead to, in order.</param>
    public static Figure Connections(SharedLinkOptions options, IReadOnlyList<(int Connections, SharedLinkResult Result)> sweep)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(sweep);
        var (most, crowded) = sweep[^1];
        double theory(int connections) => ProcessorSharing.MeanTime(options.PageSeconds, options.PeopleLoad, connections);
        string unsettled = options.PeopleLoad >= FullLoad && crowded.PageTime.Mean < Settled * theory(most)
            ? Prose($" The simulated time stays below it: people alone fill {options.PeopleLoad:P0} of this line, and so full a line does not settle within {Count(options.Minutes, "minute")}.")
            : "";
        return new Figure
        {
            Title = "What each connection of the crawler costs people",
            Finding = Prose($"Without a crawler a page takes {Seconds(sweep[0].Result)}, with {most} connections that never rest {Seconds(crowded)}. In theory, in the long run, it is {Amount(theory(most))} s: each connection adds as much as the whole page took before.{unsettled}"),
            X = new Axis("connections of a crawler that never rests") { Minimum = 0, Maximum = most },
            Y = new Axis("seconds that a page takes people") { Minimum = 0 },
            Series =
            [
                new Series("theory", SeriesShape.Line, ColorRole.Reference, [0, most], [theory(0), theory(most)]) { IsDashed = true, NameAt = most },
                Series.Of("simulated", SeriesShape.Points, ColorRole.Main, sweep, point => point.Connections, point => point.Result.PageTime.Mean) with { NameAt = sweep[sweep.Count / 2].Connections, NameBelow = true },
            ],
            Marks = options.CrawlerConnections <= most ? [Mark.Here(options.CrawlerConnections, ColorRole.Main)] : [],
        };
    }

    /// <summary>What people wait for what the crawler gets, as it rests for longer and longer.</summary>
    /// <param name="options">The link.</param>
    /// <param name="quiet">The link without a crawler.</param>
    /// <param name="present">The link with the crawler as it is set now.</param>
    /// <param name="sweep">Pauses in seconds and the links they lead to, in order.</param>
    public static Figure Politeness(SharedLinkOptions options, SharedLinkResult quiet, SharedLinkResult present, IReadOnlyList<(double Pause, SharedLinkResult Result)> sweep)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(quiet);
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(sweep);
        double alone = quiet.PageTime.Mean;
        string times(SharedLinkResult result, string words) => HasPages(quiet) && HasPages(result) ? Prose($"{result.PageTime.Mean / alone:F1} times{words}") : NoTime;
        var greedy = sweep[0].Result;
        var (longest, polite) = sweep[^1];
        double most = sweep.Select(point => point.Result).Append(present).Max(result => result.CrawlerThroughput.Mean);
        double end = 1.05 * Math.Max(most, options.Bandwidth * (1 - options.PeopleLoad));
        return new Figure
        {
            Title = "The price of good manners",
            Finding = options.CrawlerConnections == 0
                ? "No crawler: nothing to measure."
                : Prose($"A crawler that never rests makes pages take {times(greedy, " as long as without it")} and gets {Amount(greedy.CrawlerThroughput.Mean)} Mbit/s; one that rests {longest:F0} s after each page, {times(polite, "")}, and gets {Amount(polite.CrawlerThroughput.Mean)} Mbit/s."),

            // A mark at 0 is hidden by the axis where it begins there.
            X = new Axis("Mbit/s that the crawler gets: the longer it rests, the less") { Minimum = -0.03 * end, Maximum = end },
            Y = new Axis("people’s wait, as a multiple of that without a crawler") { Minimum = 0 },
            Series = [Series.Of("people’s wait", SeriesShape.Line, ColorRole.Main, sweep, point => point.Result.CrawlerThroughput.Mean, point => point.Result.PageTime.Mean / alone)],
            Marks = [Mark.Here(present.CrawlerThroughput.Mean)],
        };
    }

    private static bool HasPages(SharedLinkResult result) => double.IsFinite(result.PageTime.Mean);

    private static string Seconds(SharedLinkResult result) => HasPages(result) ? Prose($"{Amount(result.PageTime.Mean)} s") : NoTime;
}
