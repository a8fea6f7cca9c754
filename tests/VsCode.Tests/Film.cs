using Microsoft.Playwright;

namespace InteractiveArticle.VsCode.Tests;

/// <summary>
/// A scene as a plain page of the browser shows it at moments of its film, which are those of the trace that it was made from.
/// By it photographs of the scene elsewhere are told from those of another film, or of one that stands.
/// </summary>
internal sealed class Film
{
    private const int Frames = 24;

    // So small that neither the edges of letters nor half a pixel count.
    private const int Width = 225;

    private readonly IPage page;
    private readonly double seconds;

    private Film(IPage page, double seconds)
    {
        this.page = page;
        this.seconds = seconds;
    }

    /// <summary>Develops the film of a scene that repeats.</summary>
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
              const seconds = parseFloat(document.querySelector("animate[repeatCount]").getAttribute("dur"));
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

    /// <summary>How unlike each frame a photograph is: the mean difference of their greys.</summary>
    /// <param name="photograph">A picture of the whole scene, as PNG.</param>
    public Task<double[]> DistancesAsync(byte[] photograph) => page.EvaluateAsync<double[]>("(photograph) => distances(photograph)", Convert.ToBase64String(photograph));

    /// <summary>
    /// How badly two photographs fit a film that went on between them: how much less like the two frames they are than like
    /// those that they are most like, as a share of what sets the frames apart. Frames that are alike do not count against it.
    /// </summary>
    /// <param name="first">How unlike each frame the first photograph is.</param>
    /// <param name="next">How unlike each frame the one after it is.</param>
    /// <param name="shortest">The least time that can have passed between them; seconds.</param>
    /// <param name="longest">The most; seconds.</param>
    public double Misfit(double[] first, double[] next, double shortest, double longest)
    {
        double step = seconds / Frames;
        int[] passed = [.. Enumerable.Range((int)Math.Floor(shortest / step), (int)Math.Ceiling(longest / step) - (int)Math.Floor(shortest / step) + 1)];
        return Enumerable.Range(0, Frames).Min(start => passed.Min(frames => Math.Max(Excess(first, start), Excess(next, (start + frames) % Frames))));
    }

    private static double Excess(double[] distances, int frame) => (distances[frame] - distances.Min()) / (distances.Max() - distances.Min());

    /// <summary>Puts the film away.</summary>
    public Task CloseAsync() => page.CloseAsync();
}
