using System.Globalization;
using System.Text.RegularExpressions;

namespace InteractiveArticle.Parameters;

/// <summary>
/// The values that a parameter takes: their kind, range or words, how a text is read as one of them, and how any other
/// is refused.
/// </summary>
/// <remarks>
/// Text is read the same way on every machine, whatever its culture. A page that cannot ask this class yet applies
/// <see cref="Pattern"/> and the range by itself and comes to the same verdict.
/// </remarks>
public sealed partial record AllowedValues
{
    // Regular expressions in the syntax that .NET and JavaScript share; without \d, which in .NET matches other digits too.
    private const string NumberPattern = @"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?";
    private const string WholeNumberPattern = @"[+-]?[0-9]+(\.0*)?([eE]\+?[0-9]+)?";
    private const string SwitchPattern = "true|True|TRUE|false|False|FALSE";

    // What else counts as white differs between here and a browser.
    private static readonly char[] Blanks = [' ', '\t'];

    private AllowedValues(ParameterKind kind, double? minimum, double? maximum, string? unit, IReadOnlyList<string> choices)
    {
        Kind = kind;
        Minimum = minimum;
        Maximum = maximum;
        Unit = unit;
        Choices = choices;
    }

    /// <summary>Their kind.</summary>
    public ParameterKind Kind { get; }

    /// <summary>The least value; <see langword="null"/> for switches and choices.</summary>
    public double? Minimum { get; }

    /// <summary>The greatest value; <see langword="null"/> for switches and choices.</summary>
    public double? Maximum { get; }

    /// <summary>The unit of numbers, such as "min"; <see langword="null"/> if they have none.</summary>
    public string? Unit { get; }

    /// <summary>The words that a switch or a choice takes, in their order; empty for numbers.</summary>
    public IReadOnlyList<string> Choices { get; }

    /// <summary>The values in words, such as "a whole number from 1 to 60 min" or "one of first-fit, best-fit".</summary>
    public string InWords => Kind switch
    {
        ParameterKind.Number => Range("a number"),
        ParameterKind.WholeNumber => Range("a whole number"),
        ParameterKind.Switch => string.Join(" or ", Choices),
        _ => "one of " + string.Join(", ", Choices),
    };

    /// <summary>The regular expression of the texts that may stand for a value, without the blanks around it and without anchors.</summary>
    public string Pattern => Kind switch
    {
        ParameterKind.Number => NumberPattern,
        ParameterKind.WholeNumber => WholeNumberPattern,
        ParameterKind.Switch => SwitchPattern,
        _ => string.Join('|', Choices.Select(Regex.Escape)),
    };

    /// <summary>Numbers of a range.</summary>
    /// <param name="minimum">The least.</param>
    /// <param name="maximum">The greatest.</param>
    /// <param name="unit">Their unit, if they have one.</param>
    public static AllowedValues Numbers(double minimum, double maximum, string? unit = null) =>
        new(ParameterKind.Number, minimum, maximum, unit, []);

    /// <summary>Whole numbers of a range.</summary>
    /// <param name="minimum">The least.</param>
    /// <param name="maximum">The greatest.</param>
    /// <param name="unit">Their unit, if they have one.</param>
    public static AllowedValues WholeNumbers(double minimum, double maximum, string? unit = null) =>
        new(ParameterKind.WholeNumber, minimum, maximum, unit, []);

    /// <summary>True and false.</summary>
    public static AllowedValues Switch() => new(ParameterKind.Switch, null, null, null, ["true", "false"]);

    /// <summary>A few words.</summary>
    /// <param name="choices">The words, in the order in which they are shown; capital and small letters differ.</param>
    public static AllowedValues OneOf(IReadOnlyList<string> choices) => new(ParameterKind.Choice, null, null, null, choices);

    /// <summary>Writes a value as <see cref="Read"/> reads it.</summary>
    /// <param name="value">A number, a <see cref="bool"/> or a word.</param>
    public static string TextOf(object value) => value is bool isOn
        ? isOn ? "true" : "false"
        : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    /// <summary>Reads a value.</summary>
    /// <param name="text">As a person writes it: 0.3, 1e-3, 12, 1e5 for a whole number too, true or a word, with or without blanks around it.</param>
    /// <returns>A <see cref="double"/>, <see cref="int"/>, <see cref="bool"/> or <see cref="string"/> after <see cref="Kind"/>; <see langword="null"/> if the text stands for no value that is allowed.</returns>
    public object? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string trimmed = text.Trim(Blanks);
        object? value = Kind switch
        {
            ParameterKind.Number when IsNumber().IsMatch(trimmed) => double.Parse(trimmed, CultureInfo.InvariantCulture) + 0.0, // −0 is 0
            ParameterKind.WholeNumber when IsWholeNumber().IsMatch(trimmed) => Whole(double.Parse(trimmed, CultureInfo.InvariantCulture)),
            ParameterKind.Switch when IsSwitch().IsMatch(trimmed) => bool.Parse(trimmed),
            ParameterKind.Choice => trimmed,
            _ => null,
        };
        return value is not null && Contains(value) ? value : null;
    }

    /// <summary>Whether a value is one of them.</summary>
    /// <param name="value">Anything; of another type than <see cref="Kind"/> stands for it never is.</param>
    public bool Contains(object value) => (Kind, value) switch
    {
        // Comparisons with what is not a number are false.
        (ParameterKind.Number, double number) => double.IsFinite(number) && number >= Minimum && number <= Maximum,
        (ParameterKind.WholeNumber, int whole) => whole >= Minimum && whole <= Maximum,
        (ParameterKind.Switch, bool) => true,
        (ParameterKind.Choice, string word) => Choices.Contains(word, StringComparer.Ordinal),
        _ => false,
    };

    /// <summary>The line that refuses a text: what was given, and what the parameter takes instead.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="meaning">What it means, in a few words.</param>
    /// <param name="text">What was given for it.</param>
    public string Refusal(string name, string meaning, string text) => Refusal(name, meaning, text, InWords);

    /// <summary>The line that refuses a text, where the allowed values are shown in other words than <see cref="InWords"/>.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="meaning">What it means, in a few words.</param>
    /// <param name="text">What was given for it.</param>
    /// <param name="allowed">The values that it takes, in words.</param>
    public static string Refusal(string name, string meaning, string text, string allowed)
    {
        ArgumentNullException.ThrowIfNull(text);
        return $"{name} = {text.Trim(Blanks)}: not allowed; {name} ({meaning}) takes {allowed}";
    }

    /// <inheritdoc/>
    public override string ToString() => InWords;

    /// <summary>Whether the other allows the same values, in the same order.</summary>
    /// <param name="other">The other; <see langword="null"/> never is the same.</param>
    public bool Equals(AllowedValues? other) =>
        other is not null && (Kind, Minimum, Maximum, Unit) == (other.Kind, other.Minimum, other.Maximum, other.Unit) && Choices.SequenceEqual(other.Choices, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Minimum, Maximum, Unit, Choices.Count);

    private static int? Whole(double value) => value is >= int.MinValue and <= int.MaxValue ? (int)value : null;

    // A unit such as 1/s would run into the number before it.
    private string Range(string kind) => string.Create(
        CultureInfo.InvariantCulture, $"{kind} from {Minimum} to {Maximum}{(Unit is null ? "" : char.IsAsciiDigit(Unit[0]) ? $" [{Unit}]" : $" {Unit}")}");

    [GeneratedRegex($@"^({NumberPattern})\z", RegexOptions.CultureInvariant)]
    private static partial Regex IsNumber();

    [GeneratedRegex($@"^({WholeNumberPattern})\z", RegexOptions.CultureInvariant)]
    private static partial Regex IsWholeNumber();

    [GeneratedRegex($@"^({SwitchPattern})\z", RegexOptions.CultureInvariant)]
    private static partial Regex IsSwitch();
}
