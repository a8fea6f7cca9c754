using InteractiveArticle.Figures.Scenes.Parts;

namespace InteractiveArticle.Figures.Scenes.Painting;

/// <summary>The colours of all scenes, light and dark.</summary>
internal static class Palette
{
    private static readonly Dictionary<Paint, (string Name, string Light, string Dark)> Colors = new()
    {
        [Paint.Paper] = ("paper", "#fdfcf9", "#14181d"),
        [Paint.Raised] = ("raised", "#f4f2ec", "#1c2229"),
        [Paint.Ink] = ("ink", "#1c2126", "#e8e6e1"),
        [Paint.Soft] = ("soft", "#56606b", "#a9b2bc"),
        [Paint.Hairline] = ("line", "#dcd9d0", "#343c46"),
        [Paint.Edge] = ("edge", "#85897f", "#7d8894"),
        [Paint.Read] = ("get", "#0b62a8", "#7cbcf7"),
        [Paint.Write] = ("put", "#a83a08", "#ffab80"),
        [Paint.Facade] = ("fac", "#46525f", "#35414e"),
        [Paint.Pane] = ("pane", "#1d252d", "#0b0e12"),
        [Paint.Lit] = ("lit", "#ffd666", "#f6c850"),
        [Paint.NameOnLit] = ("litx", "#2b2204", "#2b2204"),
        [Paint.NameOnDark] = ("panex", "#a3b0bc", "#8f9ca9"),
        [Paint.Serving] = ("ok", "#17806a", "#46c2a0"),
        [Paint.Overloaded] = ("hot", "#e98d12", "#ff9d3c"),
        [Paint.Failing] = ("die", "#b3261e", "#ff6f61"),
        [Paint.Off] = ("off", "#bdb9ae", "#4a5561"),
        [Paint.Starting] = ("boot", "#7555a6", "#b79be6"),
        [Paint.Checked] = ("chk", "#bfe3d7", "#1f4d43"),
        [Paint.Answer] = ("ans", "#c98a00", "#ffd666"),
        [Paint.Hop] = ("hop", "#e0733c", "#ff9d6e"),
        [Paint.Terminal] = ("term", "#1d252d", "#0b0e12"),
        [Paint.Typed] = ("typed", "#f2efe6", "#f2efe6"),
        [Paint.TypedSoft] = ("typedx", "#a3b0bc", "#8f9ca9"),
    };

    /// <summary>The declarations of the colours that a picture uses, as custom properties; the scheme decides which value holds.</summary>
    /// <param name="picture">The selector of the picture.</param>
    /// <param name="painted">What is painted: styles and elements.</param>
    /// <remarks>
    /// Within an image an animation would keep the values that <c>light-dark()</c> had before the image learnt of the dark
    /// scheme, so a picture that is a document of its own asks for the scheme itself.
    /// </remarks>
    public static string Declarations(string picture, string painted)
    {
        var names = NamesIn(painted);
        var used = Colors.Values.Where(color => names.Contains(color.Name)).ToArray();
        string all(Func<(string Name, string Light, string Dark), string> value) => string.Join(';', used.Select(color => $"--{color.Name}:{value(color)}"));
        return $"{picture}{{{all(color => $"light-dark({color.Light},{color.Dark})")}}}svg:root{picture}{{{all(color => color.Light)}}}@media (prefers-color-scheme:dark){{svg:root{picture}{{{all(color => color.Dark)}}}}}";
    }

    // In one pass, as there are many colours and a picture is long.
    private static HashSet<string> NamesIn(string painted)
    {
        const string Opening = "var(--";
        HashSet<string> names = [];
        var seen = names.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int at = painted.IndexOf(Opening, StringComparison.Ordinal); at >= 0; at = painted.IndexOf(Opening, at, StringComparison.Ordinal))
        {
            at += Opening.Length;
            var rest = painted.AsSpan(at);
            seen.Add(rest[..rest.IndexOf(')')]);
        }

        return names;
    }

    /// <summary>A colour as the value of a CSS property.</summary>
    public static string Css(Paint paint) => paint == Paint.None ? "none" : $"var(--{Colors[paint].Name})";
}
