using System.Globalization;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Notebook.Levers;

/// <summary>A value of the notebook that its reader may set, with the range and the words that the author gave it.</summary>
public sealed record Lever
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    // What counts as white besides these differs between here and a browser.
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>The name of the variable.</summary>
    public required string Name { get; init; }

    /// <summary>What the lever takes.</summary>
    public required LeverType Type { get; init; }

    /// <summary>The author's value: a <see cref="double"/>, <see cref="int"/>, <see cref="bool"/> or <see cref="string"/> after <see cref="Type"/>.</summary>
    public required object Default { get; init; }

    /// <summary>The least value allowed; <see langword="null"/> for switches and choices.</summary>
    public double? Minimum { get; init; }

    /// <summary>The greatest value allowed; <see langword="null"/> for switches and choices.</summary>
    public double? Maximum { get; init; }

    /// <summary>How far one move of a slider goes, above 0; <see langword="null"/> for switches and choices. Values between steps are allowed.</summary>
    public double? Step { get; init; }

    /// <summary>The unit of the value, if it has one.</summary>
    public string? Unit { get; init; }

    /// <summary>The words allowed, in the author's order; empty unless <see cref="Type"/> is <see cref="LeverType.Choice"/>.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What the lever does, in the author's words.</summary>
    public required string Label { get; init; }

    /// <summary>The line of the parameters cell that declares the lever, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>What it takes, in words: "a number from 0 to 1".</summary>
    public string Allowed => Type switch
    {
        LeverType.Number => Range("a number"),
        LeverType.WholeNumber => Range("a whole number"),
        LeverType.Switch => "true or false",
        _ => "one of " + string.Join(", ", Choices),
    };

    /// <summary>Reads a value for the lever, the same way on every machine (a point before decimals).</summary>
    /// <param name="text">The value as a reader writes it, such as <c>0.3</c>, <c>12</c>, <c>true</c> or <c>exponential</c>.</param>
    /// <returns>A <see cref="double"/>, <see cref="int"/>, <see cref="bool"/> or <see cref="string"/> after <see cref="Type"/>.</returns>
    /// <exception cref="NotebookException">The text is not a value of the lever's type, or lies outside its range.</exception>
    public object Parse(string text)
    {
        var trimmed = text.Trim(Blanks);
        object? value = trimmed.Any(char.IsControl) ? null : Type switch
        {
            LeverType.Number => double.TryParse(trimmed, Number, CultureInfo.InvariantCulture, out var number) ? number + 0.0 : null, // −0 is 0
            LeverType.WholeNumber => int.TryParse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null,
            LeverType.Switch => bool.TryParse(trimmed, out var on) ? on : null,
            _ => trimmed,
        };
        return value is not null && Allows(value)
            ? value
            : throw new NotebookException($"{Name} = {trimmed}: not allowed; {Name} ({Label}) takes {Allowed}");
    }

    /// <summary>Writes a value as C#.</summary>
    /// <param name="value">A value that <see cref="Parse"/> gave.</param>
    /// <returns>A literal, such as <c>0.3</c> or <c>"exponential"</c>.</returns>
    /// <exception cref="ArgumentException">The lever does not take this value.</exception>
    public string ToLiteral(object value)
    {
        if (!Allows(value))
        {
            throw new ArgumentException($"{Name} takes {Allowed}", nameof(value));
        }

        return value switch
        {
            bool on => on ? "true" : "false",
            string word => $"\"{word}\"",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    // Comparisons with NaN are false, so a number that is none never lies in the range.
    internal bool Allows(object value) => (Type, value) switch
    {
        (LeverType.Number, double number) => number >= Minimum && number <= Maximum,
        (LeverType.WholeNumber, int whole) => whole >= Minimum && whole <= Maximum,
        (LeverType.Switch, bool) => true,
        (LeverType.Choice, string word) => Choices.Contains(word, StringComparer.Ordinal),
        _ => false,
    };

    private string Range(string kind) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind} from {Minimum} to {Maximum}") + (Unit is null ? "" : " " + Unit);
}
