using System.Net;
using System.Text;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// The frame around everything: head, top bar, footer.
/// </summary>
internal static class Page
{
    /// <summary>The article's name.</summary>
    public const string ArticleTitle = "Someone Else’s Computer";

    private const string ArticleStandfirst = "How the cloud works, why it hardly ever breaks, and what one typo did to Amazon’s on 28 February 2017.";

    private const string GlossaryStandfirst = "The terms of the article, each in the sentence that defines it.";

    /// <summary>
    /// What a page may load: scripts and everything else come from its own origin alone. Plotly places its parts with
    /// style attributes, and the cells are WebAssembly. Their worker starts from a blob of the page, and so has the
    /// page's policy even where the host sends none.
    /// </summary>
    public const string ContentSecurityPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

    private const string LiveScript = "<script type=\"module\" src=\"assets/live/levers.js\"></script>";

    /// <summary>The page of a chapter.</summary>
    /// <param name="chapter">The chapter.</param>
    /// <param name="previous">The one before it, if any.</param>
    /// <param name="next">The one after it, if any.</param>
    /// <param name="site">Where the site will be; null if that is not known.</param>
    public static string OfChapter(Chapter chapter, Chapter? previous, Chapter? next, Uri? site)
    {
        var contents = new StringBuilder();
        foreach (var section in chapter.Sections)
        {
            contents.Append($"<li><a href=\"#{Encode(section.Id)}\">{Encode(section.Text)}</a></li>");
        }

        return Frame($"{chapter.Title} · {ArticleTitle}", new(chapter.Page, "article", chapter.Title, chapter.Standfirst, chapter.Card), site, $"""
            <nav class="contents" aria-label="In this chapter"><details><summary>In this chapter</summary><ol>{contents}</ol></details></nav>
            <main id="content">
            <article>
            {chapter.Body}</article>
            <nav class="turn" aria-label="Chapters">{Turn("prev", "Before", previous)}{Turn("next", "Next", next)}</nav>
            </main>
            """, chapter.IsLive ? LiveScript : "");
    }

    /// <summary>The front page.</summary>
    /// <param name="chapters">The chapters in their order.</param>
    /// <param name="site">Where the site will be; null if that is not known.</param>
    public static string OfContents(IReadOnlyList<Chapter> chapters, Uri? site)
    {
        var list = new StringBuilder();
        foreach (var (number, chapter) in chapters.Index())
        {
            list.Append($"""
                <li><a href="{SiteAddress.Of(chapter.Page)}"><span class="number">{number}</span> <span class="name">{Encode(chapter.Title)} <span class="line">{Encode(chapter.Line)}</span></span> <span class="minutes">{chapter.ReadingMinutes} min</span></a></li>

                """);
        }

        var opening = chapters.FirstOrDefault(chapter => chapter.Front is not null);
        string front = opening is null ? "" : $"""
            {opening.Front}<p class="how"><a href="{SiteAddress.Of(opening.Page)}">How?</a></p>

            """;
        var picture = chapters.Select(chapter => chapter.Card).FirstOrDefault(card => card is not null);
        return Frame(ArticleTitle, new(SiteFolder.FrontPage, "website", ArticleTitle, ArticleStandfirst, picture), site, $"""
            <main id="content" class="front">
            <header class="chapter-head">
            <h1>{ArticleTitle}</h1>
            <p class="standfirst">{ArticleStandfirst}</p>
            </header>
            {front}<nav aria-label="Chapters"><ol class="chapters">
            {list}</ol></nav>
            </main>
            """, opening is { IsLive: true } ? LiveScript : "");
    }

    /// <summary>The page of all terms.</summary>
    /// <param name="glossary">The terms.</param>
    /// <param name="site">Where the site will be; null if that is not known.</param>
    public static string OfGlossary(Glossary glossary, Uri? site)
    {
        var list = new StringBuilder();
        foreach (var entry in glossary.Entries)
        {
            list.Append($"""
                <dt id="{Encode(entry.Id)}">{Encode(entry.Term)}</dt><dd>{Encode(entry.Definition)} <a href="{SiteAddress.Of(entry.Chapter.Page)}#{Encode(entry.Id)}">{Encode(entry.Chapter.Title)}</a></dd>

                """);
        }

        return Frame($"Glossary · {ArticleTitle}", new(Glossary.Page, "website", "Glossary", GlossaryStandfirst, null), site, $"""
            <main id="content">
            <article>
            <header class="chapter-head">
            <h1>Glossary</h1>
            <p class="standfirst">{GlossaryStandfirst}</p>
            </header>
            <dl class="glossary">
            {list}</dl>
            </article>
            </main>
            """);
    }

    private static string Turn(string relation, string word, Chapter? chapter) => chapter is null
        ? ""
        : $"<a rel=\"{relation}\" href=\"{SiteAddress.Of(chapter.Page)}\"><span>{word}</span>{Encode(chapter.Title)}</a>";

    private static string Frame(string title, SocialCard card, Uri? site, string content, string scripts = "") => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="{ContentSecurityPolicy}">
        <meta name="referrer" content="no-referrer">
        <meta name="description" content="{Encode(card.Description)}">
        <meta name="color-scheme" content="light dark">
        <title>{Encode(title)}</title>
        {card.Render(site)}
        <link rel="icon" href="assets/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="assets/article.css">
        <script src="assets/theme.js"></script>
        <script type="module" src="assets/article.js"></script>
        <script type="module" src="assets/scene.js"></script>
        <script type="module" src="assets/guess.js"></script>
        <script type="module" src="assets/passages.js"></script>
        <script type="module" src="assets/followers.js"></script>
        <script type="module" src="assets/terms.js"></script>{scripts}
        </head>
        <body>
        <a class="skip" href="#content">Skip to the text</a>
        <header class="bar"><a href="{SiteFolder.FrontPage}">{ArticleTitle}</a><a href="{Glossary.Page}">Glossary</a><button type="button" class="theme" hidden>Theme</button></header>
        <p class="from-disk-note">Opened from the disk, this page shows still pictures; its moving parts need a web server, such as <code>python3 -m http.server</code> run in this folder.</p>
        {content}
        <footer class="foot"><p>After a column by Zachary Robinson, “When Jeff Bezos Literally Broke the Internet”, The Phoenix, Swarthmore College, 2020. Code and text under the MIT licence; the page also carries <a href="assets/licences.txt">software of others</a>.</p></footer>
        </body>
        </html>

        """;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
