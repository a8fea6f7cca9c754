namespace InteractiveArticle.Support;

/// <summary>The checkout that the tests were built in.</summary>
public static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The file name of the notebook for experiments of one's own, which wants packages.</summary>
    public const string Workbench = "08-your-own-experiment.ipynb";

    /// <summary>The paths of all notebooks of the article, in their order.</summary>
    public static IReadOnlyList<string> Notebooks { get; } = [.. Directory.GetFiles(PathOf("notebooks"), "*.ipynb").Order(StringComparer.Ordinal)];

    /// <summary>Their file names.</summary>
    public static IReadOnlyList<string> NotebookNames { get; } = [.. Notebooks.Select(path => Path.GetFileName(path))];

    /// <summary>The file names of the chapters, which any C# kernel of .NET Interactive runs: all notebooks but the workbench.</summary>
    public static IReadOnlyList<string> Chapters { get; } = [.. NotebookNames.Where(name => name != Workbench)];

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
