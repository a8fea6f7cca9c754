using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Figures.Guesses;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Notebook.Outputs;
using Microsoft.DotNet.Interactive.Formatting;

namespace InteractiveArticle.Live;

/// <summary>The forms that a page wants of a value.</summary>
internal static class PageForms
{
    /// <summary>
    /// Of a figure, a scene or the result of a guess the thing itself, as a page draws it and puts its words into HTML; of anything else what its
    /// type prefers. Plain text comes with either.
    /// </summary>
    /// <param name="isNarrow">Whether the page is as narrow as a phone: a scene is painted at one size.</param>
    public static void Prefer(bool isNarrow)
    {
        Prefer(typeof(Figure), MimeTypes.Figure);
        Prefer(typeof(Reveal), MimeTypes.Reveal);
        Prefer(typeof(Scene), isNarrow ? MimeTypes.NarrowScene : MimeTypes.Scene);
    }

    private static void Prefer(Type type, string form)
    {
        // What a type prefers by itself is found when it is first asked for, and would then be put before this.
        _ = Formatter.GetPreferredMimeTypesFor(type);
        Formatter.SetPreferredMimeTypesFor(type, form);
    }
}
