using InteractiveArticle.Files;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Pictures;

namespace InteractiveArticle.Article.Pictures;

/// <summary>
/// The picture of a chapter's main figure, for wherever the chapter or the article is shown in a single picture.
/// </summary>
internal static class HeroPicture
{
    private const string Folder = "images";

    /// <summary>The picture of a chapter's main figure; null where it has none.</summary>
    public static FigurePicture? Of(NotebookDocument document) =>
        document.Cells.Where(cell => cell.HasTag(CellTags.Hero)).SelectMany(cell => cell.Outputs).Select(PictureAlbum.PictureOf).FirstOrDefault(picture => picture is not null);

    /// <summary>
    /// Writes the main figure of notebooks/05-the-outage.ipynb to images/the-outage.png, where there is such a file already.
    /// </summary>
    /// <returns>The file, or null where the chapter has none.</returns>
    public static string? Refresh(NotebookDocument document, string notebook)
    {
        string full = Path.GetFullPath(notebook);
        string name = Path.GetFileNameWithoutExtension(full);
        string file = Path.Combine(Path.GetDirectoryName(full)!, "..", Folder, name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..] + ".png");
        var hero = Of(document);
        if (hero is null || !File.Exists(file))
        {
            return null;
        }

        AtomicFile.Write(file, Convert.FromBase64String(hero.Png));
        return Path.GetFullPath(file);
    }
}
