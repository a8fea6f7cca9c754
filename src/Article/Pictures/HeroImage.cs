using InteractiveArticle.Files;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Pictures;

namespace InteractiveArticle.Article.Pictures;

/// <summary>
/// The picture of a chapter's main figure as an image of the checkout, for the README.
/// </summary>
internal static class HeroImage
{
    private const string Folder = "images";

    /// <summary>
    /// Writes the main figure of notebooks/05-the-outage.ipynb to images/the-outage.png, where there is such a file already.
    /// </summary>
    /// <param name="document">The executed notebook.</param>
    /// <param name="notebook">Its path.</param>
    /// <returns>The file, or null where the chapter has none.</returns>
    public static string? Refresh(NotebookDocument document, string notebook)
    {
        string full = Path.GetFullPath(notebook);
        string name = Path.GetFileNameWithoutExtension(full);
        string file = Path.Combine(Path.GetDirectoryName(full)!, "..", Folder, name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..] + ".png");
        if (HeroPicture.Of(document) is not { } hero || !File.Exists(file))
        {
            return null;
        }

        AtomicFile.Write(file, hero);
        return Path.GetFullPath(file);
    }
}
