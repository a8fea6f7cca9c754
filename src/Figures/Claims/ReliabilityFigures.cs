using InteractiveArticle.Figures.Availability;
using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;
using InteractiveArticle.Simulation.SitesVersusCloud;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Claims;

/// <summary>
/// The claim that matters: is a site better off on the cloud than on servers of its own?
/// </summary>
public static class ReliabilityFigures
{
    private const double ShortestMtbf = 300; // hours, below what a lever is set to, so that the mark of where one is stands within the chart
    private const double LongestMtbf = 100_000;
    private const int Points = 60;
    private const double MarksApart = 4; // the words of two marks nearer than this factor would run into each other on a phone

    /// <summary>The hours a year that a site is down, given its availability.</summary>
    /// <param name="availability">From 0 to 1.</param>
    public static double HoursDown(double availability) => (1 - availability) * TimeUnits.HoursPerYear;

    /// <summary>The mean time between failures at which servers of one's own are as available as the cloud.</summary>
    /// <param name="options">The two worlds; the own servers' mean time between failures plays no part.</param>
    /// <returns>Hours: MTTR · A / (1 − A), with the cloud's availability A.</returns>
    public static double EvenMtbf(SitesVersusCloudOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        double available = CloudAvailability(options);
        return options.OwnMttr * available / (1 - available);
    }

    /// <summary>The same in days, with as many digits as a guess on a logarithmic scale has.</summary>
    /// <param name="options">The two worlds; the own servers' mean time between failures plays no part.</param>
    /// <returns>Days, with two digits that mean something.</returns>
    public static double EvenDays(SitesVersusCloudOptions options) => Rounding.ToTwoDigits(Days(EvenMtbf(options)));

    /// <summary>The mean time until servers of one's own are back at which they are as available as the cloud.</summary>
    /// <param name="options">The two worlds; the time until the own servers are back plays no part.</param>
    /// <returns>Hours: MTBF · (1 − A) / A, with the cloud's availability A.</returns>
    public static double EvenMttr(SitesVersusCloudOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        double available = CloudAvailability(options);
        return options.OwnMtbf * (1 - available) / available;
    }

    /// <summary>Hours down a year on servers of one's own, as they get better, beside those on the cloud.</summary>
    /// <param name="options">The two worlds.</param>
    public static Figure OwnAgainstCloud(SitesVersusCloudOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        double cloud = HoursDown(CloudAvailability(options));
        double own = HoursDown(options.OwnMtbf / (options.OwnMtbf + options.OwnMttr));
        double even = EvenMtbf(options);
        var (evenHours, evenDays) = (Prose($"{Rounding.Up(even):N0}"), Count(EvenDays(options), "day"));
        var here = Mark.Here(Days(options.OwnMtbf));
        string hereDays = Count(Math.Round(Days(options.OwnMtbf)), "day");
        Mark[] marks = Math.Max(even / options.OwnMtbf, options.OwnMtbf / even) >= MarksApart
            ? [here with { Text = $"{here.Text}:\n{hereDays}" }, new(Days(even), $"even:\n{evenDays}")]
            : [here with { Text = $"{here.Text}: {hereDays};\neven: {evenDays}" }];
        double ratio = LongestMtbf / ShortestMtbf;
        double[] mtbfs = [.. Enumerable.Range(0, Points).Select(i => ShortestMtbf * PortableMath.Pow(ratio, (double)i / (Points - 1)))];
        return new Figure
        {
            Title = "How good servers of one’s own would have to be",
            Finding = Prose($"With {options.OwnMtbf:N0} hours between failures a site of its own is down for {Downtime.AYear(own / TimeUnits.HoursPerYear)} a year, one on the cloud for {Downtime.AYear(cloud / TimeUnits.HoursPerYear)}. ")
                + (double.IsFinite(even) ? $"Where its curve meets the cloud’s line, at {evenHours} hours or about {evenDays}, the two are even." : "No server is as good as a cloud that is never down."),
            X = new Axis("days between failures of one’s own server (logarithmic)") { IsLogarithmic = true, Minimum = Days(ShortestMtbf), Maximum = Days(LongestMtbf), Ticks = [new(30, "30"), new(100, "100"), new(300, "300"), new(1000, "1,000"), new(3000, "3,000")] },
            Y = new Axis("hours down in a year (logarithmic)") { IsLogarithmic = true, Ticks = [new(0.1, "0.1"), new(1, "1"), new(10, "10"), new(100, "100"), new(1000, "1,000")] },
            Series =
            [
                Series.Of("servers of one’s own", SeriesShape.Line, ColorRole.Main, mtbfs, Days, mtbf => HoursDown(mtbf / (mtbf + options.OwnMttr))) with { NameAt = Days(2000), NameBelow = true },
                .. cloud > 0
                    ? [new Series("on the cloud", SeriesShape.Line, ColorRole.Contrast, [Days(ShortestMtbf), Days(LongestMtbf)], [cloud, cloud]) { NameAt = Days(LongestMtbf) }]
                    : Array.Empty<Series>(), // a logarithmic axis has no place for never
            ],
            Marks = [.. marks.Where(mark => mark.At >= Days(ShortestMtbf) && mark.At <= Days(LongestMtbf))],
        };
    }

    private static double Days(double hours) => hours / TimeUnits.HoursPerDay;

    // With a single site the distribution of how many are down is its own availability.
    private static double CloudAvailability(SitesVersusCloudOptions options) => DownAtOnce.OnTheCloud(options with { Sites = 1 })[0];
}
