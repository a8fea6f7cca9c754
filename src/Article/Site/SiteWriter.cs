using System.Text;
using InteractiveArticle.Kernel.Packages;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// Writes all files of the article's site.
/// </summary>
internal static class SiteWriter
{
    // What only pages with levers load.
    private const string LiveAssets = "assets/live/";

    // What only pages with mathematics load.
    private static readonly string[] MathAssets = ["assets/katex/", "assets/math.js"];

    // What only pages with charts of unusual kinds load.
    private const string WholePlotly = "assets/plotly/plotly.min.js";

    /// <summary>Writes the site.</summary>
    /// <param name="written">The chapters in their order.</param>
    /// <param name="live">The program that runs cells in the browser; null leaves the live part out.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="imprint">What the site says of itself.</param>
    /// <param name="address">Where the site will be on the web; null if that is not known.</param>
    public static void Write(IReadOnlyList<Chapter> written, LiveProgram? live, SiteFolder folder, SiteImprint imprint, Uri? address)
    {
        var glossary = Glossary.Of(written);
        var chapters = glossary.Chapters;
        var site = new SiteFrame(imprint, address, imprint.HasGlossary || glossary.Entries.Count > 0);
        for (int i = 0; i < chapters.Count; i++)
        {
            string page = Page.OfChapter(chapters[i], i > 0 ? chapters[i - 1] : null, i + 1 < chapters.Count ? chapters[i + 1] : null, site);
            folder.Add(chapters[i].Page, Encoding.UTF8.GetBytes(page.ReplaceLineEndings("\n")));
            foreach (var picture in chapters[i].Files)
            {
                folder.Add(picture.Path, picture.Content);
            }
        }

        if (site.HasGlossary)
        {
            folder.Add(Glossary.Page, Encoding.UTF8.GetBytes(Page.OfGlossary(glossary, site).ReplaceLineEndings("\n")));
        }

        folder.Add(SiteFolder.FrontPage, Encoding.UTF8.GetBytes(Page.OfContents(chapters, site).ReplaceLineEndings("\n")));
        bool isLive = chapters.Any(chapter => chapter.IsLive);
        bool hasMathematics = chapters.Any(chapter => chapter.HasMathematics);
        foreach (string asset in SiteAssets.Paths
            .Where(asset => isLive || !asset.StartsWith(LiveAssets, StringComparison.Ordinal))
            .Where(asset => hasMathematics || !MathAssets.Any(start => asset.StartsWith(start, StringComparison.Ordinal))))
        {
            folder.Add(asset, SiteAssets.Read(asset));
        }

        folder.Add("assets/plain.js", Encoding.UTF8.GetBytes(PlainScript.OfPages(Page.Modules(isLive, hasMathematics))));
        if (chapters.Any(chapter => chapter.NeedsWholePlotly))
        {
            folder.Add(WholePlotly, PlotlyScript.Read());
        }

        if (isLive)
        {
            live!.CopyTo(folder);
        }
    }
}
