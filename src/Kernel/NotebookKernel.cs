using InteractiveArticle.Cells.Compiler;
using InteractiveArticle.Cells.Completion;
using InteractiveArticle.Cells.Lines;
using InteractiveArticle.Cells.Running;
using InteractiveArticle.Formatting;
using InteractiveArticle.Kernel.Assistance;
using InteractiveArticle.Kernel.Bounds;
using InteractiveArticle.Kernel.Hosting;
using InteractiveArticle.Kernel.Input;
using InteractiveArticle.Kernel.Magics;
using InteractiveArticle.Kernel.Packages;
using InteractiveArticle.Notebook.Outputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace InteractiveArticle.Kernel;

/// <summary>
/// Runs the cells of a notebook one after another, in the C# kernel of .NET Interactive. A cell that does not compile leaves
/// nothing behind; one that throws leaves what it declared.
/// </summary>
/// <remarks>
/// What is kept around that kernel: loops and recursions without end are ended at their line, errors name cell and line,
/// console text and displays come in order, an interrupted cell leaves the state of those before it, relative <c>#r</c> is the
/// notebook's, and output is limited.
/// </remarks>
public sealed class NotebookKernel : IDisposable
{
    // For a cell that ends by itself once it is told to: its error then has a line.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly CSharpKernel csharp;
    private readonly CompositeKernel root;
    private readonly IKernelCommandHandler<SubmitCode> submission;
    private readonly DisplayIds displayIds = new();
    private readonly Dictionary<string, string> displaysByValueId = [];
    private readonly SemaphoreSlim turn = new(1);
    private RunningCell? running;
    private KernelState? held;
    private int executionCount;
    private bool disposed;

    /// <summary>Creates a kernel with no cells run yet.</summary>
    /// <param name="workingDirectory">The notebook's folder: the base of every relative <c>#r</c>.</param>
    public NotebookKernel(string workingDirectory)
    {
        // Before the kernel's own types, so that what cells display comes here first and can be refused.
        _ = ValueFormatter.Instance;
        csharp = new CSharpKernel().UseKernelHelpers().UseWho().UseValueSharing();
        csharp.DeferCommand(new SubmitCode($"using Kernel = {typeof(Microsoft.DotNet.Interactive.Kernel).FullName};"));
        submission = csharp;
        string folder = Path.GetFullPath(workingDirectory);
        CSharpKernelInternals.WorkingDirectoryOf(csharp) = Environment.CurrentDirectory;
        ref var options = ref CSharpKernelInternals.ScriptOptionsOf(csharp);
        options = options.ForCellsIn(folder);
        csharp.RegisterCommandHandler<RunCell>((command, context) => SubmitAsync(command.Code, context, code => submission.HandleAsync(code, context)));
        csharp.AddMiddleware(BoundAsync);
        NuGetPackages.AddTo(csharp);
        root = MagicCommands.AddTo(new CompositeKernel { csharp }, folder);
        root.DefaultKernelName = csharp.Name;
        root.KernelEvents.Subscribe(new EventObserver(Show));
    }

    /// <summary>
    /// Compiles and runs one cell. Never throws for what the cell does. Cells wait for each other. One that shows more than 16 MB fails.
    /// <para>
    /// Cancellation ends the call soon with <see cref="CellError.Cancelled"/>. The cell's own loops end at their next turn. Anything
    /// else that it has called cannot be stopped from outside: it is abandoned, may go on using a thread until it ends by itself, and
    /// nothing that it shows or declares is seen any more.
    /// </para>
    /// </summary>
    /// <param name="code">The cell's code.</param>
    /// <param name="sink">Takes what the cell shows, as it is shown.</param>
    /// <param name="cancellationToken">Ends the cell.</param>
    /// <param name="counts">Whether the cell is one of the notebook's, and not a question asked in between.</param>
    /// <param name="input">Answers when the cell asks its reader for a line; null where nobody can be asked.</param>
    /// <returns>How the cell ended.</returns>
    /// <exception cref="ObjectDisposedException">The kernel was disposed of.</exception>
    public async Task<CellResult> ExecuteAsync(string code, IOutputSink sink, CancellationToken cancellationToken, bool counts = true, ICellInput? input = null)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var limited = new LimitedSink(sink);
        bool hasTurn = false;
        try
        {
            await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            hasTurn = true;
            executionCount += counts ? 1 : 0;
            var context = new CellContext(limited, displayIds, input);
            var error = await ExecuteAsync(new RunningCell(code, executionCount, context), code, cancellationToken).ConfigureAwait(false);
            return new CellResult(executionCount, error ?? limited.Breach);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new CellResult(executionCount, Cancelled(null));
        }
        finally
        {
            if (hasTurn)
            {
                turn.Release();
            }
        }
    }

    /// <summary>Gets the compiler going, which takes a second: better while the reader still reads than when they run the first cell.</summary>
    public async Task WarmUpAsync()
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            running = new RunningCell("", 0, new CellContext(new OutputRecorder(), displayIds));
            await RunAsync(running, "$\"{1 + 1}\"").ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Whether a cell's code could run as it stands.</summary>
    /// <param name="code">The code.</param>
    public static CellCompleteness CheckCompleteness(string code) => CodeAssistant.Check(code);

    /// <summary>What could be written at a place of a cell that is being written. Not to be called while a cell runs.</summary>
    /// <param name="code">The cell's code so far.</param>
    /// <param name="position">The place, in UTF-16 code units from 0 to the length of the code.</param>
    /// <returns>The completions; none inside of comments and texts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The code has no such place.</exception>
    public Task<CellCompletions> CompleteAsync(string code, int position) => new CodeAssistant(root).CompleteAsync(code, position);

    /// <summary>What stands at a place of a cell, or what is being called there. Not to be called while a cell runs.</summary>
    /// <param name="code">The cell's code so far.</param>
    /// <param name="position">The place, in UTF-16 code units from 0 to the length of the code.</param>
    /// <returns>Its declaration and documentation in Markdown; <see langword="null"/> where nothing has a name.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The code has no such place.</exception>
    public Task<string?> InspectAsync(string code, int position) => new CodeAssistant(root).InspectAsync(code, position);

    /// <summary>Lets go of what the cells declared. A cell that still runs is left to itself.</summary>
    public void Dispose()
    {
        disposed = true;
        running?.Abandon();
        root.Dispose();
    }

    private async Task<CellError?> ExecuteAsync(RunningCell cell, string code, CancellationToken cancellationToken)
    {
        ConsoleCapture.EnsureInstalled();
        CellInputReader.EnsureInstalled();
        StrayExceptions.EnsureCaught();
        StrayExceptions.Latest = new(cell.Context);
        running = cell;

        // On a thread of the pool, so that a cell that never awaits cannot hold the caller.
        var run = Task.Run(() => RunAsync(cell, code), CancellationToken.None);
        using var stop = cancellationToken.Register(() => CellLoop.Stop(cell.Context));
        try
        {
            var error = await run.WaitAsync(cancellationToken).ConfigureAwait(false);
            return cell.Context.IsStopped ? Cancelled(error) : error;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            if (await Task.WhenAny(run, Task.Delay(Grace, CancellationToken.None)).ConfigureAwait(false) == run)
            {
                return Cancelled(await run.ConfigureAwait(false));
            }

            // The kernel takes the console on its way to the code, and who leaves it there never gets it back.
            await Task.WhenAny(run, cell.Reached).ConfigureAwait(false);
            ConsoleCapture.Reinstall();
            cell.Abandon();
            return Cancelled(null);
        }
    }

    private static CellError Cancelled(CellError? error)
    {
        const string Message = "The run was cancelled.";
        return new CellError(CellError.Cancelled, Message, error?.Line, error?.Column, [Message, .. error?.Traceback.Skip(1) ?? []]);
    }

    private async Task<CellError?> RunAsync(RunningCell cell, string code)
    {
        CellContext.Current = cell.Context;
        var magic = MagicLines.In(code);
        if (MagicCommands.Refuse(magic, root) is { } refusal)
        {
            return refusal;
        }

        if (held is not null && csharp.ScriptState != held.Script)
        {
            // A cell that was abandoned has ended meanwhile.
            held.Restore();
        }

        if (magic.Count > 0)
        {
            // Such a command may take long itself, and be all that the cell has.
            cell.Reach();
        }

        var result = await root.SendAsync(magic.Count > 0 ? new SubmitCode(code) : new RunCell(code)).ConfigureAwait(false);
        if (!cell.Abandoned.IsCompleted)
        {
            held = KernelState.Of(csharp);
        }

        var failure = result.Events.OfType<CommandFailed>().FirstOrDefault();
        if (failure?.Exception is CodeSubmissionCompilationErrorException refused)
        {
            // Errors are told with the columns of the cell as it was written; what compiles as it was written runs so. What the
            // compiler finds only as it writes the program, such as a span that is kept over an await, its refusal of that tells.
            var errors = cell.Compilation!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
            return errors.Length > 0 ? CompileErrors.Report(errors)
                : cell.IsBounded ? await RunAsync(running = new RunningCell(code, cell.Number, cell.Context) { IsBounded = false }, code).ConfigureAwait(false)
                : CompileErrors.Report(((CompilationErrorException)refused.InnerException!).Diagnostics);
        }

        return cell.Error ?? (failure is null ? null : Failures.Report(failure, cell, magic));
    }

    // What the parser of magic commands has cut out of a cell comes here on its way to the C# kernel.
    private Task BoundAsync(KernelCommand command, KernelInvocationContext context, KernelPipelineContinuation next) =>
        command is SubmitCode { Code: var code } && csharp.ScriptState is not null && running is { } cell && CellContext.Current == cell.Context
            ? SubmitAsync(cell.AtItsLine(code), context, bounded => next(bounded, context))
            : next(command, context);

    private async Task SubmitAsync(string code, KernelInvocationContext context, Func<SubmitCode, Task> submit)
    {
        var cell = running!;
        ConsoleCapture.Reinstall();
        cell.Reach();
        var bounded = Prepare(cell, code);
        if (bounded is null)
        {
            context.Fail(context.Command, message: cell.Error!.Message);
            return;
        }

        var before = KernelState.Of(csharp);
        var command = new SubmitCode(bounded, csharp.Name);
        command.SetParent(context.Command, bubbleEvents: true);
        var work = Task.Run(() => submit(command));
        if (await Task.WhenAny(work, cell.Abandoned).ConfigureAwait(false) != work)
        {
            context.Fail(context.Command, message: "abandoned");
            return;
        }

        try
        {
            await work.ConfigureAwait(false);
        }
        catch (Exception e) when (csharp.ScriptState is { Exception: null } state && state != before.Script)
        {
            cell.Error ??= Failures.OfFormatting(state.ReturnValue, e, cell);
        }
        catch (Exception) when (csharp.ScriptState != before.Script)
        {
            // The kernel has stumbled over the cell's own exception, which is reported below.
        }

        if (csharp.ScriptState is { Exception: { } exception } failed && failed != before.Script)
        {
            cell.Error ??= ExceptionReport.Of(exception, CellName.Of(cell.Number), Failures.ResultLine(cell));
        }

        if (!Submissions.HasDeclarations(cell.Compilation!))
        {
            // A session of thousands of quick looks at values must not carry all of them along.
            before.Restore();
        }
    }

    // The code with an end to its loops and recursions; null if it is refused.
    private string? Prepare(RunningCell cell, string code)
    {
        if (NestedCode.IsTooDeep(code))
        {
            cell.Error = CompileErrors.TooDeep;
            return null;
        }

        ref var options = ref CSharpKernelInternals.ScriptOptionsOf(csharp);
        options = options.WithFilePath(CellName.Of(cell.Number));
        var compilation = (CSharpCompilation)csharp.ScriptState.Script.ContinueWith(code, options).GetCompilation();
        cell.Compilation = compilation;
        var tree = compilation.SyntaxTrees.Single();
        if (NestedCode.IsTooDeep(tree))
        {
            cell.Error = CompileErrors.TooDeep;
            return null;
        }

        // Syntax errors are reported against the code as it was written, which bounds would change.
        bool isSound = !tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        try
        {
            return isSound && cell.IsBounded ? BoundedCode.Of(compilation) : code;
        }
        catch (Exception e)
        {
            cell.Error = CompileErrors.OfTheCompiler(e);
            return null;
        }
    }

    private void Show(KernelEvent told)
    {
        if (CellContext.Current is not { } context || running is not { } cell || cell.Context != context)
        {
            return;
        }

        switch (told)
        {
            case ReturnValueProduced { Value: not Microsoft.DotNet.Interactive.Formatting.DisplayedValue } result when Failures.ResultLine(cell) is not null:
                try
                {
                    context.Write(StillPictures.AddTo(new ResultOutput(ValueFormatter.Bundle(result.Value, result.FormattedValues), [], cell.Number), result.Value));
                }
                catch (InvalidOperationException e)
                {
                    cell.Error = Failures.OfFormatting(result.Value, e, cell);
                }

                break;
            case DisplayedValueUpdated update:
                Displays.Take(update.Value, update.FormattedValues, displaysByValueId.GetValueOrDefault(update.ValueId));
                break;
            case DisplayedValueProduced display:
                if (Displays.Take(display.Value, display.FormattedValues) is { } id && display.ValueId is not null)
                {
                    displaysByValueId[display.ValueId] = id;
                }

                break;
            case StandardOutputValueProduced output:
                context.Write(new StreamOutput("stdout", output.FormattedValues.First().Value));
                break;
            case StandardErrorValueProduced output:
                context.Write(new StreamOutput("stderr", output.FormattedValues.First().Value));
                break;
        }
    }

    private sealed class EventObserver(Action<KernelEvent> show) : IObserver<KernelEvent>
    {
        public void OnNext(KernelEvent value) => show(value);

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
