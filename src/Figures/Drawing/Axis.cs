using System.Globalization;

namespace InteractiveArticle.Figures.Drawing;

/// <summary>
/// An axis of a figure: what is on it, in which unit.
/// </summary>
/// <param name="Label">What is on it, with the unit in the words ("minutes after the command").</param>
public sealed record Axis(string Label)
{
    /// <summary>Where it starts; null lets the data decide.</summary>
    public double? Minimum { get; init; }

    /// <summary>Where it ends; null lets the data decide.</summary>
    public double? Maximum { get; init; }

    /// <summary>Ticks with words of their own, such as times of day; empty lets the data decide.</summary>
    public IReadOnlyList<Tick> Ticks { get; init; } = [];

    /// <summary>Whether values are shares and shown in per cent.</summary>
    public bool IsShare { get; init; }

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

    /// <summary>How a value on the axis reads, for hovering and for tables.</summary>
    /// <param name="value">Any number.</param>
    /// <returns>A time of day such as "13:54" on an axis with a <see cref="ClockStart"/>, otherwise the number.</returns>
    public string Read(double value) => ClockStart is { } start && double.IsFinite(value)
        ? ClockTime.Text(start + value)
        : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>An axis for shares from 0 to 100 %.</summary>
    /// <param name="label">What is shared.</param>
    public static Axis Share(string label) => new(label) { IsShare = true, Minimum = 0, Maximum = 1 };
}

/// <summary>A tick with words of its own.</summary>
/// <param name="At">Where on the axis.</param>
/// <param name="Text">The words.</param>
public readonly record struct Tick(double At, string Text);
