using AngleSharp.Html.Parser;
using InteractiveArticle.Article.Site;
using InteractiveArticle.Article.Terminal;
using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Notebook.Pictures;

namespace InteractiveArticle.Article.Pictures;

/// <summary>
/// Draws figures, with the page's own scripts, and scenes, at their most telling moments, as still pictures in a Chromium of the
/// machine.
/// </summary>
internal static class PictureMaker
{
    private static readonly TimeSpan TimeForAPicture = TimeSpan.FromSeconds(5);

    /// <summary>Draws each figure and each scene.</summary>
    /// <param name="browser">The path of Chromium.</param>
    /// <param name="figures">Figures as JSON, each one once.</param>
    /// <param name="scenes">Scenes as JSON at their wide size, each one once.</param>
    /// <param name="cancellation">Ends the browser.</param>
    /// <returns>The pictures by their figures and scenes.</returns>
    /// <exception cref="CommandException">The browser drew fewer pictures than were wanted.</exception>
    public static async Task<IReadOnlyDictionary<string, FigurePicture>> DrawAsync(string browser, IReadOnlyList<string> figures, IReadOnlyList<string> scenes, CancellationToken cancellation)
    {
        string[] shown = [.. figures, .. scenes];
        string elements = await Chromium.DumpAsync(browser, PageOf(figures, scenes), TimeForAPicture * (shown.Length + 1), cancellation).ConfigureAwait(false);
        using var page = new HtmlParser().ParseDocument(elements);
        FigurePicture[] pictures =
        [
            .. from picture in page.QuerySelectorAll("output[data-done]")
               select new FigurePicture(Content(picture.GetAttribute("data-png")!), picture.GetAttribute("data-webp") is { } webP ? Content(webP) : null),
        ];
        return pictures.Length == shown.Length
            ? shown.Zip(pictures).ToDictionary(pair => pair.First, pair => pair.Second)
            : throw new CommandException($"{browser}: drew {pictures.Length} of {shown.Length} pictures; try once more, or another Chromium on the path");
    }

    private static byte[] Content(string address) => Convert.FromBase64String(address[(address.IndexOf(',', StringComparison.Ordinal) + 1)..]);

    private static string PageOf(IReadOnlyList<string> figures, IReadOnlyList<string> scenes) => $$"""
        <!doctype html><meta charset="utf-8"><title>Pictures</title><body>
        <script>{{SiteAssets.Text("plotly/plotly-basic.min.js")}}</script>
        <script type="application/json" id="figures">{{Listed(figures)}}</script>
        <script type="application/json" id="scenes">{{Listed(scenes)}}</script>
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
          picture.dataset.webp = await Plotly.toImage(picture, { format: "webp", scale: 1.25, ...size });
          picture.dataset.done = "true";
          Plotly.purge(picture);
        }
        for (const { svg, width, height, stillAt } of JSON.parse(document.getElementById("scenes").textContent)) {
          const scene = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
          const place = { width: {{FigureForms.PictureWidth}}, height: Math.round(({{FigureForms.PictureWidth}} * height) / width) };
          for (const [name, value] of Object.entries(place)) scene.setAttribute(name, value);
          scene.style.setProperty("--t", `${-stillAt}s`);
          const pause = document.createElementNS(scene.namespaceURI, "style");
          pause.textContent = "*{animation-play-state:paused!important}";
          scene.append(pause);
          const image = new Image();
          image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(scene))}`;
          await image.decode();
          const canvas = Object.assign(document.createElement("canvas"), place);
          canvas.getContext("2d").drawImage(image, 0, 0);
          const picture = document.createElement("output");
          picture.dataset.png = canvas.toDataURL("image/png");
          picture.dataset.done = "true";
          document.body.append(picture);
        }
        </script>
        """;

    private static string Listed(IEnumerable<string> shown) => $"[{string.Join(',', shown).Replace("<", "\\u003c", StringComparison.Ordinal)}]";
}
