using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using InteractiveArticle.Notebook.Documents;
using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.Formatting;

namespace InteractiveArticle.Notebook.Kernel;

/// <summary>
/// Runs C# cells one after the other, each seeing what the ones before it declared.
/// </summary>
/// <remarks>
/// Built on Roslyn's scripting compiler, with the imports and the functions that .NET Interactive's C# kernel gives a
/// cell, so that a notebook of the portable subset means the same in both. A kernel runs one cell at a time; several
/// kernels may run in one process without mixing their outputs.
/// </remarks>
public sealed class CSharpKernel
{
    private static readonly ScriptOptions CommonOptions = ScriptOptions.Default
        .WithLanguageVersion(LanguageVersion.Latest)
        .WithEmitDebugInformation(true)
        .WithFileEncoding(Encoding.UTF8)
        .AddImports(
            "System",
            "System.Text",
            "System.Collections",
            "System.Collections.Generic",
            "System.Threading.Tasks",
            "System.Linq",
            typeof(CellFunctions).Namespace!,
            typeof(CellFunctions).FullName!)
        .AddReferences(typeof(CellFunctions).Assembly, typeof(Formatter).Assembly, typeof(IHtmlContent).Assembly);

    private readonly string folder;
    private readonly ScriptOptions options;
    private Script<object>? lastScript;
    private ScriptState<object>? state;
    private int displays;

    static CSharpKernel() => CellConsole.Install();

    /// <summary>Makes a kernel with nothing declared yet.</summary>
    /// <param name="folder">The folder that relative <c>#r</c> paths start from: the notebook's own.</param>
    public CSharpKernel(string folder)
    {
        this.folder = Path.GetFullPath(folder);
        options = CommonOptions.WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(this.folder));
    }

    /// <summary>How many cells have been executed.</summary>
    public int ExecutionCount { get; private set; }

    /// <summary>Executes a cell.</summary>
    /// <param name="code">The cell's C#.</param>
    /// <param name="sink">Where its outputs go while it runs; the value of a last expression comes as a <see cref="ResultOutput"/>.</param>
    /// <param name="cancellation">
    /// Ends the wait for the cell. Code that has no way to notice goes on in the background, and the kernel should then
    /// be abandoned.
    /// </param>
    /// <returns>Null when the cell ran to its end, else why it did not.</returns>
    /// <exception cref="OperationCanceledException">The cell was cancelled.</exception>
    public async Task<CellError?> ExecuteAsync(string code, IOutputSink sink, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(sink);
        cancellation.ThrowIfCancellationRequested();
        ExecutionCount++;
        if (PortableSubset.Violation(code) is { } violation)
        {
            return violation;
        }

        // The path is a name for error messages and the place that #r starts from; no such file exists.
        string cellPath = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"cell {ExecutionCount}"));
        var session = new CellSession(sink, () => string.Create(CultureInfo.InvariantCulture, $"display-{Interlocked.Increment(ref displays)}"));
        return await Task.Run(() => RunAsync(code, cellPath, session), cancellation).WaitAsync(cancellation).ConfigureAwait(false);
    }

    private async Task<CellError?> RunAsync(string code, string cellPath, CellSession session)
    {
        CellSession.Current = session;
        var cellOptions = options.WithFilePath(cellPath);
        var script = lastScript?.ContinueWith(code, cellOptions) ?? CSharpScript.Create(code, cellOptions);
        var errors = script.Compile().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        if (errors.Length > 0)
        {
            return CellErrors.OfCompilation(errors);
        }

        try
        {
            var next = state is null
                ? await script.RunAsync(globals: null, catchException: _ => true).ConfigureAwait(false)
                : await script.RunFromAsync(state, catchException: _ => true).ConfigureAwait(false);

            // What a cell declared before it threw stays declared, as in .NET Interactive.
            (lastScript, state) = (script, next);
            if (next.Exception is { } exception)
            {
                return CellErrors.OfException(exception, cellPath);
            }

            if (HasValue(script))
            {
                session.Write(new ResultOutput(ValueFormatter.Format(next.ReturnValue), new JsonObject(), ExecutionCount));
            }

            return null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Formatting runs the cell's own types, and whatever they throw belongs to the cell.
            return CellErrors.OfException(exception, cellPath);
        }
    }

    // A cell has a value when its last statement is an expression without a semicolon that is not void.
    private static bool HasValue(Script<object> script)
    {
        var compilation = script.GetCompilation();
        var tree = compilation.SyntaxTrees.Single();
        return ((CompilationUnitSyntax)tree.GetRoot()).Members.LastOrDefault()
                is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true, Expression: var expression } }
            && compilation.GetSemanticModel(tree).GetTypeInfo(expression).Type?.SpecialType != SpecialType.System_Void;
    }
}
