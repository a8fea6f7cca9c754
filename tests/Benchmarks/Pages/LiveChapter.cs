using Microsoft.Playwright;

namespace InteractiveArticle.Benchmarks.Pages;

/// <summary>A chapter in the browser, with its levers at hand.</summary>
internal sealed class LiveChapter(IPage page)
{
    private const string Settled = "section.levers[data-state='idle']";

    private const string Set = """
        ([lever, share]) => {
          const control = document.querySelector(`section.levers [data-lever="${lever}"] input[type="range"]`);
          control.value = Number(control.min) + (Number(control.max) - Number(control.min)) * share;
          control.dispatchEvent(new Event("input", { bubbles: true }));
        }
        """;

    // From the control's own event to the main figure drawn anew, or to the first picture of the main scene that plays anew, by
    // the page's own clock.
    private const string SetTimed = $$"""
        (move) => new Promise((done) => {
          const hero = document.querySelector("figure.hero");
          const start = performance.now();
          const timer = setTimeout(() => done(-1), 20000);
          const told = () => { clearTimeout(timer); done(performance.now() - start); };
          hero.addEventListener("drawn", told, { once: true });
          hero.addEventListener("scene", () => requestAnimationFrame(told), { once: true });
          ({{Set}})(move);
        })
        """;

    // The main scene plays from its beginning for a while.
    private const string CountFrames = """
        async (milliseconds) => {
          const scene = document.querySelector("figure.scene.hero");
          if (!scene) return -1;
          const slider = scene.querySelector("input[type=range]");
          slider.value = 0;
          slider.dispatchEvent(new Event("input"));
          scene.querySelector(".play").click();
          let frames = 0;
          const count = () => { frames++; counting = requestAnimationFrame(count); };
          let counting = requestAnimationFrame(count);
          const start = performance.now();
          await new Promise((done) => setTimeout(done, milliseconds));
          cancelAnimationFrame(counting);
          return frames * 1000 / (performance.now() - start);
        }
        """;

    private const int MillisecondsOfFilm = 8_000;

    public IPage Page => page;

    /// <summary>How many pictures a second the chapter's main scene has while it plays; negative for a chapter whose main figure is no scene.</summary>
    public Task<double> FramesASecondAsync() => page.EvaluateAsync<double>(CountFrames, MillisecondsOfFilm);

    /// <summary>The names of the levers that slide.</summary>
    public Task<string[]> LeversAsync() =>
        page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('section.levers .lever:has(input[type=range])')].map((lever) => lever.dataset.lever)");

    /// <summary>Moves a lever.</summary>
    /// <param name="lever">Its name.</param>
    /// <param name="share">Where to, from 0 at its minimum to 1 at its maximum.</param>
    public Task MoveAsync(string lever, double share) => page.EvaluateAsync(Set, new object[] { lever, share });

    /// <summary>Moves a lever and waits for the main figure.</summary>
    /// <returns>The milliseconds until it was drawn anew; negative if it was not.</returns>
    public Task<double> MoveTimedAsync(string lever, double share) => page.EvaluateAsync<double>(SetTimed, new object[] { lever, share });

    /// <summary>Waits until every result is there.</summary>
    public Task SettleAsync() => page.Locator(Settled).WaitForAsync(new() { Timeout = 120_000 });
}
