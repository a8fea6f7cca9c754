using System.Text;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// Writes all files of the article's site.
/// </summary>
internal static class SiteWriter
{
    private const string AssetPrefix = "assets/";

    public static void Write(IReadOnlyList<Chapter> chapters, SiteFolder folder)
    {
        for (int i = 0; i < chapters.Count; i++)
        {
            string page = Page.OfChapter(chapters[i], i > 0 ? chapters[i - 1] : null, i + 1 < chapters.Count ? chapters[i + 1] : null);
            folder.Add(chapters[i].Page, Encoding.UTF8.GetBytes(page.ReplaceLineEndings("\n")));
        }

        folder.Add(SiteFolder.FrontPage, Encoding.UTF8.GetBytes(Page.OfContents(chapters).ReplaceLineEndings("\n")));
        var assembly = typeof(SiteWriter).Assembly;
        foreach (string asset in assembly.GetManifestResourceNames().Where(name => name.StartsWith(AssetPrefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(asset)!;
            using var content = new MemoryStream();
            stream.CopyTo(content);
            folder.Add(asset, content.ToArray());
        }
    }
}
