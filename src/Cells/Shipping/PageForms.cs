using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Cells.Shipping;

/// <summary>The forms that a page wants of a value.</summary>
internal static class PageForms
{
    // A chart's HTML form carries the chart once more and a script, and a page draws charts itself.
    public static IReadOnlyList<string> Of(IReadOnlyList<string> preferred) =>
        preferred.Contains(MimeTypes.Plotly) ? [.. preferred.Where(form => form != MimeTypes.Html)] : preferred;
}
