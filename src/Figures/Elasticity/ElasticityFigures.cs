using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Elasticity;
using static System.FormattableString;

namespace InteractiveArticle.Figures.Elasticity;

/// <summary>
/// Figures of one demand on a bought fleet and on an elastic one.
/// </summary>
public static class ElasticityFigures
{
    private const int MostPoints = 340;
    private const int HourOfAnExtreme = 2; // Every sixth hour from 2 o'clock on meets the daily low at 8 and the peak at 20.
    private const double Thousand = 1000;

    /// <summary>The whole time: demand, the staircase of deliveries, and the elastic fleet.</summary>
    /// <param name="result">The simulated fleets.</param>
    public static Figure Fleets(ElasticityResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        int every = Math.Max(1, (int)Math.Ceiling((double)result.Hours.Count / MostPoints));
        ElasticityMoment[] hours = [.. result.Hours.Where((_, hour) => hour % every == HourOfAnExtreme % every)];
        double end = hours[^1].Day;
        int deliveries = result.Hours.Zip(result.Hours.Skip(1)).Count(step => step.Second.Bought > step.First.Bought);
        return new Figure
        {
            Title = "One demand, two ways of having servers",
            Finding = Invariant($"The bought fleet grows in {deliveries} {(deliveries == 1 ? "delivery" : "deliveries")}; {result.BoughtIdleShare.Mean:P0} of it idles, and it refuses {RefusedRequests.InWords(result.BoughtRefusedShare.Mean)}. Of the elastic fleet {result.ElasticIdleShare.Mean:P0} idles or boots, and it refuses {RefusedRequests.InWords(result.ElasticRefusedShare.Mean)}."),
            X = new Axis("days") { Minimum = 0, Maximum = end },
            Y = new Axis("thousand requests a second") { Minimum = 0 },
            Series =
            [
                Series.Of("demand", SeriesShape.Area, Ink.Blue, hours, hour => hour.Day, hour => hour.Demand / Thousand) with { NameAt = end / 4, NameBelow = true },
                Series.Of("elastic", SeriesShape.Line, Ink.Green, hours, hour => hour.Day, hour => hour.Elastic / Thousand) with { NameAt = hours.MaxBy(hour => hour.Elastic).Day },
                Series.Of("bought", SeriesShape.Steps, Ink.Vermilion, hours, hour => hour.Day, hour => hour.Bought / Thousand) with { NameAt = end * 0.95 },
            ],
        };
    }

    /// <summary>The beginning of the spike, minute by minute.</summary>
    /// <param name="result">The simulated fleets; with a spike.</param>
    /// <param name="options">The options they were run with.</param>
    public static Figure Spike(ElasticityResult result, ElasticityOptions options)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        var minutes = result.SpikeMinutes;
        double asked = minutes.Sum(minute => minute.Demand);
        double refusedByBought = minutes.Sum(minute => Math.Max(0, minute.Demand - minute.Bought)) / asked;
        double refusedByElastic = minutes.Sum(minute => Math.Max(0, minute.Demand - minute.Elastic)) / asked;
        double sinceSpike(ElasticityMoment minute) => Math.Round((minute.Day - options.SpikeDay) * 24 * 60);
        return new Figure
        {
            Title = "The day the site is in the news",
            Finding = Invariant($"In these two hours the bought fleet refuses {RefusedRequests.InWords(refusedByBought)}. The elastic fleet refuses {RefusedRequests.InWords(refusedByElastic)}; a server takes {options.BootSeconds:F0} s to boot."),
            X = new Axis("minutes after the spike begins") { Minimum = sinceSpike(minutes[0]), Maximum = sinceSpike(minutes[^1]) },
            Y = new Axis("thousand requests a second") { Minimum = 0 },
            Series =
            [
                Series.Of("demand", SeriesShape.Area, Ink.Blue, minutes, sinceSpike, minute => minute.Demand / Thousand) with { NameAt = 55, NameBelow = true },
                Series.Of("elastic", SeriesShape.Steps, Ink.Green, minutes, sinceSpike, minute => minute.Elastic / Thousand) with { NameAt = 85 },
                Series.Of("bought", SeriesShape.Steps, Ink.Vermilion, minutes, sinceSpike, minute => minute.Bought / Thousand) with { NameAt = -5 },
            ],
        };
    }
}
