using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Outage;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Outage;

/// <summary>
/// The figures of the outage chapter.
/// </summary>
public static class OutageFigures
{
    private const double CloseUp = 30;
    private const double ShortestDay = 300;
    private const double AfterS3IsBack = 30;

    // Less than that would read as "0 %" and as "0 min".
    private const double HalfAPercent = 0.005;
    private const double HalfAMinute = 0.5;

    // Where the two lines of load shedding are far apart.
    private const double FarApart = 0.7;

    /// <summary>The first half hour: what is left of the index against what the morning asks of it.</summary>
    /// <param name="trace">The day.</param>
    public static Figure Collapse(OutageTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var options = trace.Options;
        OutageMinute[] start = [.. trace.Minutes.Where(minute => minute.Minute <= CloseUp)];
        double left = start.Where(minute => minute.Minute >= 1).Select(minute => minute.IndexCapacity).DefaultIfEmpty(1).First();
        double? gone = trace.Events.Where(happened => happened.Fleet == OutageFleet.Index && happened.Kind == OutageEventKind.Collapsed).Select(happened => (double?)happened.Minute).FirstOrDefault();
        string hit = options.CellsHit < 1 ? " in the cells that were hit" : "";
        string why = options.Shedding != LoadShedding.None && left < options.Utilisation ? ", because the rest is refused" : "";
        return new Figure
        {
            Title = "The first half hour of the index",
            Finding = left < HalfAPercent ? "One minute after the command none of the index is left."
                : gone is { } minute
                ? Prose($"One minute after the command {left:P0} of the index is left for a demand of {options.Utilisation:P0}; each server that gives way leaves more work for the rest, and after {Duration(minute)} none is left{hit}.")
                : Prose($"One minute after the command {left:P0} of the index is left for a demand of {options.Utilisation:P0}, and it holds{why}."),
            X = OutageClock.Axis(CloseUp),
            Y = Axis.Share("share of the full fleet"),
            Series =
            [
                Series.Of("working servers", SeriesShape.Area, ColorRole.Main, start, minute => minute.Minute, minute => minute.IndexCapacity) with { NameAt = CloseUp / 2 },
                new Series("demand", SeriesShape.Line, ColorRole.Contrast, [0, CloseUp], [options.Utilisation, options.Utilisation]) { IsDashed = true, NameAt = CloseUp - 4 },
            ],
        };
    }

    /// <summary>What the status page said, beside what was true.</summary>
    /// <param name="trace">The day.</param>
    public static Figure StatusPage(OutageTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        double end = Math.Min(trace.Minutes[^1].Minute, Math.Max(ShortestDay, trace.Milestones.PutFullMinutes + AfterS3IsBack));
        OutageAnswer[] answers = [.. trace.Answers.Where(answer => answer.Minute < end)];
        double truth(OutageAnswer answer) => answer.GetSuccess < 1 || answer.PutSuccess < 1 ? 1 : 0;
        double said(OutageAnswer answer) => answer.CanDashboardTell ? truth(answer) : 0;

        // A level holds until it changes.
        Series levels(string name, ColorRole color, Func<OutageAnswer, double> level)
        {
            OutageAnswer[] changes = [.. answers.Where((answer, i) => i == 0 || level(answer) != level(answers[i - 1])), answers[^1] with { Minute = end }];
            return Series.Of(name, SeriesShape.Steps, color, changes, answer => answer.Minute, level) with { NameAt = 0, NameBelow = true };
        }

        return new Figure
        {
            Title = "What was true, and what the status page said",
            Finding = SaidLate(trace),
            X = OutageClock.Axis(end),
            Y = new Axis("")
            {
                Minimum = -0.7,
                Maximum = 3.3,
                Ticks = [new(0, "normal"), new(1, "trouble"), new(2, "normal"), new(3, "trouble")],
            },
            Series =
            [
                levels("what was true", ColorRole.Contrast, answer => 2 + truth(answer)),
                levels("what the page said", ColorRole.Good, said),
            ],
        };
    }

    /// <summary>The services and sites on S3: how many of them are in order, beside the PUT requests that succeed.</summary>
    /// <param name="trace">The day.</param>
    public static Figure Dependants(OutageTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var minutes = trace.Minutes;
        var fewest = minutes.MinBy(minute => minute.DependantsNormal);
        double back = trace.Milestones.DependantsMinutes;
        double s3Back = trace.Milestones.PutFullMinutes;
        string little = trace.Milestones.GetFirstMinutes == 0 ? " A few requests that fail are enough to disturb a site." : "";
        return new Figure
        {
            Title = "S3 is back, and everybody else has homework",
            Finding = fewest.DependantsNormal >= 1
                ? "No service that stands on S3 notices anything."
                : Prose($"At the worst moment {1 - fewest.DependantsNormal:P0} of the services and sites on S3 are disturbed. ")
                    + (back > s3Back + 1
                        ? Prose($"S3 is normal at {OutageClock.At(s3Back)}; nine in ten of its dependants have worked off what had waited by {OutageClock.At(back)}.")
                        : Prose($"Nine in ten of them are back to normal by {OutageClock.At(Math.Max(back, 0))}, no later than S3 itself.")) + little,
            X = OutageClock.Axis(minutes[^1].Minute),
            Y = Axis.Share("share in order"),
            Series =
            [
                Series.Of("services", SeriesShape.Area, ColorRole.Good, minutes, minute => minute.Minute, minute => minute.DependantsNormal) with
                {
                    NameAt = Recovering(minutes), NameBelow = true,
                },
                Series.Of("PUT requests", SeriesShape.Line, ColorRole.Reference, minutes, minute => minute.Minute, minute => minute.PutSuccess) with
                {
                    IsDashed = true, NameAt = Middle(minutes, minute => minute.PutSuccess),
                },
                .. trace.Options.Tolerant is > 0 and < 1
                    ? [new Series("can do without S3", SeriesShape.Line, ColorRole.Reference, [0, minutes[^1].Minute], [trace.Options.Tolerant, trace.Options.Tolerant]) { IsThin = true, NameAt = 0, NameBelow = true }]
                    : Array.Empty<Series>(),
            ],
        };
    }

    /// <summary>How long PUT is disturbed as one lever moves over its range.</summary>
    /// <param name="title">What the lever is.</param>
    /// <param name="x">The lever's axis.</param>
    /// <param name="present">The lever's present setting.</param>
    /// <param name="sweep">The lever's settings and the days they lead to, in the order of the settings.</param>
    /// <param name="thing">What the lever counts, in the singular; null for a lever that sets a share.</param>
    /// <param name="isAsked">Whether readers are asked where the days change: only the ends of the sweep are then told beside the present setting.</param>
    public static Figure Sweep(string title, Axis x, double present, IReadOnlyList<(double Setting, OutageMilestones Day)> sweep, string? thing = null, bool isAsked = false)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        var worst = sweep.MaxBy(point => point.Day.PutFullMinutes);
        var best = sweep.MinBy(point => point.Day.PutFullMinutes);
        var here = sweep.MinBy(point => Math.Abs(point.Setting - present));
        string at((double Setting, OutageMilestones Day) point) => thing is null ? Prose($"at {100 * point.Setting:0.##} %") : $"with {Amount(point.Setting)}";
        string first = thing is null ? at(here) : $"with {Count(here.Setting, thing)}";
        var told = isAsked ? new[] { sweep[0], sweep[^1] } : [best, worst];
        var others = told.Where(point => point.Day.PutFullMinutes != here.Day.PutFullMinutes).ToArray();
        string[] undisturbed = [.. others.Where(point => point.Day.PutFullMinutes == 0).Select(point => $"; {at(point)} it is never disturbed")];
        string[] disturbed = [.. others.Where(point => point.Day.PutFullMinutes > 0).Select(point => $"{Duration(point.Day.PutFullMinutes)} {at(point)}")];
        string finding = here.Day.PutFullMinutes > 0
            ? $"PUT is normal again after {string.Join(", ", disturbed.Prepend($"{Duration(here.Day.PutFullMinutes)} {first}"))}{string.Concat(undisturbed)}."
            : $"PUT is never disturbed {first}{(disturbed.Length == 0 ? "" : $"; it is normal again after {string.Join(", ", disturbed)}")}.";
        return new Figure
        {
            Title = title,
            Finding = worst.Day.PutFullMinutes == 0
                ? "PUT is never disturbed, wherever the lever stands."
                : finding,
            X = x,
            Y = new Axis("minutes until normal") { Minimum = 0 },
            Series =
            [
                Series.Of("PUT", SeriesShape.Line, ColorRole.Contrast, sweep, point => point.Setting, point => point.Day.PutFullMinutes) with { NameAt = sweep[^1].Setting },
                Series.Of("GET", SeriesShape.Line, ColorRole.Main, sweep, point => point.Setting, point => point.Day.GetFullMinutes) with { NameAt = sweep[^1].Setting },
            ],
            Marks = [Mark.Here(present)],
        };
    }

    /// <summary>What the same typo costs a fleet that takes every request, and one that may refuse some: a cliff, and a slope.</summary>
    /// <param name="present">The share of the servers that the command removes at present; from 0 to 1.</param>
    /// <param name="sweep">The shares removed in their order, each with the failed GET requests of its day, in minutes of total failure, without and with load shedding; at least one.</param>
    /// <param name="overwhelmed">The share removed from which on refusing alone brings the fleet down; null where it never does.</param>
    public static Figure Shedding(double present, IReadOnlyList<(double Removed, double Without, double With)> sweep, double? overwhelmed = null)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        var here = sweep.MinBy(point => Math.Abs(point.Removed - present));
        string lost(double minutes) => minutes < 1 ? Prose($"{minutes:0.0} min") : Duration(minutes);
        string after = overwhelmed is { } share ? Prose($" From {share:P0} on even refusing is too much work.") : "";

        // Between the fleet that refuses and the one that cannot there is no line to be drawn, but a fall.
        (double Removed, double Without, double With)[] holding = [.. sweep.Where(point => overwhelmed is not { } limit || point.Removed < limit)];
        (double Removed, double Without, double With)[] fallen = [.. sweep.Skip(holding.Length)];
        return new Figure
        {
            Title = "What a typo costs a fleet that may refuse",
            Finding = here.Without == 0
                ? Prose($"With {here.Removed:P0} of the servers removed no request fails, with or without load shedding.{after}")
                : Prose($"At {here.Removed:P0} GET loses {lost(here.Without)}; with load shedding it is {lost(here.With)}.{after}"),
            X = Axis.Share("servers that the command removes"),
            Y = new Axis("failed GET requests, in minutes of total failure") { Minimum = 0 },
            Series =
            [
                Series.Of("refuses nothing", SeriesShape.Line, ColorRole.Contrast, sweep, point => point.Removed, point => point.Without) with { NameAt = FarApart },
                Series.Of("refuses excess", SeriesShape.Line, ColorRole.Good, holding, point => point.Removed, point => point.With) with { NameAt = FarApart },
                .. fallen.Length > 0
                    ? [Series.Of("too much to refuse", SeriesShape.Line, ColorRole.Good, fallen, point => point.Removed, point => point.With) with { NameAt = 1 }]
                    : Array.Empty<Series>(),
            ],
            Marks = [Mark.Here(present)],
        };
    }

    private static string SaidLate(OutageTrace trace)
    {
        OutageAnswer[] trouble = [.. trace.Answers.Where(answer => answer.GetSuccess < 1 || answer.PutSuccess < 1)];
        if (trouble.Length == 0)
        {
            return "There is no trouble, and the status page tells of none.";
        }

        double begun = trouble[0].Minute;
        string inTrouble = Prose($"S3 is in trouble from {OutageClock.At(begun)} on");
        double? told = trouble.Where(answer => answer.CanDashboardTell).Select(answer => (double?)answer.Minute).FirstOrDefault();
        return told is not { } admitted ? inTrouble + "; before the status page can say so, the trouble is over."
            : admitted - begun < HalfAMinute ? inTrouble + ", and the status page says so at once."
            : Prose($"{inTrouble}; the status page calls it normal until {OutageClock.At(admitted)}, {OutageClock.Between(begun, admitted)} later.");
    }

    // Where the curve is on its way up, there is room for its name to the right and below.
    private static double Recovering(IReadOnlyList<OutageMinute> minutes)
    {
        double fewest = minutes.Min(minute => minute.DependantsNormal);
        return minutes.SkipWhile(minute => minute.DependantsNormal > fewest).FirstOrDefault(minute => minute.DependantsNormal > (fewest + 1) / 2).Minute;
    }

    private static double Middle(IReadOnlyList<OutageMinute> minutes, Func<OutageMinute, double> capacity)
    {
        var rising = minutes.SkipWhile(minute => capacity(minute) > 0).SkipWhile(minute => capacity(minute) < 0.5).ToArray();
        return rising.Length == 0 ? minutes[minutes.Count / 2].Minute : rising[0].Minute;
    }
}
