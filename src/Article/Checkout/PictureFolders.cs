using InteractiveArticle.Notebook.Pictures;

namespace InteractiveArticle.Article.Checkout;

/// <summary>
/// Where the still pictures of a notebook's figures are: in a folder of the checkout that is committed, and as a copy of
/// it, which every build renews, beside the library that notebooks load, where figures look for them.
/// </summary>
internal static class PictureFolders
{
    /// <summary>Both folders, for whoever changes pictures. The checkout is the one that holds the notebook, or else the one that this program was built in.</summary>
    /// <param name="notebook">The path of the notebook.</param>
    public static IReadOnlyList<FigurePictures> Of(string notebook) =>
        [new(Path.Combine(SolutionOf(notebook), "images", "figures")), BesideTheLibrary(notebook)];

    /// <summary>The copy, for whoever looks for pictures.</summary>
    /// <param name="notebook">The path of the notebook.</param>
    public static FigurePictures BesideTheLibrary(string notebook) =>
        new(Path.Combine(NotebookLibrary.FolderIn(SolutionOf(notebook)), "pictures"));

    private static string SolutionOf(string notebook) =>
        SolutionFolder.Above(Path.GetDirectoryName(Path.GetFullPath(notebook))!) ?? SolutionFolder.Above(AppContext.BaseDirectory) ?? AppContext.BaseDirectory;
}
