namespace InteractiveArticle.Article.Site;

/// <summary>
/// How the page sets text that is written as keyboards have it: apostrophes are curved, and a number keeps its per cent.
/// </summary>
internal static class Typography
{
    private const string PerCent = "\u00a0%";

    /// <summary>Sets plain text.</summary>
    public static string OfText(string text) => text.Replace(" %", PerCent, StringComparison.Ordinal).Replace('\'', '’');

    /// <summary>Sets HTML whose texts are encoded; quotes that belong to its tags are left alone.</summary>
    public static string OfHtml(string html) => html.Replace(" %", PerCent, StringComparison.Ordinal).Replace("&#39;", "’", StringComparison.Ordinal);
}
