using InteractiveArticle.Cells.Running;
using InteractiveArticle.Kernel.Hosting;
using InteractiveArticle.Kernel.Running;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Kernel;

/// <summary>
/// Runs notebooks from top to bottom, each in a kernel of its own. Nothing about the run itself (times, machine, paths)
/// gets into the document: the same notebook and library give the same bytes.
/// </summary>
public static class NotebookRunner
{
    /// <summary>The tag of a cell that is meant to fail, as nbclient has it.</summary>
    public const string RaisesTag = "raises-exception";

    /// <summary>Runs the code cells in order, up to the first that fails and is not meant to.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="notebookPath">The notebook's path; its folder is the base of every relative <c>#r</c>.</param>
    /// <param name="progress">Told of each code cell before it runs.</param>
    /// <param name="cancellationToken">Ends the run; the cell it catches is the failed cell, with <see cref="CellError.Cancelled"/>.</param>
    /// <param name="settings">How it is run; null for the defaults.</param>
    /// <returns>The notebook with its outputs, and the failed cell if there is one.</returns>
    /// <exception cref="NotebookException">The notebook is in another language.</exception>
    public static async Task<NotebookRun> RunAsync(
        NotebookDocument document, string notebookPath, IProgress<CellProgress>? progress, CancellationToken cancellationToken, RunSettings? settings = null)
    {
        settings ??= new RunSettings();
        CellLanguage.Check(document, notebookPath);
        var cells = document.Cells.Select(cell => cell with { Outputs = [], ExecutionCount = null }).ToArray();
        var codeCells = cells.Index().Where(cell => cell.Item.Kind == CellKind.Code).ToArray();
        var recorders = new Dictionary<int, OutputRecorder>();
        FailedCell? failed = null;

        string folder = Path.GetDirectoryName(Path.GetFullPath(notebookPath))!;
        using var untilTheEnd = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        CompilerWarmUp.Begin([.. codeCells.Select(cell => cell.Item.Source)], folder, untilTheEnd.Token);
        using var kernel = new NotebookKernel(folder);
        foreach (var (index, cell) in codeCells)
        {
            progress?.Report(new CellProgress(recorders.Count + 1, codeCells.Length, cell));
            var recorder = recorders[index] = new OutputRecorder();
            string? language = CellLanguage.OtherThanCSharp(cell, document);
            if (CellInOtherLanguage.Refusal(language) is { } refusal)
            {
                recorder.Write(refusal);
                continue;
            }

            using var guard = new CellGuard(settings.Limits, cancellationToken);
            var result = await kernel.ExecuteAsync(CellInOtherLanguage.Code(cell.Source, language), new CellSink(recorder, recorders.Values), guard.Token).ConfigureAwait(false);
            cells[index] = cell with { ExecutionCount = result.ExecutionCount };
            if (result.Error is { } ended && (guard.Breach?.At(ended) ?? ended) is var error)
            {
                recorder.Write(error.ToOutput());
                if (cancellationToken.IsCancellationRequested || !(settings.AllowsErrors || cell.HasTag(RaisesTag)))
                {
                    failed = new FailedCell(index + 1, cell, error);
                    break;
                }
            }
        }

        // Only now, as a cell may have updated what an earlier one showed, or shown something late.
        foreach (var (index, recorder) in recorders)
        {
            cells[index] = cells[index] with { Outputs = recorder.Outputs };
        }

        await untilTheEnd.CancelAsync().ConfigureAwait(false);
        return new NotebookRun(document with { Cells = cells }, failed);
    }

    private sealed class CellSink(OutputRecorder own, IReadOnlyCollection<OutputRecorder> all) : IOutputSink
    {
        public void Write(Output output) => own.Write(output);

        public void Clear() => own.Clear();

        public void Update(DisplayOutput output)
        {
            foreach (var recorder in all)
            {
                recorder.Update(output);
            }
        }
    }
}
