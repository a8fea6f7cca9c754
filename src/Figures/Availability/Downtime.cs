using System.Globalization;
using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Modelling;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Availability;

/// <summary>
/// Shares of time as a person feels them: so much of a year.
/// </summary>
public static class Downtime
{
    /// <summary>The smallest share of time that the axis shows.</summary>
    internal const double Smallest = 1e-9;

    private const int MostDecimals = 6;

    /// <summary>How much of a year a share of time is, in words, such as "53 min" or "7.5 h".</summary>
    /// <param name="share">From 0 to 1.</param>
    public static string AYear(double share) => (share * TimeUnits.SecondsPerYear) switch
    {
        0 => "no time",
        < 0.001 => "less than a millisecond",
        < 1 and var seconds => Prose($"{seconds:G1} s"),
        < TimeUnits.SecondsPerMinute and var seconds => Prose($"{seconds:F0} s"),
        < TimeUnits.SecondsPerHour and var seconds => Prose($"{seconds / TimeUnits.SecondsPerMinute:F0} min"),
        < 2 * TimeUnits.SecondsPerDay and var seconds => Prose($"{seconds / TimeUnits.SecondsPerHour:0.#} h"),
        < 4 * TimeUnits.SecondsPerDay and var seconds => Prose($"{seconds / TimeUnits.SecondsPerHour:F0} h"),
        var seconds => Prose($"{Amount(seconds / TimeUnits.SecondsPerDay)} days"),
    };

    /// <summary>How long in a year, as part of a sentence, such as "for 53 min a year"; what is too rare for the axis is told as such.</summary>
    /// <param name="share">From 0 to 1.</param>
    public static string HowLong(double share) => share switch
    {
        0 => "never",
        < Smallest => "practically never",
        _ => Prose($"for {AYear(share)} a year"),
    };

    /// <summary>An availability in per cent, with as many decimals as the downtime that it leaves needs, such as "84.9 %" or "99.988 %".</summary>
    /// <param name="share">From 0 to 1.</param>
    public static string Availability(double share)
    {
        double missing = 100 * (1 - share);
        int decimals = 1;
        for (; missing < 1 && decimals < MostDecimals; decimals++)
        {
            missing *= 10;
        }

        return Prose($"{(100 * share).ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture)} %");
    }

    /// <summary>A logarithmic axis of shares of time, with ticks in time a year.</summary>
    /// <param name="label">What that time is like, such as "without service".</param>
    internal static Axis Axis(string label) => new($"time per year {label} (logarithmic)")
    {
        IsLogarithmic = true,
        IsPartOfYear = true,
        Minimum = Smallest,
        Maximum = 1,
        Ticks =
        [
            new(1.0 / TimeUnits.SecondsPerYear, "1 s"),
            new((double)TimeUnits.SecondsPerMinute / TimeUnits.SecondsPerYear, "1 min"),
            new(1.0 / TimeUnits.HoursPerYear, "1 h"),
            new(1.0 / TimeUnits.DaysPerYear, "1 day"),
            new(1.0 / TimeUnits.MonthsPerYear, "1 month"),
            new(1, "1 year"),
        ],
    };
}
