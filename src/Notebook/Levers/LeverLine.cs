using System.Globalization;
using System.Text.RegularExpressions;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Parameters;

namespace InteractiveArticle.Notebook.Levers;

/// <summary>One line that declares a lever, read with the place of its value so that the value can be set.</summary>
internal sealed partial class LeverLine
{
    private const int MostTold = 200; // characters of a line

    private readonly string text;
    private readonly Group value;

    private LeverLine(string text, Group value, Lever lever)
    {
        this.text = text;
        this.value = value;
        Lever = lever;
    }

    public Lever Lever { get; }

    public static IReadOnlyList<LeverLine> ParseAll(string source)
    {
        var lines = new List<LeverLine>();
        foreach (var (index, text) in source.Split('\n').Index())
        {
            // For C# a line ends there as well, and a comment with it: what follows would run unseen.
            if (text.AsSpan().TrimEnd('\r').IndexOfAny("\r\u0085\u2028\u2029") >= 0)
            {
                throw Wrong(index + 1, "there is an end of line within the line that editors may not show; delete it");
            }

            if (string.IsNullOrWhiteSpace(text) || text.TrimStart().StartsWith("//", StringComparison.Ordinal))
            {
                continue;
            }

            var line = Parse(text, index + 1);
            if (lines.Find(other => other.Lever.Name == line.Lever.Name) is { } earlier)
            {
                throw Wrong(line.Lever.Line, $"{line.Lever.Name} is declared on line {earlier.Lever.Line} already; give each lever a name of its own");
            }

            lines.Add(line);
        }

        return lines;
    }

    public string Set(object setting) =>
        string.Concat(text.AsSpan(0, value.Index), Lever.ToLiteral(setting), text.AsSpan(value.Index + value.Length));

    private static LeverLine Parse(string text, int line)
    {
        if (Declaration().Match(text) is not { Success: true } match)
        {
            throw Wrong(line, $"“{Excerpt.Of(text.Trim(), MostTold)}” is not a lever; write one a line, like: double removed = 0.45; // 0…1 step 0.01 · what it does");
        }

        var (name, value, note) = (match.Groups["name"].Value, match.Groups["value"], match.Groups["note"].Value);
        var lever = match.Groups["type"].Value switch
        {
            "double" => Numeric(name, isWhole: false, note, line),
            "int" => Numeric(name, isWhole: true, note, line),
            "bool" => new Lever { Name = name, Allowed = AllowedValues.Switch(), Default = false, Label = note, Line = line },
            "string" => Choice(name, note, line),
            var other => throw Wrong(line, $"{name} is of type {other}; a lever is a double, an int, a bool or a string"),
        };
        return new LeverLine(text, value, lever with { Default = ReadDefault(lever, value.Value) });
    }

    private static object ReadDefault(Lever lever, string literal)
    {
        var quoted = literal.StartsWith('"');
        if (quoted != (lever.Allowed.Kind == ParameterKind.Choice))
        {
            throw Wrong(lever.Line, quoted ? $"{lever.Name} is not a string; write its value without quotation marks" : $"{lever.Name} is a string; write its value in quotation marks");
        }

        // A value that Parse would take but C# would not, such as True, 1e3 for an int or .NET's other spellings, must not pass.
        if (!quoted && (!Literal().IsMatch(literal) || (lever.Allowed.Read(literal) is int && literal.AsSpan().ContainsAny('.', 'e', 'E'))))
        {
            throw Wrong(lever.Line, $"{literal} is not a plain value; write one like 0.45, 12 or true, with no sum, suffix or name");
        }

        try
        {
            return lever.Parse(literal.Trim('"'));
        }
        catch (NotebookException e)
        {
            throw Wrong(lever.Line, e.Message);
        }
    }

    private static Lever Numeric(string name, bool isWhole, string note, int line)
    {
        if (Range().Match(note) is not { Success: true } match
            || Number(match.Groups["minimum"].Value, isWhole) is not { } minimum
            || Number(match.Groups["maximum"].Value, isWhole) is not { } maximum
            || Number(match.Groups["step"].Value, isWhole) is not { } step)
        {
            throw Wrong(line, $"the comment on {name} must give its range, step and label, like: // {(isWhole ? "1…60 step 1 min" : "0…1 step 0.01")} · what it does");
        }

        if (minimum >= maximum || step <= 0)
        {
            throw Wrong(line, $"the range of {name} must go from a lower to a higher number by a step above 0");
        }

        var (isPercent, scale) = (match.Groups["percent"].Success, ScaleOf(match));
        if (isPercent && isWhole)
        {
            throw Wrong(line, $"{name} is a whole number; only a double is shown as %");
        }

        if (scale == SliderScale.Logarithmic && minimum <= 0)
        {
            throw Wrong(line, $"the range of {name} must begin above 0, as its slider is logarithmic");
        }

        if (scale == SliderScale.Nines && maximum >= 1)
        {
            throw Wrong(line, $"the range of {name} must end below 1, as its slider counts nines");
        }

        string? unit = match.Groups["unit"] is { Success: true } group ? group.Value : null;
        if (unit is not null && Misplaced().IsMatch(unit))
        {
            throw Wrong(line, $"after the step of {name}, write log or nines first, then as %, then the unit");
        }

        return new Lever
        {
            Name = name,
            Allowed = isWhole ? AllowedValues.WholeNumbers(minimum, maximum, unit) : AllowedValues.Numbers(minimum, maximum, unit),
            Default = minimum,
            Step = step,
            Scale = scale,
            IsPercent = isPercent,
            Label = match.Groups["label"].Value,
            Line = line,
        };
    }

    private static SliderScale ScaleOf(Match match) =>
        match.Groups["log"].Success ? SliderScale.Logarithmic : match.Groups["nines"].Success ? SliderScale.Nines : SliderScale.Linear;

    private static Lever Choice(string name, string note, int line)
    {
        string[] choices = Choices().Match(note) is { Success: true } match
            ? match.Groups["choices"].Value.Split('|', StringSplitOptions.TrimEntries)
            : [];
        if (choices.Length < 2 || choices.Contains("") || choices.Distinct(StringComparer.Ordinal).Count() < choices.Length)
        {
            throw Wrong(line, $"the comment on {name} must give two or more different choices and a label, like: // exponential | deterministic · what it does");
        }

        return new Lever
        {
            Name = name,
            Allowed = AllowedValues.OneOf(choices),
            Default = choices[0],
            Label = Choices().Match(note).Groups["label"].Value,
            Line = line,
        };
    }

    private static double? Number(string text, bool isWhole) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
        && (!isWhole || (double.IsInteger(number) && Math.Abs(number) <= int.MaxValue))
            ? number
            : null;

    private static NotebookException Wrong(int line, string what) => new($"parameters cell, line {line}: {what}");

    // No stretch of blanks can be shared out in several ways, so that reading a line takes as long as the line is.
    [GeneratedRegex("""^\s*(?<type>\w+)\s+(?<name>[\p{L}_]\w*)\s*=\s*(?<value>"[^"\\]*"|[^\s";]+)\s*;\s*//\s*(?<note>\S(.*\S)?)\s*$""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();

    [GeneratedRegex("""^(-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?|true|false)$""", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    [GeneratedRegex("""^(?<minimum>[^\s…]+)\s*…\s*(?<maximum>\S+)\s+step\s+(?<step>\S+)(\s+((?<log>log)|(?<nines>nines))(?=[\s·]))?(\s+(?<percent>as\s+%)(?=[\s·]))?(\s+(?<unit>[^·\s]([^·]*[^·\s])?))?\s*·\s*(?<label>.+)$""", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex("""(^|\s)(log|nines|as\s+%)(\s|$)""", RegexOptions.CultureInvariant)]
    private static partial Regex Misplaced();

    [GeneratedRegex("""^(?<choices>[^·"\\]*[^·"\\\s])\s*·\s*(?<label>.+)$""", RegexOptions.CultureInvariant)]
    private static partial Regex Choices();
}
