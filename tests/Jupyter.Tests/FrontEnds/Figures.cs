using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Jupyter.Tests.FrontEnds;

internal static class Figures
{
    /// <summary>How many figures a committed notebook shows.</summary>
    public static int In(string notebook) => NotebookDocument.Load(notebook).Cells.SelectMany(cell => cell.Outputs)
        .Select(output => output switch { ResultOutput result => result.Data, DisplayOutput display => display.Data, _ => null })
        .Count(forms => forms?.MimeTypes.Contains("application/vnd.plotly.v1+json") == true);
}
