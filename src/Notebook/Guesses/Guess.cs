using System.Globalization;
using System.Text.RegularExpressions;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Notebook.Guesses;

/// <summary>
/// A Markdown cell tagged <see cref="CellTags.Guess"/>: a question, and a last line that tells among what the reader guesses,
/// by a number, by bars or by a curve:
/// <code>
/// *Your guess:* 0…100 step 1 % · of the windows go dark
/// *Your guess:* computers | storage | traffic · 0…100 step 5 % · of the bill
/// *Your guess:* a second cook | a larger oven · 0…100 step 5 % each · of the waiting saved
/// *Your guess:* a curve · 1…1000 log answers · 0…600 ms · until the last one is there
/// </code>
/// A scale is a range, then <c>step</c> and a number or <c>log</c> if wanted, then its unit. <c>each</c> behind it says that every
/// bar stands for itself; other bars in per cent that turn out to make up a whole have to be guessed as one.
/// </summary>
public sealed partial record Guess
{
    private const string Start = "*Your guess:*";
    private const string ACurve = "a curve";
    private const string Each = " each";
    private const string Example = Start + " 0…100 step 1 % · of the windows go dark";
    private const int MostBars = 8;
    private const int StepsOfARange = 100;
    private const int MostTold = 200; // characters of a line

    private Guess(GuessKind kind, string question, string line, GuessScale values, string label) =>
        (Kind, Question, Line, Values, Label) = (kind, question, line, values, label);

    /// <summary>How the reader guesses.</summary>
    public GuessKind Kind { get; }

    /// <summary>The question: the Markdown above the line.</summary>
    public string Question { get; }

    /// <summary>The line as plain text, for who cannot guess on the page.</summary>
    public string Line { get; }

    /// <summary>The numbers among which to guess: what the number is, how long a bar is, how high the curve is.</summary>
    public GuessScale Values { get; }

    /// <summary>What the number is one of, in the author's words.</summary>
    public string Label { get; }

    /// <summary>The names of the bars; empty for other kinds.</summary>
    public IReadOnlyList<string> Bars { get; private init; } = [];

    /// <summary>Whether each bar stands for itself, whatever all of them come to together.</summary>
    public bool AreApart { get; private init; }

    /// <summary>What the curve runs over; <see langword="null"/> for other kinds.</summary>
    public GuessScale? Across { get; private init; }

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">A Markdown cell.</param>
    /// <exception cref="NotebookException">Its last line does not tell what to guess.</exception>
    public static Guess Of(Cell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        string source = cell.Source.TrimEnd();
        string line = source[(source.LastIndexOf('\n') + 1)..];
        if (!line.StartsWith(Start, StringComparison.Ordinal))
        {
            throw new NotebookException($"a cell tagged {CellTags.Guess} closes with a line that tells what to guess, like: {Example}");
        }

        string question = source[..^line.Length].TrimEnd();
        string text = line.Replace("*", "", StringComparison.Ordinal);
        return line[Start.Length..].Split('·', StringSplitOptions.TrimEntries) switch
        {
            [var values, { Length: > 0 } label] => new(GuessKind.Number, question, text, Scale(values), label),
            [var bars, var values, { Length: > 0 } label] when values.EndsWith(Each, StringComparison.Ordinal) => new(GuessKind.Bars, question, text, Scale(values[..^Each.Length]), label) { Bars = Names(bars), AreApart = true },
            [var bars, var values, { Length: > 0 } label] => new(GuessKind.Bars, question, text, Scale(values), label) { Bars = Names(bars) },
            [ACurve, var across, var values, { Length: > 0 } label] => new(GuessKind.Curve, question, text, Scale(values), label) { Across = Scale(across) },
            _ => throw new NotebookException($"“{Excerpt.Of(line, MostTold)}” tells of no number, no bars and no curve; write it like: {Example}, or like: {Start} computers | storage · 0…100 step 5 % · of the bill, or like: {Start} {ACurve} · 1…1000 log answers · 0…600 ms · until the last one is there"),
        };
    }

    private static string[] Names(string text)
    {
        string[] names = text.Split('|', StringSplitOptions.TrimEntries);
        return names.Length is >= 2 and <= MostBars && !names.Contains("") && names.Distinct(StringComparer.Ordinal).Count() == names.Length
            ? names
            : throw new NotebookException($"“{Excerpt.Of(text, MostTold)}” must name 2 to {MostBars} different bars, like: computers | storage | traffic");
    }

    private static GuessScale Scale(string text)
    {
        if (Range().Match(text) is not { Success: true } match
            || Number(match.Groups["minimum"].Value) is not { } minimum
            || Number(match.Groups["maximum"].Value) is not { } maximum)
        {
            throw new NotebookException($"“{Excerpt.Of(text, MostTold)}” is no range of numbers; write it like: 0…100 step 1 %, or like: 1…1000 log servers");
        }

        bool isLogarithmic = match.Groups["log"].Success;
        double? step = match.Groups["step"] is { Success: true } group ? Number(group.Value) : (maximum - minimum) / StepsOfARange;
        if (minimum >= maximum || step is not > 0 || (isLogarithmic && minimum <= 0))
        {
            throw new NotebookException($"“{Excerpt.Of(text, MostTold)}” must go from a lower to a higher number, by a step above 0, and with log from above 0");
        }

        return new(minimum, maximum, step.Value, isLogarithmic, match.Groups["unit"] is { Success: true } unit ? unit.Value : null);
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;

    [GeneratedRegex("""^(?<minimum>[^\s…]+)\s*…\s*(?<maximum>\S+)(\s+step\s+(?<step>\S+)|\s+(?<log>log))?(\s+(?<unit>\S.*))?$""", RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
