using System.Text.RegularExpressions;
using AngleSharp.Dom;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// A picture that a cell has put out, a scene's or one within HTML, as a page may hold it: shapes, words and animations that ask nobody for
/// anything, lead nowhere and leave the rest of the page alone. What has anything else is not repaired but refused.
/// </summary>
/// <remarks>The page's own outputs.js checks by the same lists what levers and edits bring.</remarks>
internal static partial class SafeSvg
{
    /// <summary>The elements that a picture may have.</summary>
    public static IReadOnlyList<string> Tags { get; } =
    [
        "svg", "title", "desc", "style", "defs", "g", "linearGradient", "radialGradient", "stop", "clipPath", "mask",
        "rect", "circle", "ellipse", "line", "polyline", "polygon", "path", "text", "tspan", "use",
    ];

    /// <summary>The attributes that they may have.</summary>
    public static IReadOnlyList<string> Attributes { get; } =
    [
        "xmlns", "id", "class", "style", "href", "role", "aria-labelledby", "aria-label", "aria-hidden", "viewBox",
        "x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2", "d", "points", "pathLength", "transform",
        "offset", "gradientUnits", "gradientTransform", "clipPathUnits", "maskUnits", "clip-path", "mask",
        "dx", "dy", "textLength", "lengthAdjust", "text-anchor", "opacity", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity",
        "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "fill-rule", "clip-rule", "stop-color", "stop-opacity",
        "font-family", "font-size", "font-style", "font-weight", "dominant-baseline", "alignment-baseline", "letter-spacing", "preserveAspectRatio", "visibility", "version",
    ];

    /// <summary>The functions that styles may call. An address is that of an element of the picture itself.</summary>
    public static IReadOnlyList<string> Functions { get; } =
    [
        "url", "var", "calc", "min", "max", "clamp", "light-dark", "color-mix", "rgb", "rgba", "hsl", "hsla",
        "translate", "translateX", "translateY", "scale", "scaleX", "scaleY", "rotate", "matrix", "cubic-bezier", "linear", "steps", "path",
    ];

    /// <summary>The at-rules that styles may have.</summary>
    public static IReadOnlyList<string> Rules { get; } = ["keyframes", "media"];

    /// <summary>Checks a picture.</summary>
    /// <param name="svg">The picture as the cell has put it out.</param>
    /// <returns>The picture as a browser reads it; null where a page may not hold it.</returns>
    /// <exception cref="NotebookException">It is more than a page takes.</exception>
    public static string? Check(string svg)
    {
        // As the page's own reader does: what is XML to one may be something else to the other.
        using var document = HtmlBounds.ForACell().ParseDocument("<!DOCTYPE html><body>" + svg);
        return document.Head!.ChildNodes.Length == 0 && document.Body!.ChildNodes.Length == 1 && document.Body.FirstElementChild is { LocalName: "svg" } picture && IsSafe(picture)
            ? picture.OuterHtml
            : null;
    }

    private static bool IsSafe(IElement element) =>
        element.NamespaceUri == NamespaceNames.SvgUri
        && Tags.Contains(element.LocalName)
        && (!element.HasAttribute("href") || IsPathOfItsOwn(element))
        && element.Attributes.All(attribute => Attributes.Contains(attribute.Name) && IsSafe(attribute.Value))
        && element.ChildNodes.All(child => element.LocalName == "style" ? child is IText style && IsSafe(style.Data) : child is IText || (child is IElement inner && IsSafe(inner)));

    // What is used once more uses nothing itself, or a few elements would become a great many.
    private static bool IsPathOfItsOwn(IElement element) =>
        LocalAddress().Match(element.GetAttribute("href")!) is { Success: true } address
        && element.LocalName == "use"
        && element.Owner!.GetElementById(address.Groups[1].Value)?.LocalName == "path";

    // Wherever it stands, as an attribute may be one of style.
    private static bool IsSafe(string style) =>
        !Forbidden().IsMatch(style)
        && Calls().Matches(style).All(call => call.Groups[1].Value is "" || Functions.Contains(call.Groups[1].Value, StringComparer.OrdinalIgnoreCase))
        && AtRules().Matches(style).All(rule => Rules.Contains(rule.Groups[1].Value, StringComparer.OrdinalIgnoreCase));

    // A character in disguise, markup within style, the element that holds the picture, an address elsewhere.
    [GeneratedRegex(@"[\\<&]|:host|::|url\((?!#[\w-]+\))", RegexOptions.IgnoreCase | RegexOptions.ECMAScript)]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"^#([\w-]+)\z", RegexOptions.ECMAScript)]
    private static partial Regex LocalAddress();

    [GeneratedRegex(@"([^\s(){},:;""'+*/]*)\(")]
    private static partial Regex Calls();

    [GeneratedRegex(@"@([^\s({;]*)")]
    private static partial Regex AtRules();
}
