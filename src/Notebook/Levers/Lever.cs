using System.Globalization;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Parameters;

namespace InteractiveArticle.Notebook.Levers;

/// <summary>A value of the notebook that its reader may set, with the range and the words that the author gave it.</summary>
public sealed record Lever
{
    /// <summary>The name of the variable.</summary>
    public required string Name { get; init; }

    /// <summary>The values it takes.</summary>
    public required AllowedValues Allowed { get; init; }

    /// <summary>The author's value: a <see cref="double"/>, <see cref="int"/>, <see cref="bool"/> or <see cref="string"/> after the kind of <see cref="Allowed"/>.</summary>
    public required object Default { get; init; }

    /// <summary>How far one move of a slider goes, above 0; <see langword="null"/> for switches and choices. Values between steps are allowed.</summary>
    public double? Step { get; init; }

    /// <summary>Where the values of its range lie on its slider.</summary>
    public SliderScale Scale { get; init; }

    /// <summary>Whether readers of a page see and type the value times one hundred, with "%". In C#, in an address and on the command line it stays a share.</summary>
    public bool IsPercent { get; init; }

    /// <summary>What the lever does, in the author's words.</summary>
    public required string Label { get; init; }

    /// <summary>The line of the parameters cell that declares the lever, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The unit of the values as a page shows them, such as "min", "%" or "% per minute"; <see langword="null"/> if they have none.</summary>
    public string? ShownUnit => !IsPercent ? Allowed.Unit : Allowed.Unit is null ? "%" : "% " + Allowed.Unit;

    /// <summary>The values it takes, as a page shows them: such as "0 % to 100 %" or "a whole number from 1 to 60 min".</summary>
    public string ShownRange => IsPercent
        ? $"{Shown(Allowed.Minimum!.Value)} % to {Shown(Allowed.Maximum!.Value)} {ShownUnit}"
        : Allowed.InWords;

    /// <summary>Reads a value for the lever.</summary>
    /// <param name="text">The value as a reader writes it, such as <c>0.3</c>, <c>12</c>, <c>true</c> or <c>exponential</c>.</param>
    /// <returns>A <see cref="double"/>, <see cref="int"/>, <see cref="bool"/> or <see cref="string"/> after the kind of <see cref="Allowed"/>.</returns>
    /// <exception cref="NotebookException">The text is not a value that the lever takes; the message is <see cref="Refusal"/>.</exception>
    public object Parse(string text) => Allowed.Read(text) ?? throw new NotebookException(Refusal(text));

    /// <summary>The line that refuses a text as a value of this lever.</summary>
    /// <param name="text">What was given for it.</param>
    public string Refusal(string text) => Allowed.Refusal(Name, Label, text) + (IsPercent ? $" ({ShownRange})" : "");

    /// <summary>The line that refuses a text that a reader of a page has typed, in the values that the page shows.</summary>
    /// <param name="text">What was typed.</param>
    public string ShownRefusal(string text) => IsPercent ? AllowedValues.Refusal(Name, Label, text, ShownRange) : Refusal(text);

    /// <summary>Writes a value as a page shows it, without its unit.</summary>
    /// <param name="value">A value that <see cref="Parse"/> gave, or an end of the range.</param>
    public string Shown(object value) => AllowedValues.TextOf(IsPercent ? Percent((double)value) : value);

    /// <summary>Writes a value as C#.</summary>
    /// <param name="value">A value that <see cref="Parse"/> gave.</param>
    /// <returns>A literal, such as <c>0.3</c> or <c>"exponential"</c>.</returns>
    /// <exception cref="ArgumentException">The lever does not take this value.</exception>
    public string ToLiteral(object value)
    {
        if (!Allowed.Contains(value))
        {
            throw new ArgumentException($"{Name} takes {Allowed.InWords}", nameof(value));
        }

        string text = AllowedValues.TextOf(value);
        return Allowed.Kind == ParameterKind.Choice ? $"\"{text}\"" : text;
    }

    // A hundred times 0.07 is not quite 7.
    private static double Percent(double share) => double.Parse((100 * share).ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
