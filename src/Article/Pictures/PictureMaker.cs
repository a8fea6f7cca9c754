using AngleSharp.Html.Parser;
using InteractiveArticle.Article.Site;
using InteractiveArticle.Article.Terminal;
using InteractiveArticle.Notebook.Pictures;

namespace InteractiveArticle.Article.Pictures;

/// <summary>
/// Draws charts as still pictures, in the article's one look, with a Chromium of the machine.
/// </summary>
internal static class PictureMaker
{
    private static readonly TimeSpan TimeForAChart = TimeSpan.FromSeconds(5);

    /// <summary>Draws each chart.</summary>
    /// <param name="browser">The path of Chromium.</param>
    /// <param name="charts">Charts as Plotly JSON, each one once.</param>
    /// <param name="cancellation">Ends the browser.</param>
    /// <returns>The pictures by their charts.</returns>
    /// <exception cref="CommandException">The browser drew fewer pictures than there are charts.</exception>
    public static async Task<IReadOnlyDictionary<string, FigurePicture>> DrawAsync(string browser, IReadOnlyList<string> charts, CancellationToken cancellation)
    {
        string elements = await Chromium.DumpAsync(browser, PageOf(charts), TimeForAChart * (charts.Count + 1), cancellation).ConfigureAwait(false);
        using var page = new HtmlParser().ParseDocument(elements);
        FigurePicture[] pictures =
        [
            .. from picture in page.QuerySelectorAll("output[data-webp]")
               select new FigurePicture(Base64(picture.GetAttribute("data-png")!), Base64(picture.GetAttribute("data-webp")!)),
        ];
        return pictures.Length == charts.Count
            ? charts.Zip(pictures).ToDictionary(pair => pair.First, pair => pair.Second)
            : throw new CommandException($"{browser}: drew {pictures.Length} of {charts.Count} pictures; try once more, or another Chromium on the path");
    }

    private static string Base64(string address) => address[(address.IndexOf(',', StringComparison.Ordinal) + 1)..];

    private static string PageOf(IReadOnlyList<string> charts) => $$"""
        <!doctype html><meta charset="utf-8"><title>Pictures</title><body>
        <script>{{SiteAssets.Text("plotly/plotly-basic.min.js")}}</script>
        <script type="application/json" id="charts">[{{string.Join(',', charts).Replace("<", "\\u003c", StringComparison.Ordinal)}}]</script>
        <script type="module">
        {{SiteAssets.Text("look.js")}}
        {{SiteAssets.Text("names.js")}}
        const page = { isDark: false, isNarrow: false, font: "system-ui, sans-serif" };
        const size = { width: {{FigurePicture.Width}}, height: {{FigurePicture.Height}} };
        for (const chart of JSON.parse(document.getElementById("charts").textContent)) {
          const { data, layout } = dress(chart, page);
          delete layout.title;
          layout.paper_bgcolor = "#ffffff";
          const picture = document.createElement("output");
          document.body.append(picture);
          await Plotly.newPlot(picture, data, { ...layout, ...size });
          const { annotations = [] } = layout;
          await Plotly.relayout(picture, { annotations: moved(annotations, tidy(picture, annotations)) });
          picture.dataset.png = await Plotly.toImage(picture, { format: "png", scale: 1, ...size });
          picture.dataset.webp = await Plotly.toImage(picture, { format: "webp", scale: 1.5, ...size });
          Plotly.purge(picture);
        }
        </script>
        """;
}
