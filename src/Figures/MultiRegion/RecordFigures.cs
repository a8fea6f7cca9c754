using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Figures.Text;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.MultiRegion;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.MultiRegion;

/// <summary>
/// The record of notable outages, as a figure and as a table.
/// </summary>
public static class RecordFigures
{
    private const double Short = 4.5; // shorter ones have their names below them, where they do not meet the others
    private const double NameYears = 4; // how far a name reaches to the left of its point, on a narrow page
    private const double NameRatio = 1.4; // and how far up
    private const double NamesApart = 5; // years from which on two names at one height keep apart
    private const char NoBreakHyphen = '\u2011';

    /// <summary>Every outage on record: when it was and how long it lasted.</summary>
    public static Figure Record()
    {
        var all = RecordedOutages.All;
        var longest = all.MaxBy(outage => outage.Hours)!;
        return new Figure
        {
            Title = "Notable outages of AWS on record",
            Finding = Prose($"{all.Count} notable outages from {all[0].Day:yyyy} to {all[^1].Day:yyyy}, {RecordedOutages.InVirginia.Count()} of them in northern Virginia; they last from {all.Min(outage => outage.Hours):F0} to {longest.Hours:F0} hours, the longest in {longest.Day:yyyy}."),
            X = new Axis("year")
            {
                Minimum = all[0].Day.Year - 1,
                Maximum = all[^1].Day.Year + 1.5,
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

    /// <summary>The same as a table.</summary>
    public static Table Table()
    {
        var table = new Table("Notable outages of AWS, one by one", "day", "what failed", "where", "hours");
        foreach (var outage in RecordedOutages.All)
        {
            table = table.Row([$"{outage.Day:d MMMM yyyy}", $"{outage.What}", $"{outage.Where.Replace('-', NoBreakHyphen)}", $"{outage.Hours:0.#}"]);
        }

        return table;
    }

    // Each point is a series of its own, because each has a name of its own.
    private static Series Point(RecordedOutage outage)
    {
        double year = YearOf(outage);
        bool isBelow = outage.Hours < Short || RecordedOutages.All.Any(other => IsNamed(other) && IsBefore(other, outage, NamesApart) && Ratio(outage, other) < NameRatio);

        // A name that would lie on another point is left to the table, and to whoever hovers.
        bool isFree = isBelow || !RecordedOutages.All.Any(other => IsBefore(other, outage, NameYears) && other.Hours >= outage.Hours && Ratio(outage, other) < NameRatio);
        return new Series(NameOf(outage), SeriesShape.Points, outage.InVirginia ? ColorRole.Contrast : ColorRole.Reference, [year], [outage.Hours])
        {
            NameAt = IsNamed(outage) && isFree ? year : null,
            NameBelow = isBelow,
        };
    }

    // The service, where one is to blame; else the place, where it is another one; else what failed.
    private static string NameOf(RecordedOutage outage) => Service(outage) ?? (outage.InVirginia ? outage.What : outage.Where);

    private static bool IsNamed(RecordedOutage outage) => Service(outage) is not null || !outage.Where.StartsWith("one zone", StringComparison.Ordinal);

    private static string? Service(RecordedOutage outage) => outage.What.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? outage.What[..colon] : null;

    private static bool IsBefore(RecordedOutage other, RecordedOutage outage, double years) =>
        other != outage && YearOf(outage) - YearOf(other) is >= 0 and var apart && apart < years;

    private static double Ratio(RecordedOutage one, RecordedOutage other) => Math.Max(one.Hours, other.Hours) / Math.Min(one.Hours, other.Hours);

    private static double YearOf(RecordedOutage outage) => outage.Day.Year + ((outage.Day.DayOfYear - 1.0) / TimeUnits.DaysPerYear);
}
