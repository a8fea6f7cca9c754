namespace InteractiveArticle.Rendering;

/// <summary>
/// How the page sets text that is written as keyboards have it: apostrophes are curved, and a number keeps its per cent.
/// </summary>
public static class Typography
{
    private const string PerCent = "\u00a0%";

    /// <summary>Sets plain text.</summary>
    /// <param name="text">The text.</param>
    public static string OfText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace(" %", PerCent, StringComparison.Ordinal).Replace('\'', '’');
    }

    /// <summary>Sets HTML whose texts are encoded; quotes that belong to its tags are left alone.</summary>
    /// <param name="html">The HTML.</param>
    public static string OfHtml(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return html.Replace(" %", PerCent, StringComparison.Ordinal).Replace("&#39;", "’", StringComparison.Ordinal);
    }
}
