using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Rendering;

/// <summary>
/// The page that outputs are rendered for, as far as it differs: the page as it is written cleans what cells made, and has still
/// pictures; the page that a lever moves cleans it in its own script.
/// </summary>
public interface IOutputPage
{
    /// <summary>The address of a figure's still picture.</summary>
    /// <param name="output">The output that shows the figure.</param>
    /// <param name="id">The figure's identity.</param>
    /// <returns>The address; <see langword="null"/> where the figure has no picture.</returns>
    string? PictureOf(Output output, string id);

    /// <summary>Reduces HTML that a cell made to what a page may hold, for a place among words of the page.</summary>
    /// <param name="html">The HTML.</param>
    string Reduce(string html);

    /// <summary>The same for HTML that stands by itself, with what keeps its look and its width to its place.</summary>
    /// <param name="html">The HTML.</param>
    string Frame(string html);

    /// <summary>Checks the SVG of a scene's picture.</summary>
    /// <param name="svg">The SVG.</param>
    /// <returns>It as a page may hold it; <see langword="null"/> where it may not.</returns>
    string? Check(string svg);
}
