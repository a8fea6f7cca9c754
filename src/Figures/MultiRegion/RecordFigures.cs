using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.MultiRegion;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.MultiRegion;

/// <summary>
/// The record of notable outages.
/// </summary>
public static class RecordFigures
{
    // Those that are shorter have no name, but for the typo: on a narrow screen it would cover other dots.
    private const double Named = 10;

    private const int YearsForTheLastName = 3;

    private static readonly DateOnly TheTypo = new(2017, 2, 28);

    /// <summary>Every outage on record: when it was and how long it lasted.</summary>
    public static Figure Record()
    {
        var all = RecordedOutages.All;
        var longest = all.MaxBy(outage => outage.Hours)!;
        return new Figure
        {
            Title = "Notable outages of AWS on record",
            Finding = Prose($"{all.Count} notable outages from {all[0].Day:yyyy} to {all[^1].Day:yyyy}, {RecordedOutages.InVirginia.Count()} of them in northern Virginia; they last from {all.Min(outage => outage.Hours):F0} to {longest.Hours:F0} hours, the longest in {longest.Day:yyyy}. Those of {Named} hours or more have their names, and so has the typo."),
            X = new Axis("year")
            {
                Minimum = all[0].Day.Year - 1,
                Maximum = all[^1].Day.Year + YearsForTheLastName,
                Names = [.. all.Select(outage => new Tick(YearOf(outage), Prose($"{outage.Day:d MMMM yyyy}")))],
            },
            Y = new Axis("hours (logarithmic)")
            {
                IsLogarithmic = true,
                Minimum = 1,
                Maximum = 200,
                Ticks = [new(1, "1"), new(2, "2"), new(4, "4"), new(8, "8"), new(24, "24"), new(96, "96")],
            },
            Series = [.. all.Select(Point)],
        };
    }

    // Each point is a series of its own, because each has a name of its own.
    private static Series Point(RecordedOutage outage) =>
        new(NameOf(outage), SeriesShape.Points, outage.InVirginia ? ColorRole.Contrast : ColorRole.Reference, [YearOf(outage)], [outage.Hours])
        {
            NameAt = IsNamed(outage) ? YearOf(outage) : null,

            // Before them others have theirs, which would run into these.
            NameBelow = outage.Day == TheTypo || outage.Day == RecordedOutages.All[^1].Day || !outage.InVirginia,
        };

    // The service, where one is to blame; else the place, where it is another one; else what failed.
    private static string NameOf(RecordedOutage outage) => outage.Day == TheTypo ? "S3, the typo" : Service(outage) ?? (outage.InVirginia ? outage.What.Replace("the ", "", StringComparison.Ordinal) : outage.Where);

    private static bool IsNamed(RecordedOutage outage) => outage.Hours >= Named || outage.Day == TheTypo;

    private static string? Service(RecordedOutage outage) => outage.What.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? outage.What[..colon] : null;

    private static double YearOf(RecordedOutage outage) => outage.Day.Year + ((outage.Day.DayOfYear - 1.0) / TimeUnits.DaysPerYear);
}
