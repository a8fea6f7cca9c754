using System.Buffers.Text;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Notebook.Pictures;

/// <summary>
/// The picture of a chapter's main figure, for wherever the chapter or the article is shown in a single picture.
/// </summary>
public static class HeroPicture
{
    /// <summary>The picture.</summary>
    /// <param name="document">The chapter's executed notebook.</param>
    /// <returns>The PNG; <see langword="null"/> where its main figure has none.</returns>
    public static byte[]? Of(NotebookDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Cells.Where(cell => cell.HasTag(CellTags.Hero)).SelectMany(cell => cell.Outputs).Select(PngOf).FirstOrDefault(png => png is not null);
    }

    /// <summary>The picture that an output carries as one of its forms.</summary>
    /// <param name="output">Any output.</param>
    /// <returns>The PNG; <see langword="null"/> where it carries none.</returns>
    public static byte[]? PngOf(Output output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.Forms?.Find(MimeTypes.Png) is { } png && Base64.IsValid(png) ? Convert.FromBase64String(png) : null;
    }
}
