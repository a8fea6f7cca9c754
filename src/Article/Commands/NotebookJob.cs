using System.Globalization;
using InteractiveArticle.Article.Terminal;
using InteractiveArticle.Kernel;
using InteractiveArticle.Kernel.Running;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Guesses;
using InteractiveArticle.Notebook.Levers;

namespace InteractiveArticle.Article.Commands;

/// <summary>
/// A notebook to run, with its levers; whatever goes wrong is told with the notebook's path.
/// </summary>
internal sealed class NotebookJob
{
    private readonly (long, DateTime) fileAsRead;
    private readonly NotebookDocument document;
    private readonly LeverCell? leverCell;

    /// <summary>Reads the notebook.</summary>
    /// <exception cref="NotebookException">It cannot be read, its parameters cell declares something else than levers, or its guesses are not as a page needs them.</exception>
    public NotebookJob(string path)
    {
        Path = path;
        fileAsRead = Stamp(path);
        document = NotebookFile.Load(path);
        leverCell = Named(() => LeverCell.Find(document));
        _ = Named(() => GuessedPart.FindAll(document));
    }

    public string Path { get; }

    public IReadOnlyList<Lever> Levers => leverCell?.Levers ?? [];

    /// <summary>Runs the notebook as it was configured.</summary>
    /// <returns>The executed notebook.</returns>
    /// <exception cref="CommandException">A cell failed.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<NotebookDocument> RunAsync(NotebookDocument configured, RunSettings settings, IProgress<CellProgress> progress, CancellationToken cancellation)
    {
        using var watch = new EarlyExit(Path, cancellation);
        var run = await InItsFolder(path => NotebookRunner.RunAsync(configured, path, progress, cancellation, settings)).ConfigureAwait(false);
        if (run.FailedCell is { } failed)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new CommandException(Describe(failed));
        }

        return run.Document;
    }

    /// <summary>Writes the executed notebook, over the one that was read as well, unless that has been changed meanwhile.</summary>
    /// <exception cref="CommandException">It has.</exception>
    /// <exception cref="NotebookException">The file cannot be written there.</exception>
    public void Save(NotebookDocument executed, string target)
    {
        if (System.IO.Path.GetFullPath(target) == System.IO.Path.GetFullPath(Path) && File.Exists(target) && Stamp(target) != fileAsRead)
        {
            throw new CommandException($"{target}: somebody saved it while it ran; it was left as it is. Do the same again");
        }

        if (NotebookFile.IsDib(target))
        {
            throw new CommandException($"{target}: outputs have no place in a .dib file; give a path that ends in .ipynb");
        }

        executed.WithoutPageForms().Save(target);
    }

    /// <summary>The notebook with other values in its parameters cell.</summary>
    /// <exception cref="NotebookException">There is no such lever, or it does not take the value.</exception>
    public NotebookDocument Configure(IReadOnlyDictionary<string, string> values) => values.Count == 0
        ? document
        : Named(() => leverCell?.Apply(document, values) ?? throw new NotebookException($"{values.Keys.First()}: no such lever; this notebook has none"));

    /// <summary>
    /// The same for a page, whose levers are those of the parameters cell: what papermill has set behind it counts as a value of
    /// theirs, or else they would show what nothing was computed from, and move nothing.
    /// </summary>
    /// <exception cref="NotebookException">There is no such lever, or one does not take a value.</exception>
    public NotebookDocument ConfigureForPage(IReadOnlyDictionary<string, string> values) =>
        Configure(leverCell?.Injected(document).Where(injected => !values.ContainsKey(injected.Key)).Concat(values).ToDictionary() ?? values);

    // Where Jupyter starts a kernel, so that a cell finds and leaves its files beside the notebook.
    private async Task<T> InItsFolder<T>(Func<string, Task<T>> run)
    {
        string before = Environment.CurrentDirectory;
        string path = System.IO.Path.GetFullPath(Path);
        Environment.CurrentDirectory = System.IO.Path.GetDirectoryName(path)!;
        try
        {
            return await run(path).ConfigureAwait(false);
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    private string Describe(FailedCell failed)
    {
        string line = failed.Error.Line is { } number ? string.Create(CultureInfo.InvariantCulture, $", line {number}") : "";
        return $"{Path}: cell {failed.CellNumber}{line}: {failed.Error.Name}: {failed.Error.Message.ReplaceLineEndings(" ")}{RunOptions.Hint(failed.Error)}";
    }

    // Without opening it, as it may be a pipe.
    private static (long Length, DateTime Written) Stamp(string path) =>
        new FileInfo(path) is { Exists: true } file ? (file.Length, file.LastWriteTimeUtc) : default;

    private T Named<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (NotebookException error)
        {
            throw new NotebookException($"{Path}: {error.Message}");
        }
    }
}
