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

    // From the control's own event to the main figure drawn anew, by the page's own clock.
    private const string SetTimed = $$"""
        (move) => new Promise((done) => {
          const hero = document.querySelector("figure.hero");
          const start = performance.now();
          const timer = setTimeout(() => done(-1), 20000);
          hero.addEventListener("drawn", () => { clearTimeout(timer); done(performance.now() - start); }, { once: true });
          ({{Set}})(move);
        })
        """;

    public IPage Page => page;

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
