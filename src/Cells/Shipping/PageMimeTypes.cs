using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Cells.Shipping;

/// <summary>The forms that a page wants of a value.</summary>
internal static class PageMimeTypes
{
    /// <summary>Of a figure the figure itself, as a page draws it and puts its words into HTML; of anything else what its type prefers. Plain text comes with either.</summary>
    /// <param name="preferred">The forms that the value's type prefers.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> preferred) =>
        preferred.Contains(MimeTypes.Figure) ? [MimeTypes.Figure] : preferred;
}
