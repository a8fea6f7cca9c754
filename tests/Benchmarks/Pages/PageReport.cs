using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace InteractiveArticle.Benchmarks.Pages;

/// <summary>
/// What the page weighs, and how long a reader waits from a lever to the redrawn figure, in a real browser on this machine.
/// </summary>
internal static class PageReport
{
    private const int WarmUp = 3;
    private const int Moves = 9;

    // From the control's own event to the main figure drawn anew, by the page's own clock.
    private const string Move = """
        ([lever, toMaximum]) => new Promise((done) => {
          const control = document.querySelector(`section.levers [data-lever="${lever}"] input[type="range"]`);
          const hero = document.querySelector("figure.hero");
          const start = performance.now();
          const timer = setTimeout(() => done(-1), 20000);
          hero.addEventListener("drawn", () => { clearTimeout(timer); done(performance.now() - start); }, { once: true });
          control.value = Number(control.min) + (Number(control.max) - Number(control.min)) * (toMaximum ? 0.7 : 0.3);
          control.dispatchEvent(new Event("input", { bubbles: true }));
        })
        """;

    public static async Task PrintAsync(TextWriter output)
    {
        using var server = Process.Start(new ProcessStartInfo("dotnet", ["run", "--project", "src/Article", "--", "--output", Path.Combine(Path.GetTempPath(), "article-page-report")]) { RedirectStandardOutput = true })!;
        try
        {
            string address = (await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("Run this in the folder of the solution.")).Split(' ')[4];
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "chromium")).First(File.Exists),
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
            output.WriteLine("| chapter | reading, kB | live part, kB | first move, ms | median move, ms |");
            output.WriteLine("| --- | --- | --- | --- | --- |");
            foreach (string chapter in Directory.GetFiles("notebooks", "*.ipynb").Order(StringComparer.Ordinal).Select(path => Path.GetFileNameWithoutExtension(path)))
            {
                output.WriteLine(await ChapterAsync(browser, address, chapter));
            }
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }

    private static async Task<string> ChapterAsync(IBrowser browser, string address, string chapter)
    {
        // A context of its own has an empty cache.
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var requests = new List<IRequest>();
        page.RequestFinished += (_, request) => requests.Add(request);
        await page.GotoAsync($"{address}{chapter}.html", new() { WaitUntil = WaitUntilState.NetworkIdle });
        string[] levers = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('section.levers .lever:has(input[type=range])')].map((lever) => lever.dataset.lever)");
        if (levers.Length == 0 || await page.Locator("figure.hero").CountAsync() == 0)
        {
            return $"| {chapter} | {await KilobytesAsync(requests)} | | | |";
        }

        await page.Locator("figure.hero").ScrollIntoViewIfNeededAsync();
        await page.WaitForSelectorAsync("figure.hero[data-drawn]");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        string reading = await KilobytesAsync(requests);
        requests.Clear();

        // The lever that moves the main figure is the first that redraws it.
        double first = -1;
        string moving = levers[0];
        foreach (string lever in levers.TakeWhile(_ => first < 0))
        {
            moving = lever;
            first = await page.EvaluateAsync<double>(Move, new object[] { lever, true });
        }

        await page.WaitForSelectorAsync("section.levers[data-state='idle']", new() { Timeout = 120_000 });
        string live = await KilobytesAsync(requests);
        var times = new List<double>();
        for (int i = 0; i < WarmUp + Moves; i++)
        {
            times.Add(await page.EvaluateAsync<double>(Move, new object[] { moving, i % 2 == 1 }));
            await page.WaitForSelectorAsync("section.levers[data-state='idle']", new() { Timeout = 120_000 });
        }

        return string.Create(CultureInfo.InvariantCulture, $"| {chapter} (`{moving}`) | {reading} | {live} | {first:F0} | {times.Skip(WarmUp).Order().ElementAt(Moves / 2):F0} |");
    }

    private static async Task<string> KilobytesAsync(IEnumerable<IRequest> requests)
    {
        long bytes = 0;
        foreach (var request in requests.ToArray())
        {
            bytes += (await request.SizesAsync()).ResponseBodySize;
        }

        return (bytes / 1000).ToString("N0", CultureInfo.InvariantCulture);
    }
}
