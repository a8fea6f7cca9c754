using InteractiveArticle.Jupyter.Tests.Clients;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Jupyter.Tests.FrontEnds;

/// <summary>The notebooks as nobody has run them yet, in a folder of the test where they find the library.</summary>
internal sealed class NotebookCopies : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public NotebookCopies()
    {
        Directory.CreateDirectory(folder["notebooks"]);
        foreach (string path in Repository.Notebooks)
        {
            var notebook = NotebookDocument.Load(path);
            notebook = notebook with { Cells = [.. notebook.Cells.Select(cell => cell with { Outputs = [], ExecutionCount = null })] };
            notebook.Save(this[Path.GetFileName(path)]);
        }

        Directory.CreateSymbolicLink(folder["artifacts"], Repository.PathOf("artifacts"));
    }

    /// <summary>The folder around the folder of notebooks.</summary>
    public string Root => folder.Path;

    /// <summary>The path of a notebook, or of a file beside them.</summary>
    public string this[string name] => folder["notebooks", name];

    public void Dispose()
    {
        Directory.Delete(folder["artifacts"]);
        folder.Dispose();
    }
}
