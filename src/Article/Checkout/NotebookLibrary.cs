using System.Reflection;
using System.Runtime.Loader;

namespace InteractiveArticle.Article.Checkout;

/// <summary>
/// The library that notebooks load. This program uses the files of the checkout that it was built in, and apart from
/// everything else: what lies beside a program, or is loaded in its default context, the runtime gives to a cell in place
/// of the file that the cell names.
/// </summary>
internal static class NotebookLibrary
{
    /// <summary>The folder of the library.</summary>
    /// <param name="solution">The checkout.</param>
    public static string FolderIn(string solution) => Path.Combine(solution, "artifacts", "notebook");

    /// <summary>Lets this program find its own library.</summary>
    public static void Attach()
    {
        var library = new AssemblyLoadContext("library of the program");
        AppDomain.CurrentDomain.AssemblyResolve += (_, request) =>
            SolutionFolder.Above(AppContext.BaseDirectory) is { } solution
            && Path.Combine(FolderIn(solution), new AssemblyName(request.Name).Name + ".dll") is var file
            && File.Exists(file)
                ? library.LoadFromAssemblyPath(file)
                : null;
    }
}
