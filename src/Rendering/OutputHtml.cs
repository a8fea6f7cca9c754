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
    /// <param name="pictures">Gives the address of a figure's still picture by the figure and its identity; null where it has none.</param>
    /// <param name="reduce">Reduces HTML that a cell made to what a page may hold.</param>
    /// <returns>One piece of HTML for each output.</returns>
    public static IEnumerable<string> Render(Cell cell, IReadOnlyList<Output> outputs, Func<Output, string, string?> pictures, Func<string, string> reduce)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(reduce);
        return RenderAll(cell, outputs, pictures, reduce);
    }

    private static IEnumerable<string> RenderAll(Cell cell, IReadOnlyList<Output> outputs, Func<Output, string, string?> pictures, Func<string, string> reduce)
    {
        int figures = 0;
        foreach (var output in outputs)
        {
            var data = output.Forms;
            if (data?.Find(MimeTypes.Plotly) is { } json && FigureHtml.ChartOf(json) is { } chart)
            {
                string id = FigureHtml.IdOf(cell, ++figures);
                yield return FigureHtml.Render(chart, data.Find(MimeTypes.Text) ?? "", id, pictures(output, id), cell.HasTag(CellTags.Hero));
            }
            else if (data?.Find(MimeTypes.Html) is { } html)
            {
                yield return InScrollingRegion(reduce(Typography.OfHtml(html)));
            }
            else
            {
                yield return output is StreamOutput stream ? Preformatted(stream.Text) : Preformatted(data?.Find(MimeTypes.Text) ?? "");
            }
        }
    }

    private static string Preformatted(string text) => $"<pre class=\"output\" tabindex=\"0\">{WebUtility.HtmlEncode(text)}</pre>";

    // A wide table scrolls by itself, so that the page never does.
    private static string InScrollingRegion(string html) => html.StartsWith("<table", StringComparison.Ordinal)
        ? $"<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">{html}</div>"
        : html;
}
