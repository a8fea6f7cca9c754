using System.Globalization;

namespace InteractiveArticle.Figures.Drawing;

/// <summary>Times of day in words.</summary>
internal static class ClockTime
{
    private const double Hour = 60;
    private const double Day = 24 * Hour;

    /// <summary>The nearest minute as a time of day, such as "9:37" or "13:54"; after midnight it begins again at "0:00".</summary>
    /// <param name="minutes">Minutes after midnight; any finite number.</param>
    public static string Text(double minutes)
    {
        // The page's own painter rounds half a minute up, as JavaScript does.
        double whole = Math.Floor(minutes + 0.5);
        double ofTheDay = whole - (Day * Math.Floor(whole / Day));
        var (hour, minute) = Math.DivRem((int)ofTheDay, (int)Hour);
        return string.Create(CultureInfo.InvariantCulture, $"{hour}:{minute:00}");
    }
}
