using System.Text.RegularExpressions;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// The style of an element that a cell has put out, reduced to declarations that change how it looks where it is: none places
/// it elsewhere, moves it or asks anybody for anything.
/// </summary>
/// <remarks>The page's own outputs.js does the same, by the same list and the same pattern, with what levers and edits bring.</remarks>
internal static partial class SafeStyle
{
    /// <summary>The properties that stay.</summary>
    public static IReadOnlyList<string> Properties { get; } =
    [
        "color", "background", "background-color", "font", "font-family", "font-size", "font-style", "font-variant", "font-weight", "line-height", "letter-spacing",
        "text-align", "text-decoration", "text-transform", "vertical-align", "white-space", "list-style-type", "display", "gap",
        "width", "max-width", "min-width", "height", "max-height", "min-height", "margin", "margin-top", "margin-right", "margin-bottom", "margin-left",
        "padding", "padding-top", "padding-right", "padding-bottom", "padding-left",
        "border", "border-top", "border-right", "border-bottom", "border-left", "border-color", "border-style", "border-width", "border-radius", "border-collapse", "border-spacing",
    ];

    /// <summary>
    /// A declaration that stays, if its property does, as a regular expression that C# and JavaScript read alike. Its value is of
    /// names, numbers and colours, and not long: no address, no escape, no comment, no function but those of colours.
    /// </summary>
    public const string Declaration = @"^(?=[\s\S]{1,200}$)[ \t\n\f\r]*([a-z-]+)[ \t\n\f\r]*:[ \t\n\f\r]*((?:rgba?\([\d.,%/ ]*\)|hsla?\([\d.,%/ a-z]*\)|[#\w.%+ ,/'""-])+?)[ \t\n\f\r]*$";

    /// <summary>Reduces a style.</summary>
    /// <param name="style">The value of a style attribute.</param>
    /// <returns>What stays of it; empty where nothing does.</returns>
    public static string Reduce(string style) => string.Join("; ", style.Split(';')
        .Select(declaration => AllowedDeclaration().Match(declaration))
        .Where(match => match.Success && Properties.Contains(match.Groups[1].Value.ToLowerInvariant()))
        .Select(match => $"{match.Groups[1].Value.ToLowerInvariant()}: {match.Groups[2].Value}"));

    [GeneratedRegex(Declaration, RegexOptions.IgnoreCase | RegexOptions.ECMAScript)]
    private static partial Regex AllowedDeclaration();
}
