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

    /// <summary>Every outage on record: when it was and how long it lasted.</summary>
    public static Figure Record()
    {
        var all = RecordedOutages.All;
        var longest = all.MaxBy(outage => outage.Hours)!;
        return new Figure
        {
            Title = "Notable outages of AWS on record",
            Finding = Prose($"{all.Count} notable outages from {all[0].Day:yyyy} to {all[^1].Day:yyyy}, {RecordedOutages.InVirginia.Count()} of them in northern Virginia; they last from {all.Min(outage => outage.Hours):F0} to {longest.Hours:F0} hours, the longest in {longest.Day:yyyy}."),
            X = new Axis("year") { Minimum = all[0].Day.Year - 1, Maximum = all[^1].Day.Year + 1.5 },
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
        var table = new Table("Notable outages of AWS, with Amazon's own account where there is one", "day", "what failed", "where", "hours", "account");
        foreach (var outage in RecordedOutages.All)
        {
            table = table.Row([$"{outage.Day:d MMMM yyyy}", $"{outage.What}", $"{outage.Where}", $"{outage.Hours:0.#}", $"{(outage.Source is null ? "press" : "AWS")}"]);
        }

        return table;
    }

    // Each point is a series of its own, because each has a name of its own: the service, where one is to blame.
    private static Series Point(RecordedOutage outage)
    {
        int colon = outage.What.IndexOf(':', StringComparison.Ordinal);
        double year = YearOf(outage);

        // A name that would lie on another point is left to the table, and to whoever hovers.
        bool isFree = outage.Hours < Short || !RecordedOutages.All.Any(other =>
            other != outage && year - YearOf(other) is >= 0 and < NameYears && other.Hours >= outage.Hours && other.Hours < NameRatio * outage.Hours);
        return new Series(colon < 0 ? outage.What : outage.What[..colon], SeriesShape.Points, outage.InVirginia ? ColorRole.Contrast : ColorRole.Reference, [year], [outage.Hours])
        {
            NameAt = colon < 0 || !isFree ? null : year,
            NameBelow = outage.Hours < Short,
        };
    }

    private static double YearOf(RecordedOutage outage) => outage.Day.Year + ((outage.Day.DayOfYear - 1.0) / TimeUnits.DaysPerYear);
}
