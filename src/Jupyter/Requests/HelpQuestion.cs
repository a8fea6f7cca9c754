using System.Text.RegularExpressions;

namespace InteractiveArticle.Jupyter.Requests;

/// <summary>
/// A cell that only asks what something is: its name and a question mark, before or after it, as IPython has it. No C# looks like
/// this.
/// </summary>
internal static partial class HelpQuestion
{
    /// <summary>The name that a cell asks about.</summary>
    /// <param name="code">The cell's code.</param>
    /// <returns>Null if it is another cell.</returns>
    public static string? NameIn(string code) => Question().Match(code) is { Success: true } match ? match.Groups["name"].Value : null;

    [GeneratedRegex(@"\A\s*(\?(?<name>[\w.]+)|(?<name>[\w.]+)\?)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Question();
}
