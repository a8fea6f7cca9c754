using System.Text;
using System.Text.Json.Nodes;
using InteractiveArticle.Files;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Notebook.Documents;

/// <summary>
/// A notebook: cells and metadata, in the format of Jupyter
/// (https://nbformat.readthedocs.io/en/latest/format_description.html), version 4. Immutable; change it with <c>with</c>.
/// </summary>
public sealed record NotebookDocument
{
    // Read whole, a file takes several times its size in memory; the article's largest notebook has about one megabyte.
    private const int MaxBytes = 64 << 20;

    /// <summary>The cells, in reading order.</summary>
    public required IReadOnlyList<Cell> Cells { get; init; }

    /// <summary>The notebook's metadata, kept as read; treat it as read-only.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>Reads a notebook from its text.</summary>
    /// <param name="json">The text of an <c>.ipynb</c> file.</param>
    /// <param name="name">What errors call the notebook, such as its path.</param>
    /// <returns>The notebook. Cells from before version 4.5, which have no identity, are called <c>cell-1</c>, <c>cell-2</c>, …</returns>
    /// <exception cref="NotebookException">The text is not a notebook of version 4.</exception>
    public static NotebookDocument Parse(string json, string name) => new NotebookReader(name).Read(json);

    /// <summary>Reads a notebook from a file.</summary>
    /// <param name="path">The path of an <c>.ipynb</c> file.</param>
    /// <returns>The notebook.</returns>
    /// <exception cref="NotebookException">There is no such file, it cannot be read, or it is not a notebook of version 4.</exception>
    public static NotebookDocument Load(string path)
    {
        if (Directory.Exists(path))
        {
            throw new NotebookException($"{path}: this is a folder; name one notebook (.ipynb) in it.");
        }

        string? json;
        try
        {
            json = BoundedText.Read(path, MaxBytes);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotebookException($"{path}: no such file; give the path of a notebook (.ipynb).", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{path}: cannot be read ({e.Message.TrimEnd('.')}); check the file's permissions.", e);
        }

        return Parse(
            json ?? throw new NotebookException($"{path}: larger than {MaxBytes >> 20} MB, which is the most that is read; clear its outputs in Jupyter or VS Code and save it again."),
            path);
    }

    /// <summary>This notebook as a file is to hold it: its outputs in fewer forms (<see cref="StoredForms"/>).</summary>
    public NotebookDocument WithoutPageForms() => this with
    {
        Cells = [.. Cells.Select(cell => cell with { Outputs = [.. cell.Outputs.Select(StoredForms.Of)] })],
    };

    /// <summary>
    /// The text of the notebook as Jupyter itself writes it: version 4.5, one space of indent, <c>\n</c> line ends,
    /// a line end at the end.
    /// </summary>
    /// <returns>The text; the same document always gives the same text.</returns>
    public string ToJson() => NotebookWriter.Write(this);

    /// <summary>Writes the notebook to a file: first beside it, then swapped in, so that a reader never sees half of it.</summary>
    /// <param name="path">The path to write; its folder must exist.</param>
    /// <exception cref="NotebookException">The file cannot be written there.</exception>
    public void Save(string path) => OrRefuse(path, () => AtomicFile.Write(path, Encoding.UTF8.GetBytes(ToJson())));

    /// <summary>Finds out early that <see cref="Save"/> cannot work, before a notebook has run for minutes.</summary>
    /// <param name="path">The path to write.</param>
    /// <exception cref="NotebookException">No file can be written there.</exception>
    public static void CheckPlace(string path) => OrRefuse(path, () => AtomicFile.Check(path));

    private static void OrRefuse(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{path}: cannot be written ({e.Message.TrimEnd('.')}); choose a path in a folder that exists and that you may write to, on a disk with room.", e);
        }
    }
}
