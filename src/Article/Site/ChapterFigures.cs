using System.Globalization;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// The figures of one chapter as they are rendered: each gets an identity, and a file for its still picture.
/// </summary>
/// <param name="chapter">The chapter's name.</param>
internal sealed class ChapterFigures(string chapter)
{
    private readonly List<SiteFile> pictures = [];
    private int count;

    /// <summary>The files of the still pictures so far.</summary>
    public IReadOnlyList<SiteFile> Pictures => pictures;

    /// <summary>The identity of the next figure on its page.</summary>
    public string NextId() => string.Create(CultureInfo.InvariantCulture, $"figure-{++count}");

    /// <summary>Takes a picture in.</summary>
    /// <param name="id">The figure's identity.</param>
    /// <param name="webP">The picture in Base64.</param>
    /// <returns>Where the page finds it.</returns>
    public string Add(string id, string webP)
    {
        string path = $"pictures/{chapter}-{id}.webp";
        pictures.Add(new(path, Convert.FromBase64String(webP)));
        return path;
    }
}

/// <summary>A file of the site.</summary>
/// <param name="Path">Its path within the site, with forward slashes.</param>
/// <param name="Content">What is in it.</param>
internal sealed record SiteFile(string Path, byte[] Content);
