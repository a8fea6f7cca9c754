namespace InteractiveArticle.Article.Checkout;

/// <summary>
/// The checkout of the article: the folder that holds the solution.
/// </summary>
internal static class SolutionFolder
{
    /// <summary>The file that tells the folder.</summary>
    public const string Solution = "InteractiveArticle.sln";

    /// <summary>The nearest one, from a folder upwards.</summary>
    /// <param name="folder">Where to begin.</param>
    /// <returns>Its path; null if there is none.</returns>
    public static string? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, Solution)))
            {
                return at.FullName;
            }
        }

        return null;
    }
}
