using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Elasticity;
using InteractiveArticle.Simulation.Modelling;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Elasticity;

/// <summary>
/// Figures of one demand on a bought fleet and on a rented one.
/// </summary>
public static class ElasticityFigures
{
    // More than a week, and its days and nights run into each other on a small screen.
    private const double DaysBefore = 3;
    private const double DaysAfter = 4;
    private const double OnItsWayUp = 0.75;
    private const double Thousand = 1000;

    /// <summary>The week around the spike, hour by hour; the last week of a run that ends before.</summary>
    /// <param name="result">The simulated fleets.</param>
    /// <param name="options">The options they were run with.</param>
    public static Figure Week(ElasticityResult result, ElasticityOptions options)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        double from = Math.Max(0, Math.Min(Math.Floor(options.SpikeDay) - DaysBefore, options.Days - DaysBefore - DaysAfter));
        ElasticityMoment[] hours = [.. result.Hours.Where(moment => moment.Day >= from && moment.Day <= from + DaysBefore + DaysAfter)];
        double most = hours.Max(hour => hour.Demand);
        int deliveries = result.Hours.Zip(result.Hours.Skip(1)).Count(step => step.Second.Bought > step.First.Bought);
        return new Figure
        {
            Title = "Demand, and what each fleet can answer",
            Finding = Prose($"In {options.Days} days the bought fleet grows in {Count(deliveries, "delivery", "deliveries")} to {result.Hours[^1].Bought / Thousand:F1} thousand requests a second, and it never comes down. On the days shown demand varies between {hours.Min(hour => hour.Demand) / Thousand:F1} and {most / Thousand:F1}, the rented fleet between {hours.Min(hour => hour.Elastic) / Thousand:F1} and {hours.Max(hour => hour.Elastic) / Thousand:F1}."),
            X = new Axis("days") { Minimum = hours[0].Day, Maximum = hours[^1].Day },
            Y = new Axis("thousand requests a second") { Minimum = 0 },
            Series =
            [
                Series.Of("demand", SeriesShape.Area, ColorRole.Main, hours, hour => hour.Day, hour => hour.Demand / Thousand) with { NameAt = hours.First(hour => hour.Demand >= OnItsWayUp * most).Day },
                Series.Of("rented", SeriesShape.Line, ColorRole.Good, hours, hour => hour.Day, hour => hour.Elastic / Thousand) with { NameAt = hours.MaxBy(hour => hour.Elastic).Day },
                Series.Of("bought", SeriesShape.Steps, ColorRole.Contrast, hours, hour => hour.Day, hour => hour.Bought / Thousand) with { NameAt = hours[^1].Day },
            ],
        };
    }

    /// <summary>The beginning of the spike, minute by minute, and how bad it gets later.</summary>
    /// <param name="result">The simulated fleets; with a spike.</param>
    /// <param name="options">The options they were run with.</param>
    public static Figure Spike(ElasticityResult result, ElasticityOptions options)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        var minutes = result.SpikeMinutes;
        var rush = new Rush(result, options);
        string shown = Count(rush.Minutes, "minute");
        double sinceSpike(ElasticityMoment minute) => Math.Round((minute.Day - options.SpikeDay) * TimeUnits.MinutesPerDay);

        // A name below the lowest point, and one above the highest, meet nothing on their way.
        ElasticityMoment[] risen = [.. minutes.Skip(minutes.Count / 2).SkipLast(minutes.Count / 8)];
        return new Figure
        {
            Title = Prose($"The first {shown} in the news"),
            Finding = Prose($"In the first {shown} of the rush the bought fleet refuses {RefusedRequests.InWords(rush.RefusedByBought)}{WhatGetsWorse(rush, minutes[^1].Day)}. The rented fleet refuses {RefusedRequests.InWords(rush.RefusedByRented)}; {WhatItWaitsFor(options)}."),
            X = new Axis("minutes after the spike begins") { Minimum = sinceSpike(minutes[0]), Maximum = sinceSpike(minutes[^1]) },
            Y = new Axis("thousand requests a second") { Minimum = 0 },
            Series =
            [
                Series.Of("demand", SeriesShape.Area, ColorRole.Main, minutes, sinceSpike, minute => minute.Demand / Thousand) with { NameAt = sinceSpike(risen.MinBy(minute => minute.Demand)), NameBelow = true },
                Series.Of("rented", SeriesShape.Steps, ColorRole.Good, minutes, sinceSpike, minute => minute.Elastic / Thousand) with { NameAt = sinceSpike(risen.MaxBy(minute => minute.Elastic)) },
                Series.Of("bought", SeriesShape.Steps, ColorRole.Contrast, minutes, sinceSpike, minute => minute.Bought / Thousand) with { NameAt = -5 },
            ],
        };
    }

    private static string WhatGetsWorse(Rush rush, double lastShown)
    {
        if (rush.WorstHourOfBought is not { } worst || worst.Refused <= rush.RefusedByBought)
        {
            return "";
        }

        string time = ClockTime.Text(worst.Day * TimeUnits.MinutesPerDay);
        return worst.Day > lastShown
            ? Prose($"; later, at {time} and off this figure, it refuses {worst.Refused:P0}")
            : Prose($", and at {time}, when it is worst, {worst.Refused:P0}");
    }

    private static string WhatItWaitsFor(ElasticityOptions options)
    {
        string delay = options.MetricDelayMinutes > 0 ? Prose($"it sees demand {options.MetricDelayMinutes} min late, and ") : "";
        string warmUp = options.WarmUpSeconds > 0 ? Prose($" and {options.WarmUpSeconds:F0} s more to warm up") : "";
        return options.BootSeconds == 0 && warmUp.Length == 0
            ? Prose($"{delay}a server boots at once")
            : Prose($"{delay}a server takes {options.BootSeconds:F0} s to boot{warmUp}");
    }
}
