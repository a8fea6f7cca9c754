using ColorCode;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// C# with its words told apart by CSS classes.
/// </summary>
internal static class CodeText
{
    public static string Render(string source)
    {
        string html = new HtmlClassFormatter().GetHtmlString(source, Languages.CSharp).ReplaceLineEndings("\n");

        // A block that scrolls sideways must be reachable by keyboard.
        return html.Replace("<pre>", "<pre tabindex=\"0\">", StringComparison.Ordinal);
    }
}
