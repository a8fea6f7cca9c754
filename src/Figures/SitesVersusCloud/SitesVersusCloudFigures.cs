using InteractiveArticle.Figures.Availability;
using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.SitesVersusCloud;
using static System.FormattableString;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.SitesVersusCloud;

/// <summary>
/// The figures on many sites, each on a server of its own or all on one cloud.
/// </summary>
public static class SitesVersusCloudFigures
{
    private const double RareTime = 1e-4; // far enough down the curve for its name to stand beside it

    /// <summary>The share of time in which at least a share of the sites is down, in both worlds, beside theory.</summary>
    /// <param name="result">The simulated worlds.</param>
    /// <param name="options">The options they were run with.</param>
    public static Figure Tail(SitesVersusCloudResult result, SitesVersusCloudOptions options)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        TailPoint[] tail = [.. result.Tail.Where(point => point.Down > 0)];
        double share(TailPoint point) => (double)point.Down / options.Sites;
        Series[] of(string name, ColorRole color, Func<TailPoint, double> time, bool isTheory = false, double? nameAt = null, bool nameBelow = false)
        {
            // A logarithmic axis has no place for never.
            TailPoint[] seen = [.. tail.Where(point => time(point) >= Downtime.Smallest)];
            return seen.Length == 0
                ? []
                : [Series.Of(name, SeriesShape.Line, color, seen, share, time) with { IsDashed = isTheory, NameAt = nameAt, NameBelow = nameBelow }];
        }

        return new Figure
        {
            Title = "So many at once, and for how long",
            Finding = Prose($"In the long run more than {options.Many:P0} of the sites are down together on one cloud {Downtime.HowLong(result.CloudManyDownInTheory)}, and on servers of their own {Downtime.HowLong(result.OwnManyDownInTheory)}. Dashed lines are theory, solid ones {(options.Years == 1 ? "this year" : Prose($"these {options.Years:0.#} years"))} of simulation."),
            X = new Axis("at least so many sites down (logarithmic)")
            {
                IsLogarithmic = true,
                IsShare = true,
                Minimum = 1.0 / options.Sites,
                Maximum = 1,
                Ticks = [.. new[] { 0.001, 0.01, 0.1, 1 }.Where(tick => tick >= 1.0 / options.Sites).Select(tick => new Tick(tick, Prose($"{tick:0.# %}")))],
            },
            Y = Downtime.Axis("with at least that many down"),
            Series =
            [
                .. of("own servers, in theory", ColorRole.Reference, point => point.OwnInTheory, isTheory: true),
                .. of("cloud, in theory", ColorRole.Reference, point => point.CloudInTheory, isTheory: true),
                .. of("own servers", ColorRole.Main, point => point.Own, nameAt: share(tail.LastOrDefault(point => point.Own >= RareTime, tail[0])), nameBelow: true),
                .. of("one cloud", ColorRole.Contrast, point => point.Cloud, nameAt: 0.4 * options.OutageShare),
            ],
            Marks = options.Many > 0 ? [new(options.Many, Prose($"{options.Many:P0}"))] : [],
        };
    }
}
