using System.Net;
using System.Security.Cryptography;
using System.Text;
using InteractiveArticle.Figures.Drawing;

namespace InteractiveArticle.Figures.Display;

/// <summary>
/// The forms a <see cref="Figure"/> is shown in.
/// </summary>
public sealed class FigureFormatters : IFormatterSource
{
    // The last plotly.js with the schema that the charting library writes for, without the chart kinds we do not use.
    private const string Script = "https://cdn.jsdelivr.net/npm/plotly.js-basic-dist-min@2.35.3/plotly-basic.min.js";

    // Whatever else a content network may hand out one day, the front end runs only the file that was meant.
    private const string ScriptIntegrity = "sha384-1kloN2RA6UbO83t0fSTtvwbovK00vzWzCE4WE0bLlnh07IC3ftBV/0Q5xhUpwDQq";

    /// <inheritdoc/>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TypeFormatter<Figure>(MimeTypes.Html, ToHtml),
        new TypeFormatter<Figure>(MimeTypes.Plotly, FigurePainter.ToPlotlyJson),
        new TypeFormatter<Figure>(MimeTypes.Text, figure => $"{figure.Title}{(figure.Title.EndsWith('?') ? "" : ".")} {figure.Finding}"),
    ];

    // A notebook front end shows this form where it has no Plotly of its own; it fetches the script once.
    private static string ToHtml(Figure figure)
    {
        // Within a script, both say more to a browser than to the script itself.
        string json = FigurePainter.ToPlotlyJson(figure).Replace("</", "<\\/", StringComparison.Ordinal).Replace("<!--", "<\\!--", StringComparison.Ordinal);
        string id = "figure-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..12];
        return $$"""
            <figure>
            <div id="{{id}}" role="img" aria-label="{{WebUtility.HtmlEncode(figure.Finding)}}" style="min-height:420px"><!-- picture --></div>
            <figcaption>{{WebUtility.HtmlEncode(figure.Finding)}}</figcaption>
            </figure>
            <script type="text/javascript">
            (function () {
              var chart = {{json}};
              function draw() {
                document.getElementById("{{id}}").replaceChildren();
                Plotly.newPlot("{{id}}", chart.data, chart.layout, { responsive: true, displayModeBar: false });
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
    }
}
