using InteractiveArticle.Article.Checkout;
using InteractiveArticle.Article.Terminal;

namespace InteractiveArticle.Article.Commands;

/// <summary>
/// Where the article's own notebooks are.
/// </summary>
internal static class Project
{
    private const string Notebooks = "notebooks";

    /// <summary>The article's folder: the nearest one, from the current folder upwards, that holds the solution.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    public static string Folder() => SolutionFolder.Above(Environment.CurrentDirectory)
        ?? throw new CommandException($"{Environment.CurrentDirectory}: not inside the article's folder; change to the folder that holds {SolutionFolder.Solution}, or name the notebooks");

    /// <summary>Whether a notebook is one of the article's own: it lies in the folder of notebooks beside a solution.</summary>
    /// <param name="path">The notebook.</param>
    public static bool IsChapter(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return SolutionFolder.Above(folder) is { } solution && folder == Path.Combine(solution, Notebooks);
    }

    /// <summary>The article's chapters in their order.</summary>
    /// <exception cref="CommandException">There are none.</exception>
    public static IReadOnlyList<string> Chapters()
    {
        string folder = Path.Combine(Folder(), Notebooks);
        string[] chapters = Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.ipynb").Order(StringComparer.Ordinal)] : [];
        return chapters.Length > 0 ? chapters : throw new CommandException($"{folder}: there is no notebook in it");
    }
}
