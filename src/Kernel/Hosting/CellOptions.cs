using System.Text;
using InteractiveArticle.Kernel.Bounds;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;

namespace InteractiveArticle.Kernel.Hosting;

/// <summary>
/// How the cells of a notebook are compiled.
/// </summary>
internal static class CellOptions
{
    /// <summary>Adds to a compiler's options that errors have lines, cells are optimised, and relative <c>#r</c> and <c>#load</c> are the notebook's.</summary>
    /// <param name="options">The options with the imports and references that cells have besides.</param>
    /// <param name="folder">The notebook's folder.</param>
    public static ScriptOptions ForCellsIn(this ScriptOptions options, string folder) => options
        .WithEmitDebugInformation(true)
        .WithFileEncoding(Encoding.UTF8)
        .WithOptimizationLevel(OptimizationLevel.Release)
        .WithMetadataResolver(new NotebookReferences(folder))
        .WithSourceResolver(new SourceFileResolver([], folder))
        .AddReferences(typeof(CellLoop).Assembly);
}
