using System.Security.Cryptography;
using InteractiveArticle.Notebook.Outputs;
using InteractiveArticle.Notebook.Pictures;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// The figures and images of one chapter as they are rendered: each figure gets a file for its still picture;
/// each image that the text shows, and each file that it links to, comes along.
/// </summary>
/// <param name="chapter">The chapter's name.</param>
/// <param name="notebookFolder">The folder of its notebook.</param>
/// <param name="stills">The still pictures of its figures.</param>
internal sealed class ChapterFigures(string chapter, string notebookFolder, FigurePictures stills)
{
    private readonly FilesBeside beside = new(notebookFolder);
    private readonly List<SiteFile> pictures = [];
    private readonly SortedSet<string> missing = new(StringComparer.Ordinal);

    /// <summary>The files of the pictures so far.</summary>
    public IReadOnlyList<SiteFile> Pictures => pictures;

    /// <summary>The addresses of what the text shows or links to and no page can have.</summary>
    public IReadOnlyCollection<string> Missing => missing;

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
    /// <returns>Where the page finds it; null for what is no image beside the notebook.</returns>
    public string? Include(string address)
    {
        if (beside.Picture(address) is not { } picture)
        {
            missing.Add(address);
            return null;
        }

        // By itself in a browser an SVG could run scripts of the page's origin; as an image that the page carries it never does.
        bool isSvg = Path.GetExtension(picture.Path).Equals(".svg", StringComparison.OrdinalIgnoreCase);
        return isSvg && !SvgFile.IsHarmless(picture.Content)
            ? $"data:image/svg+xml;base64,{Convert.ToBase64String(picture.Content)}"
            : Copy("images", picture);
    }

    /// <summary>Takes in a file that the text links to.</summary>
    /// <param name="address">Its address relative to the notebook.</param>
    /// <returns>Where the page finds it; null for what no page can have beside it.</returns>
    public string? Link(string address)
    {
        if (beside.Data(address) is not { } file)
        {
            missing.Add(address);
            return null;
        }

        return Copy("files", file);
    }

    // A name that another file has already gets its content's hash.
    private string Copy(string folder, SiteFile file)
    {
        string name = pictures.Exists(other => other.Path == $"{folder}/{file.Path}" && !other.Content.AsSpan().SequenceEqual(file.Content))
            ? $"{Convert.ToHexStringLower(SHA256.HashData(file.Content))[..12]}-{file.Path}"
            : file.Path;
        string path = $"{folder}/{name}";
        if (pictures.All(picture => picture.Path != path))
        {
            pictures.Add(new(path, file.Content));
        }

        return SiteAddress.Of(path);
    }
}

/// <summary>A file of the site.</summary>
/// <param name="Path">Its path within the site, with forward slashes.</param>
/// <param name="Content">What is in it.</param>
internal sealed record SiteFile(string Path, byte[] Content);
