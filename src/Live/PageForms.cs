using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Notebook.Outputs;
using Microsoft.DotNet.Interactive.Formatting;

namespace InteractiveArticle.Live;

/// <summary>The forms that a page wants of a value.</summary>
internal static class PageForms
{
    /// <summary>Of a figure the figure itself, as a page draws it and puts its words into HTML; of anything else what its type prefers. Plain text comes with either.</summary>
    public static void Prefer()
    {
        // What a type prefers by itself is found when it is first asked for, and would then be put before this.
        _ = Formatter.GetPreferredMimeTypesFor(typeof(Figure));
        Formatter.SetPreferredMimeTypesFor(typeof(Figure), MimeTypes.Figure);
    }
}
