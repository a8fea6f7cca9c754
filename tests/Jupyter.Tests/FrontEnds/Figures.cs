using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Jupyter.Tests.FrontEnds;

internal static class Figures
{
    /// <summary>How many charts a committed notebook shows.</summary>
    public static int In(string notebook) => Count(notebook, forms => forms.Find("text/markdown")?.Contains("data:image/webp", StringComparison.Ordinal) ?? false);

    /// <summary>How many scenes a committed notebook shows.</summary>
    public static int ScenesIn(string notebook) => Count(notebook, forms => forms.Find("text/markdown")?.Contains("data:image/svg+xml", StringComparison.Ordinal) ?? false);

    /// <summary>How many pictures a committed notebook shows, of charts and of scenes.</summary>
    public static int PicturesIn(string notebook) => Count(notebook, forms => forms.Find("image/png") is not null);

    private static int Count(string notebook, Predicate<MimeBundle> isCounted) =>
        NotebookDocument.Load(notebook).Cells.SelectMany(cell => cell.Outputs).Count(output => output.Forms is { } forms && isCounted(forms));
}
