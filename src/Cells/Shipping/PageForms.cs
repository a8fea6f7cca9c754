namespace InteractiveArticle.Cells.Shipping;

/// <summary>The forms that a page wants of a value.</summary>
internal static class PageForms
{
    private const string Plotly = "application/vnd.plotly.v1+json";
    private const string Html = "text/html";

    // A chart's HTML form carries the chart once more and a script, and a page draws charts itself.
    public static IReadOnlyList<string> Of(IReadOnlyList<string> preferred) =>
        preferred.Contains(Plotly) ? [.. preferred.Where(form => form != Html)] : preferred;
}
