using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace InteractiveArticle.Cells.Compiler;

/// <summary>
/// The options and references that every cell starts from, read off a script of the scripting package: it sets switches that
/// have no public name, such as letting an assembly stand in for its lower versions, or letting cells name the types of an
/// assembly that only a referenced one needs.
/// </summary>
internal static class ScriptingDefaults
{
    private static readonly Compilation Script = CSharpScript.Create(
        "", ScriptOptions.Default.AddReferences(typeof(object).Assembly, typeof(Enumerable).Assembly)).GetCompilation();

    /// <summary>The options, but for imports and for how <c>#r</c> finds its file.</summary>
    public static CSharpCompilationOptions Options { get; } = ((CSharpCompilationOptions)Script.Options)
        .WithScriptClassName(CellImports.ClassName)
        .WithOptimizationLevel(OptimizationLevel.Release)
        .WithDeterministic(true);

    /// <summary>The framework and some assemblies more.</summary>
    /// <param name="libraries">The paths of those assemblies.</param>
    public static ImmutableArray<MetadataReference> References(IEnumerable<string> libraries) =>
        [.. Script.References, .. libraries.Select(path => MetadataReference.CreateFromFile(path))];
}
