using System.Globalization;

namespace InteractiveArticle.Notebook.Levers;

/// <summary>What values a lever takes.</summary>
public enum LeverKind
{
    /// <summary>A number: a slider.</summary>
    Number,

    /// <summary>A whole number: a slider with steps of one or more.</summary>
    Integer,

    /// <summary>Yes or no: a switch.</summary>
    Switch,

    /// <summary>One of a few words: a select.</summary>
    Choice,
}

/// <summary>
/// A parameter that a reader may change, as its chapter declares it.
/// </summary>
public sealed record Lever
{
    /// <summary>The C# variable.</summary>
    public required string Name { get; init; }

    /// <summary>What values it takes.</summary>
    public required LeverKind Kind { get; init; }

    /// <summary>What it means, in the chapter's words.</summary>
    public required string Label { get; init; }

    /// <summary>Its default, as C# text.</summary>
    public required string Default { get; init; }

    /// <summary>The smallest value; 0 for levers that are not numbers.</summary>
    public double Minimum { get; init; }

    /// <summary>The largest value; 0 for levers that are not numbers.</summary>
    public double Maximum { get; init; }

    /// <summary>The step of its slider; 0 for levers that are not numbers.</summary>
    public double Step { get; init; }

    /// <summary>The unit; empty for a pure number.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The words that a choice or a switch takes; empty for numbers.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What it takes, in words: "a number from 0 to 1".</summary>
    public string Allowed => Kind switch
    {
        LeverKind.Number => string.Create(CultureInfo.InvariantCulture, $"a number from {Minimum} to {Maximum}"),
        LeverKind.Integer => string.Create(CultureInfo.InvariantCulture, $"a whole number from {Minimum} to {Maximum}"),
        _ => string.Join(" or ", Choices),
    };

    /// <summary>Turns typed text into the C# text of a value.</summary>
    /// <param name="text">As typed by a person; numbers with a decimal point.</param>
    /// <returns>A C# literal.</returns>
    /// <exception cref="NotebookException">The text is not a value of this lever; the message uses the lever's own words.</exception>
    public string ToLiteral(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string trimmed = text.Trim();
        switch (Kind)
        {
            case LeverKind.Number when Parses(trimmed, NumberStyles.Float, out double number):
                string shortest = number.ToString("R", CultureInfo.InvariantCulture);

                // A whole number still has to read as a double in C#.
                return shortest.Contains('.', StringComparison.Ordinal) || shortest.Contains('E', StringComparison.Ordinal) ? shortest : shortest + ".0";
            case LeverKind.Integer when Parses(trimmed, NumberStyles.AllowLeadingSign, out double number):
                return number.ToString("F0", CultureInfo.InvariantCulture);
            case LeverKind.Switch when Choices.Contains(trimmed):
                return trimmed;
            case LeverKind.Choice when Choices.Contains(trimmed):
                return $"\"{trimmed}\"";
            default:
                throw new NotebookException($"{Name} = {text}: not allowed; {Name} ({Label}) takes {Allowed}");
        }
    }

    private bool Parses(string text, NumberStyles style, out double number) =>
        double.TryParse(text, style, CultureInfo.InvariantCulture, out number) && number >= Minimum && number <= Maximum;
}
