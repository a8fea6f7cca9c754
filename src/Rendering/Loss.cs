using System.Net;

namespace InteractiveArticle.Rendering;

/// <summary>
/// What stands in the place of something that a page cannot show, so that its reader knows that there was something.
/// </summary>
public static class Loss
{
    /// <summary>The class of a note.</summary>
    public const string Class = "lost";

    /// <summary>What a note says of the thing that it names.</summary>
    public const string Words = "which this page cannot show";

    /// <summary>A note as text.</summary>
    /// <param name="what">The thing, such as "a canvas".</param>
    public static string Text(string what) => $"[{what}, {Words}]";

    /// <summary>A note as HTML.</summary>
    /// <param name="what">The thing, such as "a canvas".</param>
    public static string Note(string what) => $"<span class=\"{Class}\">{WebUtility.HtmlEncode(Text(what))}</span>";

    /// <summary>What a note calls a picture.</summary>
    /// <param name="alternative">The words that stand for it where it is not seen; may be empty.</param>
    public static string Picture(string alternative) => alternative.Length > 0 ? $"the picture “{alternative}”" : "a picture";
}
