namespace InteractiveArticle.Article.Site;

/// <summary>
/// Addresses of files of the site.
/// </summary>
internal static class SiteAddress
{
    /// <summary>The address of a file as the site's pages link to it.</summary>
    /// <param name="path">Its path within the site, with forward slashes. Names come from notebooks and may hold anything.</param>
    public static string Of(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
