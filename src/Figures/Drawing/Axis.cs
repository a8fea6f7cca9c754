using InteractiveArticle.Figures.Text;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Figures.Drawing;

/// <summary>
/// An axis of a figure: what is on it, in which unit.
/// </summary>
/// <param name="Label">What is on it, with the unit in the words ("minutes after the command").</param>
public sealed record Axis(string Label)
{
    private const int MostSteps = 6;
    private const double Rounding = 1e-9;

    // Three digits that mean something, and what is smaller than all of these decimals reads as nothing.
    private const double ThreeDigits = 100;
    private const int MostDecimals = 12;

    private const int DaysInHours = 2; // so many are still told in hours

    /// <summary>Where it starts; null lets the data decide.</summary>
    public double? Minimum { get; init; }

    /// <summary>Where it ends; null lets the data decide.</summary>
    public double? Maximum { get; init; }

    /// <summary>Ticks with words of their own, such as times of day; empty lets the data decide.</summary>
    public IReadOnlyList<Tick> Ticks { get; init; } = [];

    /// <summary>Values that read in words of their own without a tick, such as the dates of single events.</summary>
    public IReadOnlyList<Tick> Names { get; init; } = [];

    /// <summary>Whether values are shares and shown in per cent.</summary>
    public bool IsShare { get; init; }

    /// <summary>Whether values are shares of a year and read as the time that they come to.</summary>
    public bool IsPartOfYear { get; init; }

    /// <summary>Whether the scale is logarithmic; only for positive data.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>
    /// Where the axis counts the minutes since a time of day, that time in minutes after midnight; its values then read
    /// as times of day. Null where it counts something else.
    /// </summary>
    public double? ClockStart { get; init; }

    /// <summary>
    /// The name of the run whose time the axis shows. The page replays the figures of one run together. Null for an axis
    /// that no replay follows.
    /// </summary>
    public string? Timeline { get; init; }

    /// <summary>How a value on the axis reads, for hovering and for tables. The page's painter reads it in the same way.</summary>
    /// <param name="value">Any number.</param>
    /// <returns>
    /// A time of day such as "13:54" on an axis with a <see cref="ClockStart"/>, the words of the tick or the name that stands
    /// there, or the number with three digits that mean something, such as "0.0974", "12.9", "22,450", "8.25 %" or "52.6 min";
    /// nothing for a gap.
    /// </returns>
    public string Read(double value) => !double.IsFinite(value) ? ""
        : ClockStart is { } start ? ClockTime.Text(start + value)
        : Ticks.Concat(Names).Where(tick => tick.At == value).Select(tick => tick.Text.Replace('\n', ' ')).FirstOrDefault()
        ?? (IsShare ? Number(100 * value) + " %" : IsPartOfYear ? Time(value * TimeUnits.SecondsPerYear) : Number(value));

    /// <summary>An axis for shares from 0 to 100 %.</summary>
    /// <param name="label">What is shared.</param>
    public static Axis Share(string label) => Share(label, 0, 1);

    /// <summary>An axis for shares that may be less than nothing or more than the whole.</summary>
    /// <param name="label">What is shared.</param>
    /// <param name="minimum">Where it starts.</param>
    /// <param name="maximum">Where it ends; more than the minimum.</param>
    public static Axis Share(string label, double minimum, double maximum)
    {
        double step = RoundStep((maximum - minimum) / MostSteps);

        // A tick on either end is there, whatever the division makes of it.
        int first = (int)Math.Ceiling((minimum / step) - Rounding);
        int last = (int)Math.Floor((maximum / step) + Rounding);
        return new(label)
        {
            IsShare = true,
            Minimum = minimum,
            Maximum = maximum,
            Ticks = [.. Enumerable.Range(first, last - first + 1).Select(n => new Tick(n * step, Narration.Prose($"{n * step:0.## %}")))],
        };
    }

    private static string Time(double seconds) => Math.Abs(seconds) switch
    {
        < TimeUnits.SecondsPerMinute => Number(seconds) + " s",
        < TimeUnits.SecondsPerHour => Number(seconds / TimeUnits.SecondsPerMinute) + " min",
        < DaysInHours * TimeUnits.SecondsPerDay => Number(seconds / TimeUnits.SecondsPerHour) + " h",
        _ => Number(seconds / TimeUnits.SecondsPerDay) + " days",
    };

    private static string Number(double value)
    {
        int decimals = 0;
        for (double digits = Math.Abs(value); digits is > 0 and < ThreeDigits && decimals < MostDecimals; digits *= 10)
        {
            decimals++;
        }

        string number = ArticleNumbers.Instance.Format(FormattableString.Invariant($"F{decimals}"), value, null);
        return decimals > 0 ? number.TrimEnd('0').TrimEnd('.') : number;
    }

    // The least of 1, 2 and 5, with zeros behind or before it, that is not below.
    private static double RoundStep(double atLeast)
    {
        double unit = 1;
        while (unit >= atLeast)
        {
            unit /= 10;
        }

        return 2 * unit >= atLeast ? 2 * unit : 5 * unit >= atLeast ? 5 * unit : 10 * unit;
    }
}

/// <summary>A tick with words of its own.</summary>
/// <param name="At">Where on the axis.</param>
/// <param name="Text">The words; several lines are separated by a line feed.</param>
public readonly record struct Tick(double At, string Text);
