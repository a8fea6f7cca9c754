using System.Globalization;
using InteractiveArticle.Jupyter.Tests.Clients;
using Microsoft.Playwright;

namespace InteractiveArticle.Benchmarks.Pages;

/// <summary>
/// What the page weighs, how smoothly its scenes move, and how long a reader waits from a lever to the redrawn figure, in a
/// real browser on this machine.
/// </summary>
internal static class PageReport
{
    private const int WarmUp = 3;
    private const int Moves = 9;
    private const double Low = 0.3;
    private const double High = 0.7;

    public static async Task PrintAsync(TextWriter output)
    {
        await using var article = new ServedArticle();
        await article.StartAsync();
        output.WriteLine("| chapter | reading, kB | live part, kB | first move, ms | median move, ms | frames/s |");
        output.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (string chapter in Repository.Chapters.Select(name => Path.GetFileNameWithoutExtension(name)))
        {
            output.WriteLine(await ChapterAsync(article, chapter));
        }
    }

    private static async Task<string> ChapterAsync(ServedArticle article, string chapter)
    {
        // A context of its own has an empty cache.
        await using var context = await article.Browser.NewContextAsync();
        var page = await context.NewPageAsync();

        // For a reader who saves data the live part comes with the first move, and not as soon as a lever is in view.
        await page.AddInitScriptAsync("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })");
        var live = new LiveChapter(page);
        var requests = new List<IRequest>();
        page.RequestFinished += (_, request) => requests.Add(request);
        await page.GotoAsync(article[chapter], new() { WaitUntil = WaitUntilState.NetworkIdle });
        string[] levers = await live.LeversAsync();
        if (levers.Length == 0 || await page.Locator("figure.hero").CountAsync() == 0)
        {
            return $"| {chapter} | {await KilobytesAsync(requests)} | | | | |";
        }

        await live.UncoverAsync();
        await page.Locator("figure.hero").ScrollIntoViewIfNeededAsync();
        await page.WaitForSelectorAsync("figure.hero:is([data-drawn], .scene)");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        double frames = await live.FramesASecondAsync();
        string reading = await KilobytesAsync(requests);
        requests.Clear();

        // The lever that moves the main figure is the first that redraws it.
        double first = -1;
        string moving = levers[0];
        foreach (string lever in levers.TakeWhile(_ => first < 0))
        {
            moving = lever;
            first = await live.MoveTimedAsync(lever, High);
        }

        await live.SettleAsync();
        string loaded = await KilobytesAsync(requests);
        var times = new List<double>();
        for (int i = 0; i < WarmUp + Moves; i++)
        {
            times.Add(await live.MoveTimedAsync(moving, i % 2 == 1 ? High : Low));
            await live.SettleAsync();
        }

        return string.Create(CultureInfo.InvariantCulture, $"| {chapter} (`{moving}`) | {reading} | {loaded} | {first:F0} | {times.Skip(WarmUp).Order().ElementAt(Moves / 2):F0} | {(frames < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{frames:F0}"))} |");
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
