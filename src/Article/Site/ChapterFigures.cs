namespace InteractiveArticle.Article.Site;

/// <summary>
/// The figures and images of one chapter as they are rendered: each figure gets a file for its still picture;
/// each image that the text shows comes along.
/// </summary>
/// <param name="chapter">The chapter's name.</param>
/// <param name="notebookFolder">The folder of its notebook.</param>
internal sealed class ChapterFigures(string chapter, string notebookFolder)
{
    private static readonly string[] ImageTypes = [".svg", ".png", ".webp", ".jpg"];

    private readonly List<SiteFile> pictures = [];

    /// <summary>The files of the pictures so far.</summary>
    public IReadOnlyList<SiteFile> Pictures => pictures;

    /// <summary>Takes a picture in.</summary>
    /// <param name="id">The figure's identity.</param>
    /// <param name="webP">The picture in Base64.</param>
    /// <returns>Where the page finds it.</returns>
    public string Add(string id, string webP)
    {
        string path = $"pictures/{chapter}-{id}.webp";
        pictures.Add(new(path, Convert.FromBase64String(webP)));
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
