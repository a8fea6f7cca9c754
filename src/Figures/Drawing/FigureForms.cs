using System.Net;
using System.Security.Cryptography;
using System.Text;
using InteractiveArticle.Figures.Display;
using InteractiveArticle.Figures.Text;

namespace InteractiveArticle.Figures.Drawing;

/// <summary>
/// The forms that a <see cref="Figure"/> is shown in, all made here and all from the figure's own JSON: that JSON, HTML
/// for front ends at work, a chart for those that have plotly.js, Markdown for those that show neither of a notebook that
/// they do not trust, and words.
/// </summary>
/// <remarks>
/// HTML and Markdown hold the figure's still picture where there is one beside this assembly, as
/// <c>pictures/&lt;name&gt;.webp</c>. The name is the beginning of the SHA-256 of the JSON, so that a picture belongs to
/// what the figure shows and is found whichever kernel asks. "article refresh" draws them.
/// </remarks>
public sealed class FigureForms : IFormatterSource
{
    /// <summary>The width of a still picture where it is shown, in CSS pixels.</summary>
    public const int PictureWidth = 640;

    /// <summary>The height of a still picture where it is shown, in CSS pixels.</summary>
    public const int PictureHeight = 360;

    // The last plotly.js with the schema that the charting library writes for, without the chart kinds we do not use.
    private const string Script = "https://cdn.jsdelivr.net/npm/plotly.js-basic-dist-min@2.35.3/plotly-basic.min.js";

    // Whatever else a content network may hand out one day, the front end runs only the file that was meant.
    private const string ScriptIntegrity = "sha384-1kloN2RA6UbO83t0fSTtvwbovK00vzWzCE4WE0bLlnh07IC3ftBV/0Q5xhUpwDQq";

    // Figures.csproj fills it from the pictures that are committed.
    private const string PictureFolder = "pictures";

    private const int NameDigits = 16;
    private const int RowsOfASeries = 12;

    /// <inheritdoc/>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TypeFormatter<Figure>(MimeTypes.Figure, FigureJson.Write),
        new TypeFormatter<Figure>(MimeTypes.Html, figure => ToHtml(figure, FigureJson.Write(figure))),
        new TypeFormatter<Figure>(MimeTypes.Plotly, figure => ToPlotly(FigureJson.Write(figure))),
        new TypeFormatter<Figure>(MimeTypes.Markdown, figure => ToMarkdown(figure, FigureJson.Write(figure))),
        new TypeFormatter<Figure>(MimeTypes.Text, ToText),
    ];

    private static string ToText(Figure figure) => $"{figure.Title}{(figure.Title.EndsWith('?') ? "" : ".")} {figure.Finding}";

    // The chart is that of the figure as it travels, with its rounded numbers.
    private static string ToPlotly(string json) => ChartingLibrary.ToPlotlyJson(FigureJson.Read(json));

    private static string ToHtml(Figure figure, string json)
    {
        string name = NameOf(json);
        return $"""
            <figure>
            <div id="figure-{name}" role="img" aria-label="{WebUtility.HtmlEncode(figure.Finding)}" style="min-height:420px">{Picture(figure, name)}</div>
            <figcaption>{WebUtility.HtmlEncode(figure.Finding)}</figcaption>
            </figure>
            """ + (ChartingLibrary.IsSupported ? "\n" + DrawingScript(name, ToPlotly(json)) : "");
    }

    private static string NameOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..NameDigits];

    private static string ToMarkdown(Figure figure, string json)
    {
        string picture = Picture(figure, NameOf(json));
        return $"**{MarkdownText.Of(figure.Title)}**\n\n{(picture.Length > 0 ? picture : DataTable(figure))}\n\n{MarkdownText.Of(figure.Finding)}";
    }

    // What there is to see where nobody has drawn the figure: some of its data, the first and the last of it included.
    private static string DataTable(Figure figure)
    {
        var table = new StringBuilder($"| | {MarkdownText.Of(figure.X.Label)} | {MarkdownText.Of(figure.Y.Label)} |\n| :--- | ---: | ---: |\n");
        foreach (var series in figure.Series)
        {
            int shown = Math.Min(series.X.Count, RowsOfASeries);
            for (int row = 0; row < shown; row++)
            {
                int at = shown == 1 ? 0 : row * (series.X.Count - 1) / (shown - 1);
                table.Append($"| {MarkdownText.Of(series.Name)} | {figure.X.Read(series.X[at])} | {figure.Y.Read(series.Y[at])} |\n");
            }
        }

        return table.ToString().TrimEnd('\n');
    }

    private static string Picture(Figure figure, string name)
    {
        string file = Path.Combine(Path.GetDirectoryName(typeof(Figure).Assembly.Location) ?? "", PictureFolder, name + ".webp");
        return File.Exists(file)
            ? $"<img alt=\"{WebUtility.HtmlEncode(ToText(figure))}\" width=\"{PictureWidth}\" height=\"{PictureHeight}\" style=\"max-width:100%;height:auto\" src=\"data:image/webp;base64,{Convert.ToBase64String(File.ReadAllBytes(file))}\">"
            : "";
    }

    // Front ends that have no plotly.js of their own fetch it, once for all figures of a page.
    private static string DrawingScript(string name, string chart) => $$"""
        <script type="text/javascript">
        (function () {
          var chart = {{AsScript(chart)}};
          function draw() {
            document.getElementById("figure-{{name}}").replaceChildren();
            Plotly.newPlot("figure-{{name}}", chart.data, chart.layout, { responsive: true, displayModeBar: false });
          }
          if (window.Plotly) { draw(); return; }
          window.articleFigures = window.articleFigures || [];
          window.articleFigures.push(draw);
          if (window.articleFigures.length > 1) { return; }
          var amd = window.define; window.define = undefined;
          var script = document.createElement("script");
          script.src = "{{Script}}";
          script.integrity = "{{ScriptIntegrity}}";
          script.crossOrigin = "anonymous";
          script.onload = function () { window.define = amd; window.articleFigures.splice(0).forEach(function (f) { f(); }); };
          document.head.appendChild(script);
        })();
        </script>
        """;

    // Within a script, both say more to a browser than to the script itself.
    private static string AsScript(string json) =>
        json.Replace("</", "<\\/", StringComparison.Ordinal).Replace("<!--", "<\\!--", StringComparison.Ordinal);
}
