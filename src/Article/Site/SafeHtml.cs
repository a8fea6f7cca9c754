using Ganss.Xss;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// HTML that a cell has put out, reduced to what a page may hold: words, tables and folded text, no script and no look
/// of its own.
/// </summary>
internal static class SafeHtml
{
    /// <summary>The elements that stay.</summary>
    public static IReadOnlyList<string> Tags { get; } =
    [
        "p", "strong", "em", "b", "i", "code", "pre", "br", "span", "div", "a", "sup", "sub", "ul", "ol", "li", "blockquote",
        "table", "caption", "thead", "tbody", "tr", "th", "td", "details", "summary",
    ];

    /// <summary>The attributes that stay.</summary>
    public static IReadOnlyList<string> Attributes { get; } = ["class", "scope", "colspan", "rowspan", "href", "title"];

    /// <summary>The classes that stay. Any other might be one that the page's scripts look for.</summary>
    public static IReadOnlyList<string> Classes { get; } = ["finding", "answer", "found", "cards", "card", "card-holds", "card-loose", "card-wrong"];

    private static readonly HtmlSanitizer Sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = Tags.ToHashSet(),
        AllowedAttributes = Attributes.ToHashSet(),
        AllowedSchemes = new HashSet<string> { "https", "http" },
        UriAttributes = new HashSet<string> { "href" },
        AllowedCssProperties = new HashSet<string>(),
        AllowedClasses = Classes.ToHashSet(),
    })
    {
        HtmlParserFactory = HtmlBounds.ForACell,
    };

    /// <summary>Reduces HTML.</summary>
    /// <exception cref="NotebookException">It is more than a page takes.</exception>
    public static string Reduce(string html)
    {
        // The sanitiser is shared and not meant for several threads at once.
        lock (Sanitizer)
        {
            return Sanitizer.Sanitize(html);
        }
    }
}
