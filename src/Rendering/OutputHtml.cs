using System.Net;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Rendering;

/// <summary>
/// What a cell puts out, as HTML; the same for the page as it is written and for the page when a lever moves.
/// </summary>
public static class OutputHtml
{
    /// <summary>Renders what a cell has put out.</summary>
    /// <param name="cell">The cell, for its identity and its tags.</param>
    /// <param name="outputs">What it has put out.</param>
    /// <param name="pictures">Gives the address of a figure's still picture by the output that shows the figure and the figure's identity; null where it has none.</param>
    /// <param name="reduce">Reduces HTML that a cell made to what a page may hold.</param>
    /// <param name="check">Gives the SVG of a scene's picture as a page may hold it; null where it may not.</param>
    /// <returns>One piece of HTML for each output.</returns>
    public static IEnumerable<string> Render(Cell cell, IReadOnlyList<Output> outputs, Func<Output, string, string?> pictures, Func<string, string> reduce, Func<string, string?> check)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(reduce);
        ArgumentNullException.ThrowIfNull(check);
        int figures = 0;
        var pieces = new List<string>();
        foreach (var output in outputs)
        {
            if (Checked(ShownScene.In(output), check) is { } scene)
            {
                pieces.Add(SceneHtml.Render(scene, FigureHtml.IdOf(cell, ++figures), cell.HasTag(CellTags.Hero)));
            }
            else if (ShownFigure.In(output) is { } figure)
            {
                string id = FigureHtml.IdOf(cell, ++figures);
                pieces.Add(FigureHtml.Render(figure, id, pictures(output, id), cell.HasTag(CellTags.Hero)));
            }
            else if (ShownReveal.In(output) is { } reveal)
            {
                pieces.Add(RevealHtml.Render(reveal, reduce));
            }
            else if (output.Forms?.Find(MimeTypes.Html) is { } html)
            {
                pieces.Add(InScrollingRegion(reduce(Typography.OfHtml(html))));
            }
            else
            {
                pieces.Add(Preformatted(output switch
                {
                    StreamOutput stream => stream.Text,
                    ErrorOutput error => $"{error.Name}: {error.Value}",
                    _ => output.Forms?.Find(MimeTypes.Text) ?? "",
                }));
            }
        }

        return pieces;
    }

    /// <summary>Whether an output is rendered as a figure or a scene.</summary>
    /// <param name="output">Any output.</param>
    public static bool IsFigure(Output output) => IsScene(output) || ShownFigure.In(output) is not null;

    /// <summary>Whether an output is a scene.</summary>
    /// <param name="output">Any output.</param>
    public static bool IsScene(Output output) => ShownScene.In(output) is not null;

    /// <summary>Whether an output is a chart that takes the whole of plotly.js, and not the small part that the article's own figures need.</summary>
    /// <param name="output">Any output.</param>
    public static bool NeedsWholePlotly(Output output) => ShownFigure.In(output)?.NeedsWholePlotly ?? false;

    private static ShownScene? Checked(ShownScene? scene, Func<string, string?> check)
    {
        ShownStage[] stages = [.. from stage in scene?.Stages ?? [] let svg = check(stage.Svg) where svg is not null select stage with { Svg = svg }];
        return stages.Length == scene?.Stages.Count ? scene with { Stages = stages } : null;
    }

    private static string Preformatted(string text) => $"<pre class=\"output\" tabindex=\"0\">{WebUtility.HtmlEncode(text)}</pre>";

    // A wide table scrolls by itself, so that the page never does.
    private static string InScrollingRegion(string html) => html.StartsWith("<table", StringComparison.Ordinal)
        ? $"<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">{html}</div>"
        : html;
}
