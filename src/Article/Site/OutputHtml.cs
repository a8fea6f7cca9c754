using System.Net;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// What a cell puts out, as HTML; the same for the page as it is written and for the page when a lever moves.
/// </summary>
internal static class OutputHtml
{
    /// <summary>The tag of a chapter's main figure.</summary>
    public const string HeroTag = "hero";

    /// <summary>Renders one output.</summary>
    /// <param name="output">The output.</param>
    /// <param name="cell">The cell that showed it.</param>
    /// <param name="figures">The chapter's figures, which this may add to.</param>
    /// <param name="reduce">Reduces HTML that a cell made to what a page may hold.</param>
    public static string Render(Output output, Cell cell, ChapterFigures figures, Func<string, string> reduce) => (output, Forms.ValueOf(output)) switch
    {
        (StreamOutput stream, _) => Preformatted(stream.Text),
        (_, { } data) when data.Form(Forms.Plotly) is not null => FigureHtml.Render(output, data, figures, cell),
        (_, { } data) when data.Form(Forms.Html) is { } html => InScrollingRegion(reduce(html)),
        (_, { } data) => Preformatted(data.Form(Forms.Text) ?? ""),
        _ => "",
    };

    private static string Preformatted(string text) => $"<pre class=\"output\" tabindex=\"0\">{WebUtility.HtmlEncode(text)}</pre>";

    // A wide table scrolls by itself, so that the page never does.
    private static string InScrollingRegion(string html) => html.StartsWith("<table", StringComparison.Ordinal)
        ? $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">{html}</div>"
        : html;
}
