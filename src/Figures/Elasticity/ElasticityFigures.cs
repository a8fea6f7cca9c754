using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Elasticity;
using InteractiveArticle.Simulation.Modelling;
using static System.FormattableString;

namespace InteractiveArticle.Figures.Elasticity;

/// <summary>
/// Figures of one demand on a bought fleet and on an elastic one.
/// </summary>
public static class ElasticityFigures
{
    private const int EveryOtherHour = 2; // meets the daily low at 8 and the peak at 20
    private const double DaysBefore = 20;
    private const double DaysAfter = 8;
    private const double Thousand = 1000;

    /// <summary>Four weeks around the spike, hour by hour.</summary>
    /// <param name="result">The simulated fleets.</param>
    /// <param name="options">The options they were run with.</param>
    public static Figure Weeks(ElasticityResult result, ElasticityOptions options)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        double from = Math.Max(0, Math.Floor(Math.Min(options.SpikeDay - DaysBefore, options.Days - DaysBefore - DaysAfter)));
        ElasticityMoment[] hours =
        [
            .. result.Hours.Where((moment, hour) => hour % EveryOtherHour == 0 && moment.Day >= from && moment.Day <= from + DaysBefore + DaysAfter),
        ];
        return new Figure
        {
            Title = "One demand, two ways of having servers",
            Finding = Invariant($"Over {options.Days} days {result.BoughtIdleShare.Mean:P0} of the bought fleet idles, and it refuses {RefusedRequests.InWords(result.BoughtRefusedShare.Mean)}. Of the elastic fleet {result.ElasticIdleShare.Mean:P0} idles or boots, and it refuses {RefusedRequests.InWords(result.ElasticRefusedShare.Mean)}."),
            X = new Axis("days") { Minimum = hours[0].Day, Maximum = hours[^1].Day },
            Y = new Axis("thousand requests a second") { Minimum = 0 },
            Series =
            [
                Series.Of("demand", SeriesShape.Area, ColorRole.Main, hours, hour => hour.Day, hour => hour.Demand / Thousand) with { NameAt = hours.MaxBy(hour => hour.Demand).Day, NameBelow = true },
                Series.Of("elastic", SeriesShape.Line, ColorRole.Good, hours, hour => hour.Day, hour => hour.Elastic / Thousand) with { NameAt = hours.MaxBy(hour => hour.Elastic).Day },
                Series.Of("bought", SeriesShape.Steps, ColorRole.Contrast, hours, hour => hour.Day, hour => hour.Bought / Thousand) with { NameAt = hours[^1].Day },
            ],
        };
    }

    /// <summary>The whole time as means of days: the staircase of deliveries above what is needed.</summary>
    /// <param name="result">The simulated fleets.</param>
    public static Figure Staircase(ElasticityResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var days = result.Hours.Chunk(TimeUnits.HoursPerDay).Select(day => new ElasticityMoment(
            day[0].Day, day.Average(hour => hour.Demand), day.Average(hour => hour.Bought), day.Average(hour => hour.Elastic))).ToArray();
        int deliveries = result.Hours.Zip(result.Hours.Skip(1)).Count(step => step.Second.Bought > step.First.Bought);
        double quarter = days[days.Length / 4].Day;
        return new Figure
        {
            Title = "The staircase and the curve",
            Finding = Invariant($"The bought fleet grows in {deliveries} {(deliveries == 1 ? "delivery" : "deliveries")} to {result.Hours[^1].Bought / days[^1].Demand:F1} times the demand of the last day; the elastic fleet follows at {days[^1].Elastic / days[^1].Demand:F1} times."),
            X = new Axis("days") { Minimum = 0, Maximum = Math.Max(1, days[^1].Day) },
            Y = new Axis("thousand requests a second, by day") { Minimum = 0 },
            Series =
            [
                Series.Of("demand", SeriesShape.Area, ColorRole.Main, days, day => day.Day, day => day.Demand / Thousand) with { NameAt = quarter, NameBelow = true },
                Series.Of("elastic", SeriesShape.Line, ColorRole.Good, days, day => day.Day, day => day.Elastic / Thousand) with { NameAt = days.MaxBy(day => day.Elastic).Day },
                Series.Of("bought", SeriesShape.Steps, ColorRole.Contrast, days, day => day.Day, day => day.Bought / Thousand) with { NameAt = quarter },
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
        double sinceSpike(ElasticityMoment minute) => Math.Round((minute.Day - options.SpikeDay) * TimeUnits.MinutesPerDay);

        // A name below the lowest point, and one above the highest, meet nothing on their way.
        ElasticityMoment[] risen = [.. minutes.Skip(minutes.Count / 2).SkipLast(minutes.Count / 8)];
        return new Figure
        {
            Title = "The day the site is in the news",
            Finding = Invariant($"In these two hours the bought fleet refuses {RefusedRequests.InWords(refusedByBought)}. The elastic fleet refuses {RefusedRequests.InWords(refusedByElastic)}; {WhatItWaitsFor(options)}."),
            X = new Axis("minutes after the spike begins") { Minimum = sinceSpike(minutes[0]), Maximum = sinceSpike(minutes[^1]) },
            Y = new Axis("thousand requests a second") { Minimum = 0 },
            Series =
            [
                Series.Of("demand", SeriesShape.Area, ColorRole.Main, minutes, sinceSpike, minute => minute.Demand / Thousand) with { NameAt = sinceSpike(risen.MinBy(minute => minute.Demand)), NameBelow = true },
                Series.Of("elastic", SeriesShape.Steps, ColorRole.Good, minutes, sinceSpike, minute => minute.Elastic / Thousand) with { NameAt = sinceSpike(risen.MaxBy(minute => minute.Elastic)) },
                Series.Of("bought", SeriesShape.Steps, ColorRole.Contrast, minutes, sinceSpike, minute => minute.Bought / Thousand) with { NameAt = -5 },
            ],
        };
    }

    private static string WhatItWaitsFor(ElasticityOptions options)
    {
        string delay = options.MetricDelayMinutes > 0 ? Invariant($"it sees demand {options.MetricDelayMinutes} min late, and ") : "";
        string warmUp = options.WarmUpSeconds > 0 ? Invariant($" and {options.WarmUpSeconds:F0} s more to warm up") : "";
        return Invariant($"{delay}a server takes {options.BootSeconds:F0} s to boot{warmUp}");
    }
}
