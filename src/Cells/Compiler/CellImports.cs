using System.Collections.Immutable;
using InteractiveArticle.Cells.Running;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Cells.Compiler;

/// <summary>What every cell starts from, whatever compiles it.</summary>
internal static class CellImports
{
    /// <summary>The class that a cell's declarations become members of.</summary>
    public const string ClassName = "Cell";

    /// <summary>The imports of .NET Interactive's C# kernel; the last two take the place of its own functions.</summary>
    public static ImmutableArray<string> Namespaces { get; } =
    [
        "System",
        "System.Text",
        "System.Collections",
        "System.Collections.Generic",
        "System.Threading.Tasks",
        "System.Linq",
        typeof(CellFunctions).FullName!,
        typeof(DisplayExtensions).FullName!,
    ];
}
