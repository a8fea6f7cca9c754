using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using InteractiveArticle.Cells.Bounds;
using InteractiveArticle.Cells.Running;
using InteractiveArticle.Notebook.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace InteractiveArticle.Cells.Compiler;

/// <summary>
/// Compiles cells as script submissions, each on top of the one before. Built on <see cref="CSharpCompilation.CreateScriptCompilation"/>
/// rather than on the scripting package's <c>CSharpScript</c>: it takes the same few lines, gives assemblies with fixed names
/// and bytes instead of random ones, and leaves loading to the host, so that a host with no compiler can run cells compiled here.
/// </summary>
/// <param name="options">What cells start from, and where <c>#r</c> finds libraries.</param>
/// <param name="references">What cells may use with no <c>#r</c>.</param>
/// <param name="makesSymbols">Whether cells get debug symbols, for which the compiler needs a second thread; if not, their lines are marked.</param>
internal sealed class CellCompiler(CSharpCompilationOptions options, ImmutableArray<MetadataReference> references, bool makesSymbols)
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);
    private static readonly EmitOptions EmitOptions = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    /// <summary>The compiler for notebooks that lie in a folder.</summary>
    /// <param name="workingDirectory">The base of relative <c>#r</c> paths.</param>
    public static CellCompiler In(string workingDirectory) =>
        new(ScriptingDefaults.Options.WithMetadataReferenceResolver(new CellReferences(workingDirectory)), ScriptingDefaults.References, makesSymbols: true);

    /// <summary>Compiles a cell.</summary>
    /// <param name="code">The cell's code.</param>
    /// <param name="number">The cell's number, unique in its kernel.</param>
    /// <param name="previous">The compilation of the last cell that holds, if any.</param>
    /// <param name="cancellationToken">Ends the compilation.</param>
    /// <param name="edition">Another number each time that a cell of the same number is compiled for the same session.</param>
    /// <param name="isBounded">Whether the loops of the cell shall end when it is stopped, and its recursions when the stack is full.</param>
    /// <returns>The compiled cell or the error; the other is <see langword="null"/>.</returns>
    /// <exception cref="OperationCanceledException">The compilation was cancelled.</exception>
    public (CompiledCell? Cell, CellError? Error) Compile(string code, int number, CSharpCompilation? previous, CancellationToken cancellationToken, int edition = 0, bool isBounded = false)
    {
        if (Parse(code, number, cancellationToken) is not { } tree)
        {
            return (null, new CellError(CellError.TooDeep, NestedCode.Refusal, null, null, [NestedCode.Refusal]));
        }

        if (PortableSubset.FindViolation(tree) is { } violation)
        {
            return (null, violation);
        }

        try
        {
            return Compile(tree, number, previous, edition, isBounded, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Such as a function with a label, at which Roslyn 5.12 stumbles over a reference to nothing.
            string message = $"The C# compiler itself failed at this code ({e.GetType().Name}); write it another way.";
            return (null, new CellError(CellError.CompilerFailed, message, null, null, [message]));
        }
    }

    private (CompiledCell? Cell, CellError? Error) Compile(SyntaxTree tree, int number, CSharpCompilation? previous, int edition, bool isBounded, CancellationToken cancellationToken)
    {
        var compilation = Understand(tree, number, previous, edition);

        // What is no C# must be told as it was written, and not be mended on the way.
        bool isSound = !tree.GetDiagnostics(cancellationToken).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var marked = isSound && !makesSymbols ? MarkedLines.In(compilation, number) : compilation;
        var runnable = isSound && isBounded ? BoundedCode.In(marked) : marked;
        var (program, errors) = Emit(runnable, cancellationToken);
        if (errors.Length > 0 && runnable != compilation)
        {
            // Errors are told with the columns of the cell as it was written.
            (program, errors) = Emit(compilation, cancellationToken);
        }

        if (errors.Length > 0)
        {
            return (null, Report(errors));
        }

        var cell = new CompiledCell(
            program,
            ResultLine(compilation, tree),
            [.. compilation.DirectiveReferences.OfType<PortableExecutableReference>().Select(reference => reference.FilePath).OfType<string>()],
            compilation,
            Declares(compilation, tree));
        return (cell, null);
    }

    /// <summary>Reads a cell without making it runnable: one that is compiled already, for the next to build on, or one that is still being written.</summary>
    /// <param name="code">The cell's code, finished or not.</param>
    /// <param name="number">The cell's number.</param>
    /// <param name="previous">The compilation of the last cell that holds, if any.</param>
    /// <param name="edition">Another number each time that a cell of the same number is compiled for the same session.</param>
    /// <returns>The compilation, with whatever is wrong in it; of code that is nested too deep, one of blanks in its place.</returns>
    public CSharpCompilation Understand(string code, int number, CSharpCompilation? previous, int edition) =>
        Understand(Parse(code, number, CancellationToken.None) ?? Parse(new string(' ', code.Length), number, CancellationToken.None)!, number, previous, edition);

    // Null for code that is nested too deep.
    private static SyntaxTree? Parse(string code, int number, CancellationToken cancellationToken)
    {
        if (NestedCode.IsTooDeep(code))
        {
            return null;
        }

        var tree = CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, CellName.Of(number), cancellationToken);
        return NestedCode.IsTooDeep(tree) ? null : tree;
    }

    private CSharpCompilation Understand(SyntaxTree tree, int number, CSharpCompilation? previous, int edition) =>
        CSharpCompilation.CreateScriptCompilation(CellName.AssemblyOf(number, edition), tree, references, options, previous, typeof(object));

    private (CellProgram? Program, Diagnostic[] Errors) Emit(CSharpCompilation compilation, CancellationToken cancellationToken)
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(assembly, makesSymbols ? symbols : null, options: makesSymbols ? EmitOptions : null, cancellationToken: cancellationToken);

        // With neither success nor errors there was nothing to emit.
        return emitted.Success && compilation.GetEntryPoint(cancellationToken) is { } entry
            ? (new CellProgram(assembly.ToArray(), symbols.ToArray(), entry.ContainingType.ToDisplayString(), entry.MetadataName), [])
            : (null, [.. emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)]);
    }

    // A script's value is what it returns, or that of its last statement when that is an expression with no semicolon and not void.
    private static int? ResultLine(CSharpCompilation compilation, SyntaxTree tree)
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

    private static bool Declares(CSharpCompilation compilation, SyntaxTree tree) =>
        tree.GetCompilationUnitRoot() is { Usings.Count: > 0 } or { ContainsDirectives: true }
        || compilation.ScriptClass!.GetMembers().Any(member => !member.IsImplicitlyDeclared && member.CanBeReferencedByName);

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static CellError Report(Diagnostic[] diagnostics)
    {
        var errors = diagnostics
            .OrderBy(error => error.Location.SourceSpan.Start)
            .Select(error => (error.Id, Message: LibraryNotFound.Explain(error) ?? error.GetMessage(CultureInfo.InvariantCulture), error.Location))
            .Select(error => (error.Id, error.Message, Place: error.Location.IsInSource ? error.Location.GetLineSpan().StartLinePosition : (LinePosition?)null))
            .ToArray();
        var (id, message, place) = errors[0];
        return new CellError(
            id,
            message,
            place?.Line + 1,
            place?.Character + 1,
            [.. errors.Select(error => string.Create(CultureInfo.InvariantCulture, $"({error.Place?.Line + 1},{error.Place?.Character + 1}): error {error.Id}: {error.Message}"))]);
    }
}
