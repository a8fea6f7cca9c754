using AngleSharp.Dom;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// How long it takes to read a chapter: its text and the sentences that it computes. Pictures, with what stands under them,
/// take the time that one gives them; what is folded away, tables, controls and the list of sources are there for those
/// who look for them.
/// </summary>
internal static class ReadingTime
{
    // Adults read 238 words of English non-fiction a minute in silence. (Brysbaert 2019, Journal of Memory and Language 109)
    private const int WordsPerMinute = 238;

    private const string Read = "p, li, h2, h3";

    private const string NotRead = "details, table, figure, noscript, .levers, .levers-here, .guess-form, .guess-cover, .guess-line, .cards, .still";

    private const string Sources = "sources";

    /// <summary>The time it takes, in whole minutes; at least one.</summary>
    /// <param name="name">The chapter's name.</param>
    /// <param name="html">What there is to read in it.</param>
    /// <exception cref="InteractiveArticle.Notebook.Documents.NotebookException">It says more than a page takes.</exception>
    public static int InMinutes(string name, string html)
    {
        using var document = HtmlBounds.ReadChapter(name, html);
        int words = document.QuerySelectorAll(Read)
            .TakeWhile(block => block.Id != Sources)
            .Where(block => block.Closest(NotRead) is null && block.QuerySelector(Read) is null)
            .Sum(block => block.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        return Math.Max(1, (int)Math.Round((double)words / WordsPerMinute));
    }
}
