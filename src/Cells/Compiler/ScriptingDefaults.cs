using System.Collections.Immutable;
using InteractiveArticle.Cells.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.Formatting;

namespace InteractiveArticle.Cells.Compiler;

/// <summary>
/// The options and references that every cell starts from, read off a script of the scripting package: it sets switches that
/// have no public name, such as letting an assembly stand in for its lower versions, or letting cells name the types of an
/// assembly that only a referenced one needs. Made once for all kernels of the process.
/// </summary>
internal static class ScriptingDefaults
{
    private static readonly Compilation Script = CSharpScript.Create(
        "", ScriptOptions.Default.AddReferences(typeof(object).Assembly, typeof(Enumerable).Assembly, typeof(Formatter).Assembly)).GetCompilation();

    public static CSharpCompilationOptions Options { get; } = ((CSharpCompilationOptions)Script.Options)
        .WithScriptClassName(CellImports.ClassName)
        .WithUsings(CellImports.Namespaces)
        .WithOptimizationLevel(OptimizationLevel.Release)
        .WithDeterministic(true);

    public static ImmutableArray<MetadataReference> References { get; } =
        [.. Script.References, MetadataReference.CreateFromFile(typeof(CellFunctions).Assembly.Location)];
}
