using Microsoft.Playwright;

namespace InteractiveArticle.VsCode.Tests;

/// <summary>
/// A scene as a plain page of the browser shows it at moments of its film, which are those of the trace that it was made from.
/// By it a photograph of the scene elsewhere is dated.
/// </summary>
internal sealed class Film
{
    private const int Frames = 16;

    // So small that neither the edges of letters nor half a pixel count.
    private const int Width = 225;

    private readonly IPage page;
    private readonly double seconds;

    private Film(IPage page, double seconds)
    {
        this.page = page;
        this.seconds = seconds;
    }

    /// <summary>Between two frames; seconds.</summary>
    public double Step => seconds / Frames;

    /// <summary>How long the film goes on from one moment to another, from its end to its beginning where it repeats; seconds.</summary>
    public double Between(double start, double end) => (end - start + seconds) % seconds;

    /// <summary>Develops the film of a scene.</summary>
    /// <param name="context">Of a browser in a light scheme, as that of the photographs has to be.</param>
    /// <param name="source">The address of the picture, which holds all of it.</param>
    public static async Task<Film> OfAsync(IBrowserContext context, string source)
    {
        var page = await context.NewPageAsync();
        double seconds = await page.EvaluateAsync<double>("""
            async ([source, frames, width]) => {
              let height;
              const drawn = async (address) => {
                const image = new Image();
                image.src = address;
                await image.decode();
                height ??= Math.round(width * image.naturalHeight / image.naturalWidth);
                const canvas = new OffscreenCanvas(width, height);
                const pen = canvas.getContext("2d", { willReadFrequently: true });
                pen.imageSmoothingQuality = "high";
                pen.drawImage(image, 0, 0, canvas.width, canvas.height);
                const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
                return Float32Array.from({ length: data.length / 4 }, (_, i) => 0.3 * data[4 * i] + 0.6 * data[4 * i + 1] + 0.1 * data[4 * i + 2]);
              };
              const text = new TextDecoder().decode(Uint8Array.from(atob(source.split(",")[1]), (letter) => letter.charCodeAt(0)));
              document.body.innerHTML = text;
              const seconds = Math.max(...document.querySelector("svg").getAnimations({ subtree: true }).map((animation) => animation.effect.getComputedTiming().endTime)) / 1000;
              document.body.innerHTML = "";
              const film = [];
              for (let i = 0; i < frames; i++) {
                const still = text.replace("</style>", `svg{--t:${-seconds * i / frames}s!important}*{animation-play-state:paused!important}</style>`);
                film.push(await drawn("data:image/svg+xml," + encodeURIComponent(still)));
              }
              globalThis.distances = async (photograph) => {
                const shown = await drawn("data:image/png;base64," + photograph);
                return film.map((frame) => frame.reduce((sum, grey, i) => sum + Math.abs(grey - shown[i]), 0) / frame.length);
              };
              return seconds;
            }
            """, new object[] { source, Frames, Width });
        return new(page, seconds);
    }

    /// <summary>The moment of the film whose frame a photograph is most like; seconds.</summary>
    /// <param name="photograph">A picture of the whole scene, as PNG.</param>
    public async Task<double> DateAsync(byte[] photograph)
    {
        double[] distances = await page.EvaluateAsync<double[]>("(photograph) => distances(photograph)", Convert.ToBase64String(photograph));
        return Array.IndexOf(distances, distances.Min()) * Step;
    }

    /// <summary>Puts the film away.</summary>
    public Task CloseAsync() => page.CloseAsync();
}
