using System.Text.Json.Nodes;

namespace InteractiveArticle.Notebook.Documents;

/// <summary>
/// A notebook: cells in order, and what the file says about the whole.
/// </summary>
/// <param name="Cells">The cells.</param>
/// <param name="Metadata">The file's metadata, such as the kernel it is for.</param>
public sealed record NotebookDocument(IReadOnlyList<Cell> Cells, JsonObject Metadata)
{
    /// <summary>The file name ending of a notebook.</summary>
    public const string Extension = ".ipynb";

    /// <summary>Reads a notebook from its file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="NotebookException">There is no such file, or it is not a notebook of format 4.</exception>
    public static NotebookDocument Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new NotebookException($"{path}: there is no such notebook; give the path of an {Extension} file");
        }

        try
        {
            return NotebookFormat.Read(File.ReadAllText(path), path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{path}: cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Reads a notebook from its JSON text.</summary>
    /// <param name="json">The text of an .ipynb file.</param>
    /// <param name="name">What to call it in error messages.</param>
    /// <exception cref="NotebookException">The text is not a notebook of format 4.</exception>
    public static NotebookDocument Parse(string json, string name) => NotebookFormat.Read(json, name);

    /// <summary>The notebook as the text of an .ipynb file, laid out as Jupyter does.</summary>
    public string ToJson() => NotebookFormat.Write(this);

    /// <summary>Writes the notebook to a file: beside it first, then in its place, so that a failure leaves the old file whole.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="NotebookException">The file cannot be written.</exception>
    public void Save(string path)
    {
        string beside = path + ".new";
        try
        {
            File.WriteAllText(beside, ToJson());
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(beside))
            {
                File.Delete(beside);
            }

            throw new NotebookException($"{path}: cannot be written: {error.Message}", error);
        }
    }
}
