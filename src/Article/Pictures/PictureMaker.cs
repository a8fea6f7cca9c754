using AngleSharp.Html.Parser;
using InteractiveArticle.Article.Site;
using InteractiveArticle.Article.Terminal;
using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Notebook.Pictures;

namespace InteractiveArticle.Article.Pictures;

/// <summary>
/// Draws figures as still pictures, with the page's own scripts in a Chromium of the machine.
/// </summary>
internal static class PictureMaker
{
    private static readonly TimeSpan TimeForAFigure = TimeSpan.FromSeconds(5);

    /// <summary>Draws each figure.</summary>
    /// <param name="browser">The path of Chromium.</param>
    /// <param name="figures">Figures as JSON, each one once.</param>
    /// <param name="cancellation">Ends the browser.</param>
    /// <returns>The pictures by their figures.</returns>
    /// <exception cref="CommandException">The browser drew fewer pictures than there are figures.</exception>
    public static async Task<IReadOnlyDictionary<string, FigurePicture>> DrawAsync(string browser, IReadOnlyList<string> figures, CancellationToken cancellation)
    {
        string elements = await Chromium.DumpAsync(browser, PageOf(figures), TimeForAFigure * (figures.Count + 1), cancellation).ConfigureAwait(false);
        using var page = new HtmlParser().ParseDocument(elements);
        FigurePicture[] pictures =
        [
            .. from picture in page.QuerySelectorAll("output[data-webp]")
               select new FigurePicture(Content(picture.GetAttribute("data-png")!), Content(picture.GetAttribute("data-webp")!)),
        ];
        return pictures.Length == figures.Count
            ? figures.Zip(pictures).ToDictionary(pair => pair.First, pair => pair.Second)
            : throw new CommandException($"{browser}: drew {pictures.Length} of {figures.Count} pictures; try once more, or another Chromium on the path");
    }

    private static byte[] Content(string address) => Convert.FromBase64String(address[(address.IndexOf(',', StringComparison.Ordinal) + 1)..]);

    private static string PageOf(IReadOnlyList<string> figures) => $$"""
        <!doctype html><meta charset="utf-8"><title>Pictures</title><body>
        <script>{{SiteAssets.Text("plotly/plotly-basic.min.js")}}</script>
        <script type="application/json" id="figures">[{{string.Join(',', figures).Replace("<", "\\u003c", StringComparison.Ordinal)}}]</script>
        <script type="module">
        {{SiteAssets.Text("chart.js")}}
        {{SiteAssets.Text("chart-style.js")}}
        {{SiteAssets.Text("label-placement.js")}}
        const page = { isDark: false, isNarrow: false, font: "system-ui, sans-serif" };
        const size = { width: {{FigureForms.PictureWidth}}, height: {{FigureForms.PictureHeight}} };
        for (const figure of JSON.parse(document.getElementById("figures").textContent)) {
          const { data, layout } = dress(paint(figure, colors.light), page);
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
