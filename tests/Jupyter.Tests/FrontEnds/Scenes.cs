using System.Diagnostics;
using InteractiveArticle.Article.Tests.Browser;
using Microsoft.Playwright;

namespace InteractiveArticle.Jupyter.Tests.FrontEnds;

internal static class Scenes
{
    /// <summary>Sees every scene of a page move: it looks different after a while.</summary>
    /// <param name="page">The page.</param>
    /// <param name="expected">How many scenes it has.</param>
    public static async Task MoveAsync(IPage page, int expected)
    {
        var scenes = page.Locator("img[src^='data:image/svg+xml']");
        await Assertions.Expect(scenes).ToHaveCountAsync(expected);
        foreach (var scene in await scenes.AllAsync())
        {
            await scene.ScrollIntoViewIfNeededAsync();
            var clock = Stopwatch.StartNew();
            byte[] first = await scene.ScreenshotAsync();
            byte[] next;
            do
            {
                Assert.True(clock.Elapsed.TotalMilliseconds < Chromium.PatienceMilliseconds, $"a scene stands still: {await scene.GetAttributeAsync("alt")}");
                next = await scene.ScreenshotAsync();
            }
            while (next.AsSpan().SequenceEqual(first));
        }
    }
}
