using System.Text.RegularExpressions;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Notebook.Levers;

/// <summary>
/// The cell that papermill puts behind the cell of levers (https://papermill.readthedocs.io/en/latest/usage-parameterize.html): it
/// declares each parameter once more, one a line, with the value that was asked for:
/// <code>
/// // Parameters
/// var removed = 0.3;
/// </code>
/// </summary>
internal static partial class InjectedCell
{
    /// <summary>Its tag.</summary>
    public const string Tag = "injected-parameters";

    /// <summary>The parameters that a notebook has such a cell for, and their values as C#.</summary>
    /// <param name="document">The notebook.</param>
    public static IEnumerable<(string Name, string Value)> Of(NotebookDocument document) =>
        from cell in document.Cells
        where cell.Kind == CellKind.Code && cell.HasTag(Tag)
        from line in cell.Source.Split('\n')
        let match = Declaration().Match(line)
        where match.Success
        select (match.Groups["name"].Value, match.Groups["value"].Value);

    /// <summary>A cell without the declarations of some parameters, where it is such a cell; any other cell as it is.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="isLeftOut">Whether a parameter of some name is one of them.</param>
    public static Cell Without(Cell cell, Predicate<string> isLeftOut) => cell.Kind == CellKind.Code && cell.HasTag(Tag)
        ? cell with { Source = string.Join('\n', cell.Source.Split('\n').Where(line => Declaration().Match(line) is not { Success: true } match || !isLeftOut(match.Groups["name"].Value))) }
        : cell;

    [GeneratedRegex(@"^var (?<name>\w+) = (?<value>.*)", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
