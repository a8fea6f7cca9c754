using InteractiveArticle.Notebook.Outputs;
using InteractiveArticle.Notebook.Pictures;

namespace InteractiveArticle.Formatting;

/// <summary>
/// Adds to what a cell shows of a figure the still picture that lies beside the figure's library, for front ends that show
/// pictures only.
/// </summary>
internal static class StillPictures
{
    private const string Folder = "pictures";

    /// <summary>Adds the picture of a figure.</summary>
    /// <param name="shown">What a cell shows.</param>
    /// <param name="value">The value that it shows.</param>
    /// <returns>The output with the picture; the same output where there is none.</returns>
    public static T AddTo<T>(T shown, object? value)
        where T : Output =>
        Path.GetDirectoryName(value?.GetType().Assembly.Location) is { Length: > 0 } library
            ? (T)new FigurePictures(Path.Combine(library, Folder)).AddTo(shown)
            : shown;
}
