using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Outage;

namespace InteractiveArticle.Figures.Outage;

/// <summary>
/// The wall clock of 28 February 2017, in Pacific Standard Time.
/// </summary>
public static class OutageClock
{
    private const int ShortDay = 300;

    // In minutes after midnight.
    private static readonly double Command = RecordedMilestones.Command.ToTimeSpan().TotalMinutes;

    /// <summary>The time of day, such as "13:54".</summary>
    /// <param name="minutes">Minutes after the command.</param>
    public static string At(double minutes) => ClockTime.Text(Command + minutes);

    /// <summary>An axis from the command to the end of a replay, with times of day.</summary>
    /// <param name="end">The last minute shown; at least 1.</param>
    internal static Axis Axis(double end)
    {
        double step = end <= 30 ? 5 : end <= ShortDay ? 60 : Math.Ceiling(end / 5 / 60) * 60;

        // Ticks on full hours read more easily than ticks counted from 9:37.
        double first = end <= 30 ? 0 : 60 - RecordedMilestones.Command.Minute;
        var ticks = Enumerable.Range(0, (int)((end - first) / step) + 1).Select(i => first + (i * step)).Select(minute => new Tick(minute, At(minute)));
        return new Axis("time of day, PST") { Minimum = 0, Maximum = end, Ticks = [.. ticks], ClockStart = Command, Timeline = "outage" };
    }
}
