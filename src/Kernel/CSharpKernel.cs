using InteractiveArticle.Cells.Bounds;
using InteractiveArticle.Cells.Compiler;
using InteractiveArticle.Cells.Completion;
using InteractiveArticle.Cells.Running;
using InteractiveArticle.Notebook.Outputs;
using Microsoft.CodeAnalysis.CSharp;

namespace InteractiveArticle.Kernel;

/// <summary>
/// Runs C# cells one after another, as the C# kernel of .NET Interactive does for the portable subset of notebooks: plain C#
/// of the latest version with top-level statements and <c>await</c>, <c>#r "path"</c>, <c>using</c> lines and declarations that
/// later cells see, console output, <c>display</c> and the other <see cref="CellFunctions"/>, and the value of a trailing expression.
/// A cell that does not compile leaves nothing behind; one that throws leaves what it declared.
/// </summary>
public sealed class CSharpKernel : IDisposable, IAsyncDisposable
{
    private readonly CellCompiler compiler;
    private readonly CellLoadContext assemblies = new();
    private readonly DisplayIds displayIds = new();
    private readonly SemaphoreSlim turn = new(1);
    private CSharpCompilation? last;

    // One state for each cell that holds, after a first place that scripts reserve for their host.
    private object?[] states = [null];
    private int executionCount;
    private int uncounted;
    private bool disposed;

    /// <summary>Creates a kernel with no cells run yet.</summary>
    /// <param name="workingDirectory">The notebook's folder: the base of every relative <c>#r</c>.</param>
    public CSharpKernel(string workingDirectory) => compiler = CellCompiler.In(Path.GetFullPath(workingDirectory));

    /// <summary>
    /// Compiles and runs one cell. Never throws for what the cell does. Cells wait for each other. One that shows more than 16 MB fails.
    /// <para>
    /// Cancellation ends the call promptly with <see cref="CellError.Cancelled"/>. The cell's own loops end at their next turn. Anything
    /// else that it has called cannot be stopped from outside: it is abandoned, may go on using a thread until it ends by itself, and
    /// nothing that it shows or declares is seen any more.
    /// </para>
    /// </summary>
    /// <param name="code">The cell's code.</param>
    /// <param name="sink">Takes what the cell shows, as it is shown; no call comes after the task has ended.</param>
    /// <param name="cancellationToken">Ends the cell.</param>
    /// <param name="counts">Whether the cell is one of the notebook's, and not a question asked in between.</param>
    /// <returns>How the cell ended.</returns>
    /// <exception cref="ObjectDisposedException">The kernel was disposed of.</exception>
    public async Task<CellResult> ExecuteAsync(string code, IOutputSink sink, CancellationToken cancellationToken, bool counts = true)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var shown = new LimitedSink(sink);
        var cell = new CellContext(shown, displayIds);
        var hasTurn = false;
        try
        {
            await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            hasTurn = true;
            var (number, edition) = counts ? (++executionCount, 0) : (executionCount, ++uncounted);
            ConsoleCapture.EnsureInstalled();
            StrayExceptions.EnsureCaught();

            // On a thread of the pool, so that a cell that never awaits cannot hold the caller.
            (var error, last, states) = await Task.Run(() => RunAsync(code, number, edition, cell, cancellationToken), CancellationToken.None)
                .WaitAsync(cancellationToken).ConfigureAwait(false);
            return new CellResult(number, error ?? shown.Breach);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            CellLoop.Stop(cell);
            const string Message = "The run was cancelled.";
            return new CellResult(executionCount, new CellError(CellError.Cancelled, Message, null, null, [Message]));
        }
        finally
        {
            cell.End();
            if (hasTurn)
            {
                turn.Release();
            }
        }
    }

    /// <summary>Looks at a cell that is still being written. Not to be called while a cell runs.</summary>
    /// <param name="code">The cell's code so far.</param>
    /// <returns>What helps to write it.</returns>
    /// <exception cref="ObjectDisposedException">The kernel was disposed of.</exception>
    public CellAssistant Assist(string code)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return new CellAssistant(compiler.Understand(code, executionCount + 1, last, edition: 0));
    }

    /// <summary>Lets go of what the cells declared. A cell that still runs is left to itself.</summary>
    public void Dispose()
    {
        disposed = true;
        last = null;
        states = [];
    }

    /// <inheritdoc cref="Dispose"/>
    /// <returns>A task that has ended.</returns>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    // Gives the new state back instead of setting it, so that a cell that was abandoned meanwhile leaves nothing behind.
    private async Task<(CellError? Error, CSharpCompilation? Last, object?[] States)> RunAsync(
        string code, int number, int edition, CellContext cell, CancellationToken cancellationToken)
    {
        CellContext.Current = cell;
        var (previous, earlier) = (last, states);
        var (compiled, error) = compiler.Compile(code, number, previous, cancellationToken, edition, isBounded: true);
        if (compiled is null)
        {
            return (error, previous, earlier);
        }

        cancellationToken.ThrowIfCancellationRequested();
        object?[] all = [.. earlier, null];
        int? resultLine = null;
        try
        {
            foreach (var library in compiled.Libraries)
            {
                assemblies.Add(library);
            }

            // A session of thousands of quick looks at values must not carry all of them along, neither here nor below.
            Func<CellProgram, Func<object?[], Task<object?>>> load = compiled.Declares ? assemblies.Load : assemblies.LoadForNow;
            var value = compiled.Program is { } program ? await load(program)(all).ConfigureAwait(false) : null;
            resultLine = compiled.ResultLine;
            if (resultLine is not null && value is not DisplayedValue)
            {
                cell.Write(new ResultOutput(ValueFormatter.Format(value, []), [], number));
            }
        }
        catch (Exception e)
        {
            error = ExceptionReport.Of(e, CellName.Of(number), resultLine);
        }

        return compiled.Declares ? (error, compiled.Compilation, all) : (error, previous, earlier);
    }
}
