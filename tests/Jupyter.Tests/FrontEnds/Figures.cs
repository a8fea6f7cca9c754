using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Jupyter.Tests.FrontEnds;

internal static class Figures
{
    /// <summary>How many charts a committed notebook shows.</summary>
    public static int In(string notebook) => Count(notebook, "application/vnd.interactive-article.figure+json");

    /// <summary>How many pictures a committed notebook shows, of charts and of scenes.</summary>
    public static int PicturesIn(string notebook) => Count(notebook, "image/png");

    private static int Count(string notebook, string mimeType) =>
        NotebookDocument.Load(notebook).Cells.SelectMany(cell => cell.Outputs).Count(output => output.Forms?.Find(mimeType) is not null);
}
