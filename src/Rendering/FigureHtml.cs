using System.Globalization;
using System.Net;
using System.Text;
using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Rendering;

/// <summary>
/// A figure on the page: title, a place for the chart, the finding, and the data as a table for whoever cannot or does
/// not want to see the chart.
/// </summary>
public static class FigureHtml
{
    private const int RowsOfASeries = 12;

    /// <summary>The identity of a figure on its page. It goes by the cell, so that links to a figure outlive figures before it.</summary>
    /// <param name="cell">The cell that shows the figure.</param>
    /// <param name="place">Which of the cell's figures it is, from 1.</param>
    public static string IdOf(Cell cell, int place)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return place == 1 ? $"figure-{cell.Id}" : string.Create(CultureInfo.InvariantCulture, $"figure-{cell.Id}-{place}");
    }

    /// <summary>Renders a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="id">The figure's identity on its page.</param>
    /// <param name="picture">The address of its still picture; null where it has none.</param>
    /// <param name="isHero">Whether it is the chapter's main figure.</param>
    internal static string Render(ShownFigure figure, string id, string? picture, bool isHero)
    {
        id = Encode(id);
        string title = Encode(Typography.OfText(figure.Title));

        // Inside a script element no "<" may stand, whatever follows it; in JSON it only stands within texts.
        string json = figure.Script.Replace("<", "\\u003c", StringComparison.Ordinal);
        return $"""
            <figure class="figure{(isHero ? " hero" : "")}" id="{id}" aria-labelledby="{id}-title"{(figure.NeedsWholePlotly ? " data-plotly=\"whole\"" : "")}>
            <p class="figure-title" id="{id}-title">{title}</p>
            <div class="plot" role="img" aria-label="Chart: {title}" aria-describedby="{id}-finding">{Picture(picture)}</div>
            <script type="application/json" class="{figure.ScriptClass}">{json}</script>
            <figcaption><p id="{id}-finding">{Encode(Typography.OfText(figure.Finding))}</p>
            <details class="data"><summary>The figure’s data</summary><div class="scroll" tabindex="0" role="group" aria-label="Data: {title}">{DataTable(figure, title)}</div></details></figcaption>
            </figure>

            """;
    }

    // What the chart shows is said by the caption that describes it.
    private static string Picture(string? address) => address is null
        ? ""
        : $"<img alt=\"\" src=\"{Encode(address)}\" width=\"{FigureForms.PictureWidth}\" height=\"{FigureForms.PictureHeight}\" loading=\"lazy\">";

    private static string DataTable(ShownFigure figure, string title)
    {
        var html = new StringBuilder($"<table><caption>{title}</caption><thead><tr><th scope=\"col\">series</th><th scope=\"col\">{AxisName(figure.XName)}</th><th scope=\"col\">{AxisName(figure.YName)}</th></tr></thead><tbody>");
        foreach (var series in figure.Series)
        {
            string name = series.Name.Length > 0 ? $"<th scope=\"row\">{Encode(series.Name)}</th>" : "<td></td>";
            int rows = Math.Min(series.X.Count, series.Y.Count);
            int shown = Math.Min(rows, RowsOfASeries);
            for (int row = 0; row < shown; row++)
            {
                int at = shown == 1 ? 0 : (int)((long)row * (rows - 1) / (shown - 1));
                html.Append(CultureInfo.InvariantCulture, $"<tr>{name}<td>{Encode(series.X[at])}</td><td>{Encode(series.Y[at])}</td></tr>");
            }
        }

        return html.Append("</tbody></table>").ToString();
    }

    private static string AxisName(string name) => name.Length > 0 ? Encode(name) : "value";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
