using System.Net;
using System.Text;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// The frame around everything: head, top bar, footer.
/// </summary>
internal static class Page
{
    private const string GlossaryStandfirst = "The terms of the article, each in the sentence that defines it.";

    /// <summary>
    /// What a page may load: scripts and everything else come from its own origin alone. Plotly places its parts with
    /// style attributes, and the cells are WebAssembly. Their worker starts from a blob of the page, and so has the
    /// page's policy even where the host sends none; what a host sends without its type, the worker takes from a blob, too.
    /// </summary>
    public const string ContentSecurityPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' blob:; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

    private const string MathStyle = "<link rel=\"stylesheet\" class=\"katex-style\" href=\"assets/katex/katex.min.css\">";

    private const string FromDiskNote = "<p class=\"from-disk-note\">Opened from the disk, this page has no levers; they need a web server, such as <code>python3 -m http.server</code> run in this folder.</p>\n";

    /// <summary>The page of a chapter.</summary>
    /// <param name="chapter">The chapter.</param>
    /// <param name="previous">The one before it, if any.</param>
    /// <param name="next">The one after it, if any.</param>
    /// <param name="site">What the site is.</param>
    public static string OfChapter(Chapter chapter, Chapter? previous, Chapter? next, SiteFrame site) =>
        OfChapter(chapter, previous, next, site, Linked(chapter.IsLive, chapter.HasMathematics));

    /// <summary>The page of a chapter, made of other parts than those that a site has beside its pages.</summary>
    /// <param name="chapter">The chapter.</param>
    /// <param name="previous">The one before it, if any.</param>
    /// <param name="next">The one after it, if any.</param>
    /// <param name="site">What the site is.</param>
    /// <param name="parts">What the page is made of besides its words.</param>
    public static string OfChapter(Chapter chapter, Chapter? previous, Chapter? next, SiteFrame site, PageParts parts)
    {
        var contents = new StringBuilder();
        foreach (var section in chapter.Sections)
        {
            contents.Append($"<li><a href=\"#{Encode(section.Id)}\">{Encode(section.Text)}</a></li>");
        }

        return Frame(Titled(chapter.Title, site), new(chapter.Page, "article", chapter.Title, chapter.Standfirst, chapter.Card), site, $"""
            {(chapter.Sections.Count == 0 ? "" : $"<nav class=\"contents\" aria-label=\"In this chapter\"><details><summary>In this chapter</summary><ol>{contents}</ol></details></nav>\n")}<main id="content">
            <article>
            {chapter.Body}</article>
            <nav class="turn" aria-label="Chapters">{Turn("prev", "Before", previous)}{Turn("next", "Next", next)}</nav>
            </main>
            """, parts);
    }

    /// <summary>The front page.</summary>
    /// <param name="chapters">The chapters in their order.</param>
    /// <param name="site">What the site is.</param>
    public static string OfContents(IReadOnlyList<Chapter> chapters, SiteFrame site)
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
        return Frame(site.Imprint.Title, new(SiteFolder.FrontPage, "website", site.Imprint.Title, site.Imprint.Standfirst, picture), site, $"""
            <main id="content" class="front">
            <header class="chapter-head">
            <h1>{Encode(site.Imprint.Title)}</h1>
            {Standfirst(site.Imprint.Standfirst)}</header>
            {front}<nav aria-label="Chapters"><ol class="chapters">
            {list}</ol></nav>
            </main>
            """, Linked(opening is { IsLive: true }, hasMathematics: false));
    }

    /// <summary>The page of all terms.</summary>
    /// <param name="glossary">The terms.</param>
    /// <param name="site">What the site is.</param>
    public static string OfGlossary(Glossary glossary, SiteFrame site)
    {
        var list = new StringBuilder();
        foreach (var entry in glossary.Entries)
        {
            list.Append($"""
                <dt id="{Encode(entry.Id)}">{Encode(entry.Term)}</dt><dd>{Encode(entry.Definition)} <a href="{SiteAddress.Of(entry.Chapter.Page)}#{Encode(entry.Id)}">{Encode(entry.Chapter.Title)}</a></dd>

                """);
        }

        return Frame(Titled("Glossary", site), new(Glossary.Page, "website", "Glossary", GlossaryStandfirst, null), site, $"""
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
            """, Linked(isLive: false, hasMathematics: false));
    }

    /// <summary>The modules that a page runs, by their names within the assets and in their order.</summary>
    /// <param name="isLive">Whether its levers answer.</param>
    /// <param name="hasMathematics">Whether formulas are to be set.</param>
    public static IReadOnlyList<string> Modules(bool isLive, bool hasMathematics) =>
    [
        "article.js", "scene.js", "guess.js", "passages.js", "followers.js", "terms.js",
        .. hasMathematics ? ["math.js"] : Array.Empty<string>(),
        .. isLive ? ["live/levers.js"] : Array.Empty<string>(),
    ];

    /// <summary>The paragraph under a title; nothing where there is none.</summary>
    public static string Standfirst(string words) => words.Length == 0 ? "" : $"<p class=\"standfirst\">{Encode(words)}</p>\n";

    private static string Titled(string title, SiteFrame site) => title == site.Imprint.Title ? title : $"{title} · {site.Imprint.Title}";

    private static string Turn(string relation, string word, Chapter? chapter) => chapter is null
        ? ""
        : $"<a rel=\"{relation}\" href=\"{SiteAddress.Of(chapter.Page)}\"><span>{word}</span>{Encode(chapter.Title)}</a>";

    // What a site has beside its pages.
    private static PageParts Linked(bool isLive, bool hasMathematics) => new(
        ContentSecurityPolicy,
        "",
        "assets/icon.svg",
        $"""
            <link rel="stylesheet" href="assets/article.css">{(hasMathematics ? MathStyle : "")}
            <script src="assets/theme.js"></script>
            {string.Join('\n', Modules(isLive, hasMathematics).Select(module => $"<script type=\"module\" src=\"assets/{module}\"></script>"))}
            """,
        SiteFolder.FrontPage,
        Glossary.Page,
        isLive ? FromDiskNote : "",
        "href=\"assets/licences.txt\"",
        "");

    private static string Frame(string title, SocialCard card, SiteFrame site, string content, PageParts parts) => $"""
        <!DOCTYPE html>
        <html lang="{site.Imprint.Language}"{parts.Root}>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="{parts.Policy}">
        <meta name="referrer" content="no-referrer">
        <meta name="description" content="{Encode(card.Description.Length > 0 ? card.Description : card.Title)}">
        <meta name="color-scheme" content="light dark">
        <title>{Encode(title)}</title>
        {card.Render(site)}
        <link rel="icon" href="{parts.Icon}" type="image/svg+xml">
        {parts.Head}
        </head>
        <body>
        <a class="skip" href="#content">Skip to the text</a>
        <header class="bar">{(parts.FrontPage is null ? $"<span>{Encode(site.Imprint.Title)}</span>" : $"<a href=\"{Encode(parts.FrontPage)}\">{Encode(site.Imprint.Title)}</a>")}{(site.HasGlossary ? $"<a href=\"{Encode(parts.Glossary)}\">Glossary</a>" : "")}<button type="button" class="theme" hidden>Theme</button></header>
        {parts.Note}{content}
        <footer class="foot"><p>{site.Imprint.Footer}<a {parts.Licences}>software of others</a>.</p></footer>
        {parts.End}</body>
        </html>

        """;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}

/// <summary>What all pages of a site have in common.</summary>
/// <param name="Imprint">What it says of itself.</param>
/// <param name="Address">Where it will be; null if that is not known.</param>
/// <param name="HasGlossary">Whether it has a page of terms.</param>
internal sealed record SiteFrame(SiteImprint Imprint, Uri? Address, bool HasGlossary);

/// <summary>What a page is made of besides its words: those of a site lie beside it, those of a single file within it.</summary>
/// <param name="Policy">What it may load, as a Content-Security-Policy.</param>
/// <param name="Root">Attributes of its root element, with a blank before each.</param>
/// <param name="Icon">The address of its icon.</param>
/// <param name="Head">Styles and scripts of its head, as HTML.</param>
/// <param name="FrontPage">The address of the site's front page; null where it is not known.</param>
/// <param name="Glossary">The address of the site's glossary, if it has one.</param>
/// <param name="Note">What stands above everything else, as HTML; may be empty.</param>
/// <param name="Licences">The attributes of the link to the licences.</param>
/// <param name="End">What comes after everything else, as HTML; may be empty.</param>
internal sealed record PageParts(string Policy, string Root, string Icon, string Head, string? FrontPage, string Glossary, string Note, string Licences, string End);
