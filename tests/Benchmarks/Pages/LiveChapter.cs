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

    // A hand moves a lever to and fro for four seconds, twenty times a second. What is seen has been redrawn when something
    // changes in an output that is in view; several changes within one picture count once.
    private const string Drag = """
        async ({ lever, reading }) => {
          const place = [...document.querySelectorAll(`.levers-here [data-lever="${lever}"], section.levers [data-lever="${lever}"]`)].find((place) => place.checkVisibility())
            ?? document.querySelector(`section.levers [data-lever="${lever}"]`);
          place.closest("details")?.setAttribute("open", "");
          place.scrollIntoView({ block: "center" });
          const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
          await pause(reading);
          const control = place.querySelector("input[type=range]");
          const panel = document.querySelector("section.levers");
          let redraws = 0;
          let last = 0;
          let isPending = false;
          const told = [];
          const isInView = (element) => { const { top, bottom } = element.getBoundingClientRect(); return bottom > 0 && top < innerHeight; };
          const changed = ({ target }) => {
            const output = (target.closest ? target : target.parentElement)?.closest(".outputs");
            if (isPending || !output || !isInView(output)) return;
            isPending = true;
            requestAnimationFrame(() => {
              isPending = false;
              redraws++;
              last = performance.now();
              told.splice(0).forEach((tell) => tell());
            });
          };
          const isByTheFilm = (target) => (target.closest ? target : target.parentElement)?.closest(".film, .hands");
          new MutationObserver((changes) => changes.filter(({ target }) => !isByTheFilm(target)).forEach(changed)).observe(document.body, { subtree: true, childList: true, characterData: true });
          for (const news of ["scene", "drawn"]) document.addEventListener(news, changed);
          const set = (share) => {
            control.value = Number(control.min) + (Number(control.max) - Number(control.min)) * share;
            control.dispatchEvent(new Event("input", { bubbles: true }));
          };
          const idle = async () => { while (panel.dataset.state !== "idle") await pause(20); };
          const touched = performance.now();
          const seen = Promise.race([new Promise((done) => told.push(done)), pause(20000)]);
          set(0.5);
          await seen;
          const firstTouch = redraws === 0 ? -1 : performance.now() - touched;
          await idle();
          redraws = 0;
          const begun = performance.now();
          for (let n = 0; performance.now() - begun < 4000; n++) {
            set(0.5 + 0.45 * Math.sin(n / 8));
            await pause(50);
          }
          const redrawsASecond = (redraws * 1000) / (performance.now() - begun);
          const released = performance.now();
          set(0.6);
          await idle();
          const allAfterRelease = performance.now() - released;
          await pause(100);
          return [firstTouch, redrawsASecond, Math.max(0, last - released), allAfterRelease];
        }
        """;

    private const int MillisecondsOfFilm = 8_000;

    public IPage Page => page;

    /// <summary>How many pictures a second the chapter's main scene has while it plays; negative for a chapter whose main figure is no scene.</summary>
    public Task<double> FramesASecondAsync() => page.EvaluateAsync<double>(CountFrames, MillisecondsOfFilm);

    /// <summary>Lets the page show all that there is to guess.</summary>
    public Task UncoverAsync() => page.EvaluateAsync("document.querySelectorAll('.guess-form:not([hidden]) .show').forEach((button) => button.click())");

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

    /// <summary>Goes to a lever, and after a moment drags it.</summary>
    /// <param name="lever">Its name.</param>
    /// <param name="reading">How long the reader looks before; milliseconds.</param>
    public async Task<DragTimes> DragAsync(string lever, int reading)
    {
        double[] times = await page.EvaluateAsync<double[]>(Drag, new { lever, reading });
        return new(times[0], times[1], times[2], times[3]);
    }

    /// <summary>Waits until every result is there.</summary>
    public Task SettleAsync() => page.Locator(Settled).WaitForAsync(new() { Timeout = 120_000 });
}

/// <summary>How a lever felt.</summary>
/// <param name="FirstTouch">Milliseconds from the first move to the first redraw of what is in view; negative if nothing in view changed.</param>
/// <param name="RedrawsASecond">How often what is in view was redrawn while the lever was dragged.</param>
/// <param name="SeenAfterRelease">Milliseconds from the last move until what is in view changed for the last time.</param>
/// <param name="AllAfterRelease">Milliseconds from the last move until every result was there.</param>
internal sealed record DragTimes(double FirstTouch, double RedrawsASecond, double SeenAfterRelease, double AllAfterRelease);
