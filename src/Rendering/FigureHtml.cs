using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Pictures;

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

    /// <summary>A chart from its Plotly JSON; null for JSON that is no chart.</summary>
    internal static JsonObject? ChartOf(string json) =>
        StrictJson.Parse(json) is JsonObject chart && chart["data"] is JsonArray && chart["layout"] is JsonObject ? chart : null;

    /// <summary>Renders a figure.</summary>
    /// <param name="chart">The chart, which loses its title to the page.</param>
    /// <param name="finding">Its text alternative.</param>
    /// <param name="id">The figure's identity on its page.</param>
    /// <param name="picture">The address of its still picture; null where it has none.</param>
    /// <param name="isHero">Whether it is the chapter's main figure.</param>
    internal static string Render(JsonObject chart, string finding, string id, string? picture, bool isHero)
    {
        var layout = (JsonObject)chart["layout"]!;
        id = Encode(id);
        string title = TitleOf(layout) ?? "Figure";
        string opening = title.EndsWith('?') ? title + " " : title + ". ";
        if (finding.StartsWith(opening, StringComparison.Ordinal))
        {
            finding = finding[opening.Length..];
        }

        (title, finding) = (Typography.OfText(title), Typography.OfText(finding));

        // The page sets the title in its own type.
        layout.Remove("title");
        // Inside a script element no "<" may stand, whatever follows it; in JSON it only stands within texts.
        string json = chart.ToJsonString().Replace("<", "\\u003c", StringComparison.Ordinal);
        return $"""
            <figure class="figure{(isHero ? " hero" : "")}" id="{id}" aria-labelledby="{id}-title">
            <p class="figure-title" id="{id}-title">{Encode(title)}</p>
            <div class="plot" role="img" aria-label="Chart: {Encode(title)}" aria-describedby="{id}-finding">{Picture(picture)}</div>
            <script type="application/json" class="chart">{json}</script>
            <figcaption><p id="{id}-finding">{Encode(finding)}</p>
            <details class="data"><summary>The figure’s data</summary><div class="scroll" tabindex="0" role="group" aria-label="Data: {Encode(title)}">{DataTable(chart, layout, title)}</div></details></figcaption>
            </figure>

            """;
    }

    // What the chart shows is said by the caption that describes it.
    private static string Picture(string? address) => address is null
        ? ""
        : $"<img alt=\"\" src=\"{Encode(address)}\" width=\"{FigurePicture.Width}\" height=\"{FigurePicture.Height}\" loading=\"lazy\">";

    private static string DataTable(JsonObject chart, JsonObject layout, string title)
    {
        var html = new StringBuilder($"<table><caption>{Encode(title)}</caption><thead><tr><th scope=\"col\">series</th><th scope=\"col\">{AxisName(layout, "xaxis")}</th><th scope=\"col\">{AxisName(layout, "yaxis")}</th></tr></thead><tbody>");
        foreach (var trace in ((JsonArray)chart["data"]!).OfType<JsonObject>())
        {
            // Where a chart says how its positions read ("11:37"), the table says it too.
            var x = trace["text"] as JsonArray ?? trace["x"] as JsonArray ?? [];
            var y = trace["y"] as JsonArray ?? [];
            int rows = Math.Min(x.Count, y.Count);
            int shown = Math.Min(rows, RowsOfASeries);
            for (int row = 0; row < shown; row++)
            {
                int at = shown == 1 ? 0 : (int)((long)row * (rows - 1) / (shown - 1));
                html.Append(CultureInfo.InvariantCulture, $"<tr>{Name(trace)}<td>{Encode(x[at]?.ToString() ?? "")}</td><td>{Encode(y[at]?.ToString() ?? "")}</td></tr>");
            }
        }

        return html.Append("</tbody></table>").ToString();
    }

    private static string Name(JsonObject trace) =>
        trace["name"]?.ToString() is { Length: > 0 } name ? $"<th scope=\"row\">{Encode(name)}</th>" : "<td></td>";

    private static string AxisName(JsonObject layout, string axis) =>
        TitleOf(layout[axis]) is { Length: > 0 } name ? Encode(name) : "value";

    // Plotly takes a title as an object or as its text alone.
    private static string? TitleOf(JsonNode? owner) => (owner as JsonObject)?["title"] switch
    {
        JsonObject title => title["text"]?.ToString(),
        var text => text?.ToString(),
    };

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
