using System.Globalization;
using System.Text.RegularExpressions;

namespace InteractiveArticle.Notebook.Levers;

/// <summary>
/// One line of a parameters cell: a C# declaration, and behind it a comment with range, step, unit and label.
/// </summary>
/// <remarks>
/// <code>
/// double removed = 0.45; // 0…1 step 0.01 · share of the servers that the command removes
/// double decision = 20;  // 0…120 step 1 min · time until the restart is decided
/// bool guarded = false;  // the tool refuses to go below what is needed
/// string trigger = "overload"; // overload | quorum · what brings the index down
/// </code>
/// </remarks>
internal sealed partial record LeverLine(Lever Lever, int ValueStart, int ValueLength)
{
    public const string Example = "double share = 0.5; // 0…1 step 0.01 · what it means";

    /// <summary>Reads a line, or says in one line what is wrong with it.</summary>
    /// <param name="line">The text of the line.</param>
    /// <param name="place">Where it stands, for error messages.</param>
    /// <exception cref="NotebookException">The line does not declare a lever.</exception>
    public static LeverLine Read(string line, string place)
    {
        var match = Declaration().Match(line);
        if (!match.Success)
        {
            throw new NotebookException($"{place}: not a lever; write it like: {Example}");
        }

        var value = match.Groups["value"];
        string comment = match.Groups["comment"].Value.Trim();
        int dot = comment.IndexOf('·', StringComparison.Ordinal);
        string domain = dot < 0 ? "" : comment[..dot].Trim();
        string label = comment[(dot + 1)..].Trim();
        var bare = new Lever
        {
            Name = match.Groups["name"].Value,
            Kind = LeverKind.Switch,
            Label = label,
            Default = value.Value,
            Choices = ["false", "true"],
        };
        var lever = match.Groups["type"].Value switch
        {
            "double" => WithRange(bare with { Kind = LeverKind.Number }, domain, place),
            "int" => WithRange(bare with { Kind = LeverKind.Integer }, domain, place),
            "string" => bare with { Kind = LeverKind.Choice, Choices = [.. domain.Split('|').Select(word => word.Trim())] },
            _ => bare,
        };

        if (label.Length == 0)
        {
            throw new NotebookException($"{place}: {lever.Name} has no label; write it like: {Example}");
        }

        // The default has to satisfy what the line itself says.
        lever.ToLiteral(lever.Kind == LeverKind.Choice ? value.Value.Trim('"') : value.Value);
        return new(lever, value.Index, value.Length);
    }

    private static Lever WithRange(Lever lever, string domain, string place)
    {
        var match = Range().Match(domain);
        if (!match.Success)
        {
            throw new NotebookException($"{place}: {lever.Name} has no range; write it like: {Example}");
        }

        double Number(string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        return lever with
        {
            Choices = [],
            Minimum = Number("minimum"),
            Maximum = Number("maximum"),
            Step = Number("step"),
            Unit = match.Groups["unit"].Value,
        };
    }

    [GeneratedRegex("""^\s*(?<type>double|int|bool|string)\s+(?<name>[A-Za-z_]\w*)\s*=\s*(?<value>"[^"]*"|[^;"]+?)\s*;\s*//(?<comment>.*)$""")]
    private static partial Regex Declaration();

    [GeneratedRegex("""^(?<minimum>-?[\d.]+)\s*(?:…|\.\.)\s*(?<maximum>-?[\d.]+)\s+step\s+(?<step>[\d.]+)(?:\s+(?<unit>.+))?$""")]
    private static partial Regex Range();
}
