using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// Ends the reading of one piece of HTML that would take for ever: the time goes by the elements times the open elements,
/// and by the square of the elements side by side.
/// </summary>
internal sealed class HtmlBounds
{
    private const int MostTags = 100_000;
    private const int Deepest = 500;

    // These end by themselves, where the next one begins or at once.
    private static readonly HashSet<string> NeverOpen =
    [
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "colgroup",
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ];

    private int tags;
    private int open;

    /// <summary>Counts a token.</summary>
    /// <exception cref="NotebookException">That makes too many tags, or too many elements inside of each other.</exception>
    public void Count(HtmlToken token)
    {
        if (token.Type is not (HtmlTokenType.StartTag or HtmlTokenType.EndTag))
        {
            return;
        }

        if (++tags > MostTags)
        {
            throw new NotebookException($"its HTML has more than {MostTags} tags, which is the most that a page takes; show less of it");
        }

        if (!NeverOpen.Contains(token.Name))
        {
            open = Math.Max(0, open + (token.Type == HtmlTokenType.StartTag ? 1 : -1));
        }

        if (open > Deepest)
        {
            throw new NotebookException($"its HTML is nested more than {Deepest} elements deep, which is the most that a page takes; close what it opens");
        }
    }
}
