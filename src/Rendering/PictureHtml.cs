using System.Net;
using System.Text.RegularExpressions;

namespace InteractiveArticle.Rendering;

/// <summary>
/// A picture that a cell has put out, as an image that carries its own content. As an image, an SVG too runs no script, asks
/// nobody for anything and meets neither the styles nor the identities of the page, whatever it holds.
/// </summary>
public static partial class PictureHtml
{
    // What a text alternative says beyond this nobody listens to.
    private const int LongestAlternative = 300;

    /// <summary>The types of pictures that a page shows; those that stay sharp at any size come first.</summary>
    public static IReadOnlyList<string> MimeTypes { get; } = [Svg, "image/png", "image/jpeg", "image/gif", "image/webp"];

    /// <summary>What the address of a picture has to be for a page to show it, as a regular expression that C# and JavaScript read alike.</summary>
    public const string Address = "^data:image/(?:png|jpe?g|gif|webp|svg\\+xml);base64,[A-Za-z0-9+/]+={0,2}$";

    private const string Svg = "image/svg+xml";

    /// <summary>Whether a page shows the picture at an address: one that the address itself carries.</summary>
    /// <param name="address">Any address.</param>
    public static bool IsAddress(string address) => AllowedAddress().IsMatch(address);

    /// <summary>Whether the picture at an address is on another site, where its reader may go and see it.</summary>
    /// <param name="address">Any address.</param>
    public static bool IsElsewhere(string address) => Elsewhere().IsMatch(address);

    /// <summary>Renders a picture.</summary>
    /// <param name="mimeType">One of <see cref="MimeTypes"/>.</param>
    /// <param name="content">The picture: in Base64, an SVG as it is.</param>
    /// <param name="words">What stands for it where it is not seen; may be empty.</param>
    /// <returns>The HTML; <see langword="null"/> where the content is not what the type says.</returns>
    internal static string? Render(string mimeType, string content, string words)
    {
        string base64 = mimeType == Svg ? Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(content)) : Blanks().Replace(content, "");
        string address = $"data:{mimeType};base64,{base64}";
        string alternative = words == content || string.IsNullOrWhiteSpace(words) ? "A picture" : words.Length <= LongestAlternative ? words : words[..LongestAlternative] + " …";
        return IsAddress(address) ? $"<p><img alt=\"{WebUtility.HtmlEncode(alternative)}\" src=\"{address}\"></p>" : null;
    }

    [GeneratedRegex("^https?://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(Address, RegexOptions.ECMAScript)]
    private static partial Regex AllowedAddress();
}
