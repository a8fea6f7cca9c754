using System.Collections.Immutable;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Cells.Compiler;

/// <summary>What every cell starts from, whatever compiles it.</summary>
internal static class CellImports
{
    /// <summary>The class that a cell's declarations become members of.</summary>
    public const string ClassName = "Cell";

    // Those of .NET Interactive's C# kernel.
    private static readonly ImmutableArray<string> Namespaces =
    [
        "System",
        "System.Text",
        "System.Collections",
        "System.Collections.Generic",
        "System.Threading.Tasks",
        "System.Linq",
    ];

    /// <summary>The imports of cells.</summary>
    /// <param name="helpers">Static classes whose methods cells call by their bare names.</param>
    public static ImmutableArray<string> With(IReadOnlyList<string> helpers) => [.. Namespaces, .. helpers];
}
