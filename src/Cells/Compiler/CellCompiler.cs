using System.Collections.Immutable;
using System.Text;
using InteractiveArticle.Cells.Lines;
using InteractiveArticle.Cells.Running;
using InteractiveArticle.Notebook.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace InteractiveArticle.Cells.Compiler;

/// <summary>
/// Compiles cells for a page, as script submissions, each on top of the one before. Built on
/// <see cref="CSharpCompilation.CreateScriptCompilation"/> rather than on the scripting package's <c>CSharpScript</c>: it takes
/// the same few lines, gives assemblies with fixed names and bytes instead of random ones, and leaves loading to the host, so
/// that a page with no compiler can run cells compiled here.
/// </summary>
/// <param name="options">What cells start from, and where <c>#r</c> finds libraries.</param>
/// <param name="references">What cells may use with no <c>#r</c>.</param>
/// <param name="marksLines">Whether cells mark their lines, so that errors can be told with them.</param>
internal sealed class CellCompiler(CSharpCompilationOptions options, ImmutableArray<MetadataReference> references, bool marksLines)
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>The compiler for notebooks that lie in a folder.</summary>
    /// <param name="workingDirectory">The base of relative <c>#r</c> paths.</param>
    /// <param name="environment">What cells may use besides the framework.</param>
    public static CellCompiler In(string workingDirectory, CellEnvironment environment) => new(
        ScriptingDefaults.Options.WithUsings(CellImports.With(environment.Helpers)).WithMetadataReferenceResolver(new CellReferences(workingDirectory)),
        ScriptingDefaults.References(environment.Libraries),
        marksLines: false);

    /// <summary>Compiles a cell.</summary>
    /// <param name="code">The cell's code.</param>
    /// <param name="number">The cell's number, unique in its notebook.</param>
    /// <param name="previous">The compilation of the last cell that holds, if any.</param>
    /// <param name="revision">Another number each time that a cell of the same number is compiled for the same session.</param>
    /// <returns>The compiled cell or the error; the other is <see langword="null"/>.</returns>
    public (CompiledCell? Cell, CellError? Error) Compile(string code, int number, CSharpCompilation? previous, int revision = 0)
    {
        if (Parse(code, number) is not { } tree)
        {
            return (null, CompileErrors.TooDeep);
        }

        if (PortableSubset.FindViolation(tree) is { } violation)
        {
            return (null, violation);
        }

        try
        {
            return Compile(tree, number, previous, revision);
        }
        catch (Exception e)
        {
            return (null, CompileErrors.OfTheCompiler(e));
        }
    }

    /// <summary>Reads a cell without making it runnable: one that is compiled already, for the next to build on, or one that is still being written.</summary>
    /// <param name="code">The cell's code, finished or not.</param>
    /// <param name="number">The cell's number.</param>
    /// <param name="previous">The compilation of the last cell that holds, if any.</param>
    /// <param name="revision">Another number each time that a cell of the same number is compiled for the same session.</param>
    /// <returns>The compilation, with whatever is wrong in it; of code that is nested too deep, one of blanks in its place.</returns>
    public CSharpCompilation CreateCompilation(string code, int number, CSharpCompilation? previous, int revision) =>
        CreateCompilation(Parse(code, number) ?? Parse(new string(' ', code.Length), number)!, number, previous, revision);

    private (CompiledCell? Cell, CellError? Error) Compile(SyntaxTree tree, int number, CSharpCompilation? previous, int revision)
    {
        var compilation = CreateCompilation(tree, number, previous, revision);

        // Syntax errors are reported against the code as it was written, which marks would change.
        bool isSound = !tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var runnable = isSound && marksLines ? MarkedLines.In(compilation, number) : compilation;
        var (program, errors) = Emit(runnable);
        if (errors.Length > 0 && runnable != compilation)
        {
            (program, errors) = Emit(compilation);
        }

        return errors.Length > 0 ? (null, CompileErrors.Report(errors)) : (new CompiledCell(program, ResultLine(compilation, tree), compilation), null);
    }

    // Null for code that is nested too deep.
    private static SyntaxTree? Parse(string code, int number)
    {
        if (NestedCode.IsTooDeep(code))
        {
            return null;
        }

        var tree = CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, CellName.Of(number));
        return NestedCode.IsTooDeep(tree) ? null : tree;
    }

    private CSharpCompilation CreateCompilation(SyntaxTree tree, int number, CSharpCompilation? previous, int revision) =>
        CSharpCompilation.CreateScriptCompilation(CellName.AssemblyOf(number, revision), tree, references, options, previous, typeof(object));

    private static (CellProgram? Program, Diagnostic[] Errors) Emit(CSharpCompilation compilation)
    {
        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly);

        // With neither success nor errors there was nothing to emit.
        return emitted.Success && compilation.GetEntryPoint(CancellationToken.None) is { } entry
            ? (new CellProgram(assembly.ToArray(), entry.ContainingType.ToDisplayString(), entry.MetadataName), [])
            : (null, [.. emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)]);
    }

    // A script's value is what it returns, or that of its last statement when that is an expression with no semicolon and not void.
    internal static int? ResultLine(CSharpCompilation compilation, SyntaxTree tree)
    {
        var root = tree.GetCompilationUnitRoot();
        if (root.Members.LastOrDefault() is not GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last })
        {
            return root.DescendantNodes(node => node is CompilationUnitSyntax or GlobalStatementSyntax or (StatementSyntax and not LocalFunctionStatementSyntax))
                .OfType<ReturnStatementSyntax>().LastOrDefault(statement => statement.Expression is not null) is { } statement
                    ? LineOf(statement)
                    : null;
        }

        var type = compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type;
        return type?.SpecialType == SpecialType.System_Void ? null : LineOf(last);
    }

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
