using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.BareMetal;
using InteractiveArticle.Simulation.Modelling;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.BareMetal;

/// <summary>
/// The figures of a bought fleet.
/// </summary>
public static class BareMetalFigures
{
    private const int DaysBefore = 3;
    private const int DaysAfter = 4;

    // Where names keep clear of the curves and of each other: before the surprise, at it or shortly before, after it; below the
    // night, if that is so high above nothing.
    private const double RoomForAName = 0.1;
    private const double LastDay = -1;

    // At the right of the last bar, in bars.
    private const double RoomForCauses = 2;

    /// <summary>The week of the surprise: what visitors ask for, and what the servers that work can answer.</summary>
    /// <param name="result">The simulated fleet.</param>
    /// <param name="options">The options it was run with.</param>
    public static Figure Week(BareMetalResult result, BareMetalOptions options)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        double from = options.SpikeStart - (TimeUnits.HoursPerDay * DaysBefore);
        FleetHour[] week = [.. result.Hours.Where(hour => hour.Hour >= from && hour.Hour <= options.SpikeStart + (TimeUnits.HoursPerDay * DaysAfter))];
        double day(FleetHour hour) => (hour.Hour - options.SpikeStart) / TimeUnits.HoursPerDay;
        double refused = 1 - (week.Sum(hour => hour.Served) / week.Sum(hour => hour.Demand));
        double highest = week.Max(hour => Math.Max(hour.Demand, hour.Capacity));
        string fewest = Prose($"{week.Min(hour => hour.Capacity) / options.ServerCapacity:F0}");
        string most = Prose($"{week.Max(hour => hour.Capacity) / options.ServerCapacity:F0}");
        var quietest = week.TakeWhile(hour => day(hour) < 0).MinBy(hour => hour.Demand);
        string working = fewest == most ? fewest : $"between {fewest} and {most}";
        return new Figure
        {
            Title = IsSurprised(options) ? "The week of the surprise" : "A week without a surprise",
            Finding = Prose($"{result.Servers} servers were bought; in this week {working} of them work. Visitors ask for {week.Min(hour => hour.Demand):N0} to {week.Max(hour => hour.Demand):N0} requests a second, and {refused:P1} of the week’s requests are turned away."),
            X = new Axis(IsSurprised(options) ? "days since the surprise began" : "days since noon of the middle day") { Minimum = day(week[0]), Maximum = day(week[^1]) },
            Y = new Axis("requests a second") { Minimum = 0, Maximum = 1.08 * highest },
            Series =
            [
                Series.Of("answered", SeriesShape.Area, ColorRole.Main, week, day, hour => hour.Served) with { NameAt = day(quietest), NameBelow = quietest.Demand > RoomForAName * highest },
                Series.Of("asked for", SeriesShape.Line, ColorRole.Contrast, week, day, hour => hour.Demand) with { NameAt = day(week.SkipWhile(hour => day(hour) < LastDay).MaxBy(hour => hour.Demand)) },
                Series.Of("can be answered", SeriesShape.Steps, ColorRole.Reference, week, day, hour => hour.Capacity) with { IsDashed = true, NameAt = DaysAfter },
            ],
        };
    }

    /// <summary>What a larger fleet costs in idle capacity and saves in refused visitors.</summary>
    /// <param name="options">The present fleet.</param>
    /// <param name="sweep">Headrooms and the fleets they lead to, in order.</param>
    public static Figure Trade(BareMetalOptions options, IReadOnlyList<(double Headroom, BareMetalResult Result)> sweep)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(sweep);
        var (least, small) = sweep[0];
        var (most, large) = sweep[^1];
        string first = least == 0 ? "Without headroom" : Prose($"With {least:P0} of headroom");
        bool isSurprised = IsSurprised(options);
        return new Figure
        {
            Title = "Idle machines against visitors turned away",
            Finding = isSurprised
                ? Prose($"{first} {small.RefusedInSpike.Mean:P0} of the visitors during the surprise are turned away and {small.IdleShare.Mean:P0} of what was bought serves nobody; with {most:P0} of headroom it is {large.RefusedInSpike.Mean:P0} and {large.IdleShare.Mean:P0}.")
                : Prose($"Nothing surprising happens. {first} {small.IdleShare.Mean:P0} of what was bought serves nobody; with {most:P0} of headroom it is {large.IdleShare.Mean:P0}."),
            X = Axis.Share("headroom: bought beyond the forecast", 0, most),
            Y = Axis.Share("share"),
            Series =
            [
                Series.Of("capacity that serves nobody", SeriesShape.Line, ColorRole.Fourth, sweep, point => point.Headroom, point => point.Result.IdleShare.Mean) with { NameAt = 0.3 * most },
                .. isSurprised
                    ? [Series.Of("visitors turned away", SeriesShape.Line, ColorRole.Contrast, sweep, point => point.Headroom, point => point.Result.RefusedInSpike.Mean) with { NameAt = most }]
                    : Array.Empty<Series>(),
            ],
            Marks = options.Headroom <= most ? [Mark.Here(options.Headroom)] : [],
        };
    }

    /// <summary>What breakdowns take from a fleet in a year, by cause, as it is and with each of some remedies.</summary>
    /// <param name="plans">What each fleet is called, in a few words, and what it loses; the present one first, and at least one.</param>
    public static Figure LostDays(IReadOnlyList<(string Name, LostServerDays Lost)> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentOutOfRangeException.ThrowIfZero(plans.Count, nameof(plans));
        double last = plans.Count - 1;
        double[] places = [.. plans.Select((_, n) => (double)n)];
        Series cause(string name, ColorRole color, Func<LostServerDays, double> lost) =>
            new(name, SeriesShape.StackedBars, color, places, [.. plans.Select(plan => lost(plan.Lost))])
            {
                NameAt = plans.Any(plan => lost(plan.Lost) > 0) ? last : null,
            };
        string told((string Name, LostServerDays Lost) plan) => Prose($"{plan.Name.Replace('\n', ' ')}, {Amount(plan.Lost.ForMachines)}, {Amount(plan.Lost.ForPeople)} and {Amount(plan.Lost.InRepair)}");
        return new Figure
        {
            Title = "What breakdowns take, by cause",
            Finding = Prose($"Server-days a year that are lost to waiting for a spare, to waiting for a person and to repair itself: {string.Join("; ", plans.Select(told))}."),
            X = new Axis("") { Minimum = -0.6, Maximum = last + RoomForCauses, Ticks = [.. plans.Select((plan, n) => new Tick(n, plan.Name))] },
            Y = new Axis("server-days a year") { Minimum = 0 },
            Series =
            [
                cause("repair", ColorRole.Reference, lost => lost.InRepair),
                cause("nobody free", ColorRole.Contrast, lost => lost.ForPeople),
                cause("no spare", ColorRole.Main, lost => lost.ForMachines),
            ],
        };
    }

    private static bool IsSurprised(BareMetalOptions options) => options is { SpikeSize: > 0, SpikeHours: > 0 };
}
