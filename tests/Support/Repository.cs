namespace InteractiveArticle.Support;

/// <summary>The checkout that the tests were built in.</summary>
public static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The chapters' notebooks, in their order.</summary>
    public static IReadOnlyList<string> Notebooks { get; } = [.. Directory.GetFiles(PathOf("notebooks"), "*.ipynb").Order(StringComparer.Ordinal)];

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "InteractiveArticle.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
