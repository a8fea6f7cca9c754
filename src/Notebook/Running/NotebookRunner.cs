using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Kernel;

namespace InteractiveArticle.Notebook.Running;

/// <summary>
/// Runs a whole notebook, top to bottom, in a kernel of its own.
/// </summary>
/// <remarks>Nothing that differs from run to run (times, identities) gets into the outputs: the same notebook gives the same bytes.</remarks>
public static class NotebookRunner
{
    /// <summary>Runs a notebook.</summary>
    /// <param name="document">The notebook; its old outputs are dropped.</param>
    /// <param name="folder">The folder that relative <c>#r</c> paths start from.</param>
    /// <param name="progress">Is told of every finished code cell.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>The notebook with new outputs, up to and including the first cell that failed.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static async Task<NotebookRun> RunAsync(
        NotebookDocument document,
        string folder,
        IProgress<CellProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var kernel = new CSharpKernel(folder);
        var cells = document.Cells.Select(cell => cell with { Outputs = [], ExecutionCount = null }).ToArray();
        int count = cells.Count(IsExecutable);
        for (int i = 0; i < cells.Length; i++)
        {
            if (!IsExecutable(cells[i]))
            {
                continue;
            }

            var outputs = new CellOutputs();
            var error = await kernel.ExecuteAsync(cells[i].Source, outputs, cancellation).ConfigureAwait(false);
            if (error is not null)
            {
                outputs.Write(new ErrorOutput(error.Name, error.Message, error.Traceback));
            }

            cells[i] = cells[i] with { Outputs = outputs.All, ExecutionCount = kernel.ExecutionCount };
            if (error is not null)
            {
                return new(document with { Cells = cells }, new(i + 1, error));
            }

            progress?.Report(new(kernel.ExecutionCount, count));
        }

        return new(document with { Cells = cells }, null);
    }

    private static bool IsExecutable(Cell cell) => cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source);
}
