using System.Globalization;
using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Outage;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Outage;

/// <summary>
/// The wall clock of 28 February 2017, in Pacific Standard Time.
/// </summary>
public static class OutageClock
{
    private const int ShortDay = 300;
    private const double MinutesOfADay = 24 * 60;

    private static readonly DateOnly Tuesday = new(2017, 2, 28);

    // In minutes after midnight.
    private static readonly double Command = RecordedMilestones.Command.ToTimeSpan().TotalMinutes;

    /// <summary>The time of day, such as "13:54"; after midnight with the date, such as "6:21 on 1 March".</summary>
    /// <param name="minutes">Minutes after the command.</param>
    public static string At(double minutes) => Dated(minutes, (time, date) => string.Create(CultureInfo.InvariantCulture, $"{time} on {date:d MMMM}"));

    /// <summary>How long it is from one time of day to another, such as "4 h 17 min": what a reader of both finds between them.</summary>
    /// <param name="begin">Minutes after the command.</param>
    /// <param name="end">Minutes after the command; not before <paramref name="begin"/>.</param>
    public static string Between(double begin, double end)
    {
        double whole = Math.Floor(end + 0.5) - Math.Floor(begin + 0.5);
        return Duration(whole > 0 ? whole : end - begin);
    }

    /// <summary>The time of day as a clock shows it: "13:54", and "1 Mar 6:21" after midnight.</summary>
    /// <param name="minutes">Minutes after the command.</param>
    internal static string Short(double minutes) => Dated(minutes, (time, date) => string.Create(CultureInfo.InvariantCulture, $"{date:d MMM} {time}"));

    /// <summary>An axis from the command to the end of a replay, with times of day.</summary>
    /// <param name="end">The last minute shown; at least 1.</param>
    internal static Axis Axis(double end)
    {
        double step = end <= 30 ? 5 : end <= ShortDay ? 60 : Math.Ceiling(end / 5 / 60) * 60;

        // Ticks on full hours read more easily than ticks counted from 9:37, and on days that drag on ticks at midnight.
        double first = end <= 30 ? 0 : 60 - RecordedMilestones.Command.Minute;
        if (step > MinutesOfADay / 3)
        {
            step = Math.Ceiling(step / MinutesOfADay) * MinutesOfADay;
            first = MinutesOfADay - Command;
        }

        var ticks = Enumerable.Range(0, (int)((end - first) / step) + 1).Select(i => first + (i * step)).Select(minute => new Tick(minute, Short(minute)));
        return new Axis("time of day, PST") { Minimum = 0, Maximum = end, Ticks = [.. ticks], ClockStart = Command, Timeline = "outage" };
    }

    private static string Dated(double minutes, Func<string, DateOnly, string> withDate)
    {
        string time = ClockTime.Text(Command + minutes);
        int days = (int)Math.Floor(Math.Round(Command + minutes, MidpointRounding.AwayFromZero) / MinutesOfADay);
        return days == 0 ? time : withDate(time, Tuesday.AddDays(days));
    }
}
