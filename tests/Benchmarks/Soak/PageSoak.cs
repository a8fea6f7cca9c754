using InteractiveArticle.Benchmarks.Pages;

namespace InteractiveArticle.Benchmarks.Soak;

/// <summary>A reader who moves the levers of one chapter again and again, with every figure drawn.</summary>
internal static class PageSoak
{
    private const string Chapter = "05-the-outage";

    // Steps of this share of a lever's way come to a new place every time.
    private const double Golden = 0.618034;

    public static async Task<IReadOnlyList<Trend>> RunAsync(int moves)
    {
        await using var article = new ServedArticle();
        await article.StartAsync();
        var page = await article.Browser.NewPageAsync();
        var chapter = new LiveChapter(page);
        await page.GotoAsync(article[Chapter]);
        string[] levers = await chapter.LeversAsync();
        foreach (var figure in await page.Locator("figure.figure").AllAsync())
        {
            await figure.ScrollIntoViewIfNeededAsync();
            await figure.And(page.Locator("[data-drawn]")).WaitForAsync();
        }

        var memory = await BrowserMemory.OfAsync(page);
        foreach (int move in Pace.Of(moves))
        {
            await chapter.MoveAsync(levers[move % levers.Length], move * Golden % 1);
            await chapter.SettleAsync();
            if (Pace.IsLook(move, moves))
            {
                await memory.LookAsync(move);
            }
        }

        return memory.Trends;
    }
}
