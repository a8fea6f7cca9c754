using System.Globalization;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// The figures of one chapter as they are rendered: each gets an identity, and a file for its still picture.
/// </summary>
/// <param name="chapter">The chapter's name.</param>
internal sealed class ChapterFigures(string chapter)
{
    private readonly List<SiteFile> pictures = [];
    private readonly HashSet<string> ids = [];

    /// <summary>The files of the still pictures so far.</summary>
    public IReadOnlyList<SiteFile> Pictures => pictures;

    /// <summary>The identity of a figure on its page. It goes by the cell, so that links to a figure outlive figures before it.</summary>
    /// <param name="cell">The cell that shows the figure.</param>
    public string NextId(Cell cell)
    {
        string id = $"figure-{cell.Id}";
        for (int count = 2; !ids.Add(id); count++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"figure-{cell.Id}-{count}");
        }

        return id;
    }

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
