using InteractiveArticle.Article.Checkout;
using InteractiveArticle.Article.Terminal;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// The program that runs a chapter's cells in the browser, as every build of the solution leaves it.
/// </summary>
internal sealed class LiveProgram
{
    private const string Start = "dotnet.js";

    private readonly string folder;

    private LiveProgram(string folder) => this.folder = folder;

    /// <summary>Finds the program.</summary>
    /// <exception cref="CommandException">It has not been built.</exception>
    public static LiveProgram Find()
    {
        // From the command line's own folder, as notebooks may lie anywhere.
        string folder = Path.Combine(SolutionFolder.Above(AppContext.BaseDirectory) ?? AppContext.BaseDirectory, "artifacts", "live");
        return File.Exists(Path.Combine(folder, Start))
            ? new(folder)
            : throw new CommandException($"{folder}: the page's live part is missing; run 'dotnet build' in the folder of the solution, or export with --static");
    }

    /// <summary>Adds the program's files to a site.</summary>
    public void CopyTo(SiteFolder site)
    {
        foreach (string file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            site.AddCopy("live/" + Path.GetFileName(file), file);
        }
    }
}
