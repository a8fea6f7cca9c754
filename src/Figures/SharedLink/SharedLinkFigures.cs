using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.SharedLink;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.SharedLink;

/// <summary>
/// The figures of a link that people share with a crawler.
/// </summary>
public static class SharedLinkFigures
{
    private const string NoTime = "an unknown time, as people load none";

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

        // Nobody gets more by resting longer: where one run says so, it is chance.
        double[] gets = [.. sweep.Select((_, n) => sweep.Take(n + 1).Min(point => point.Result.CrawlerThroughput.Mean))];
        double here = sweep.Where(point => point.Pause <= options.CrawlerPause).Select(point => point.Result).Append(present).Min(result => result.CrawlerThroughput.Mean);
        double most = Math.Max(gets[0], here);
        double end = 1.05 * Math.Max(most, options.Bandwidth * (1 - options.PeopleLoad));
        return new Figure
        {
            Title = "The price of good manners",
            Finding = options.CrawlerConnections == 0
                ? "No crawler: nothing to measure."
                : Prose($"A crawler that never rests makes pages take {times(greedy, " as long as without it")} and gets {Amount(greedy.CrawlerThroughput.Mean)} Mbit/s; one that rests {longest:F0} s after each page, {times(polite, "")}, and gets {Amount(polite.CrawlerThroughput.Mean)} Mbit/s."),

            // A point at 0 is whole only where the axis begins before it.
            X = new Axis("Mbit/s that the crawler gets: the longer it rests, the less") { Minimum = -0.03 * end, Maximum = end },
            Y = new Axis("times as long as without a crawler") { Minimum = 0 },
            Series = options.CrawlerConnections == 0
                ? []
                :
                [
                    new Series("people’s wait", SeriesShape.Line, ColorRole.Main, gets, [.. sweep.Select(point => point.Result.PageTime.Mean / alone)]),
                    new Series("you are here", SeriesShape.Points, ColorRole.Contrast, [here], [present.PageTime.Mean / alone]) { NameAt = here },
                ],
        };
    }

    private static bool HasPages(SharedLinkResult result) => double.IsFinite(result.PageTime.Mean);
}
