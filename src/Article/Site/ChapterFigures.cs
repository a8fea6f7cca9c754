using InteractiveArticle.Notebook.Outputs;
using InteractiveArticle.Notebook.Pictures;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// The figures and images of one chapter as they are rendered: each figure gets a file for its still picture;
/// each image that the text shows comes along.
/// </summary>
/// <param name="chapter">The chapter's name.</param>
/// <param name="notebookFolder">The folder of its notebook.</param>
/// <param name="stills">The still pictures of its figures.</param>
internal sealed class ChapterFigures(string chapter, string notebookFolder, FigurePictures stills)
{
    private static readonly string[] ImageTypes = [".svg", ".png", ".webp", ".jpg"];

    private readonly List<SiteFile> pictures = [];

    /// <summary>The files of the pictures so far.</summary>
    public IReadOnlyList<SiteFile> Pictures => pictures;

    /// <summary>Takes in the still picture of a figure, or else the picture that its output brings along.</summary>
    /// <param name="output">The output that shows the figure.</param>
    /// <param name="id">The figure's identity.</param>
    /// <returns>Where the page finds the picture; null where there is none.</returns>
    public string? Add(Output output, string id)
    {
        var (content, ending) = stills.WebPOf(output) is { } webP ? (webP, ".webp") : (HeroPicture.PngOf(output), ".png");
        if (content is null)
        {
            return null;
        }

        string path = $"pictures/{chapter}-{id}{ending}";
        pictures.Add(new(path, content));
        return SiteAddress.Of(path);
    }

    /// <summary>Takes in an image that the text shows.</summary>
    /// <param name="address">Its address relative to the notebook.</param>
    /// <returns>Where the page finds it; null for what is no image beside the notebooks.</returns>
    public string? Include(string address)
    {
        string beside = Path.GetFullPath(Path.Combine(notebookFolder, ".."));
        string file = Path.GetFullPath(Path.Combine(notebookFolder, address));
        bool isOurs = file.StartsWith(beside + Path.DirectorySeparatorChar, StringComparison.Ordinal) && ImageTypes.Contains(Path.GetExtension(file));
        if (!isOurs || !File.Exists(file))
        {
            return null;
        }

        string path = "images/" + Path.GetFileName(file);
        if (pictures.All(picture => picture.Path != path))
        {
            pictures.Add(new(path, File.ReadAllBytes(file)));
        }

        return SiteAddress.Of(path);
    }
}

/// <summary>A file of the site.</summary>
/// <param name="Path">Its path within the site, with forward slashes.</param>
/// <param name="Content">What is in it.</param>
internal sealed record SiteFile(string Path, byte[] Content);
