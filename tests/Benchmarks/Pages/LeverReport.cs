using System.Globalization;
using InteractiveArticle.Jupyter.Tests.Clients;
using Microsoft.Playwright;

namespace InteractiveArticle.Benchmarks.Pages;

/// <summary>
/// How every lever of every chapter feels under a reader's hand, in a real browser on this machine: a reader who scrolls to
/// it, reads for a moment, drags it for a while, and lets go.
/// </summary>
internal static class LeverReport
{
    private const int MillisecondsToRead = 5_000;

    public static async Task PrintAsync(TextWriter output, string? only)
    {
        await using var article = new ServedArticle();
        await article.StartAsync();
        var felt = new List<FeltLever>();
        foreach (string chapter in Repository.Chapters.Select(name => Path.GetFileNameWithoutExtension(name)!).Where(chapter => only is null || chapter == only))
        {
            string[] levers = await WithPageAsync(article, chapter, live => live.LeversAsync());
            foreach (string lever in levers)
            {
                var times = await WithPageAsync(article, chapter, live => live.DragAsync(lever, MillisecondsToRead));
                felt.Add(new(chapter, lever, times));
            }
        }

        output.WriteLine("| lever | first touch, ms | redraws/s while dragged | seen is right, ms after release | all is right, ms |");
        output.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var (chapter, lever, times) in felt.OrderBy(lever => lever.Times.RedrawsASecond))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {chapter} (`{lever}`) | {times.FirstTouch:F0} | {times.RedrawsASecond:F1} | {times.SeenAfterRelease:F0} | {times.AllAfterRelease:F0} |"));
        }
    }

    private static async Task<T> WithPageAsync<T>(ServedArticle article, string chapter, Func<LiveChapter, Task<T>> use)
    {
        // A context of its own has an empty cache and no engine yet.
        await using var context = await article.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(article[chapter], new() { WaitUntil = WaitUntilState.NetworkIdle });
        var live = new LiveChapter(page);
        await live.UncoverAsync();
        return await use(live);
    }

    private sealed record FeltLever(string Chapter, string Lever, DragTimes Times);
}
