namespace InteractiveArticle.Article.Site;

/// <summary>
/// The files that the page is made with: styles, scripts, the charting script, and the licences of all software in it.
/// </summary>
internal static class SiteAssets
{
    private const string Prefix = "assets/";

    /// <summary>Their paths within the site.</summary>
    public static IReadOnlyList<string> Paths { get; } =
        [.. typeof(SiteAssets).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The content of one of <see cref="Paths"/>.</summary>
    public static byte[] Read(string path)
    {
        using var stream = typeof(SiteAssets).Assembly.GetManifestResourceStream(path)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>The text of a file by its name within the assets, such as "look.js".</summary>
    public static string Text(string name) => System.Text.Encoding.UTF8.GetString(Read(Prefix + name));
}
