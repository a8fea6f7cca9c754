using InteractiveArticle.Jupyter.Tests.Clients;
using Microsoft.Playwright;

namespace InteractiveArticle.Jupyter.Tests.FrontEnds;

/// <summary>The page that Jupyter itself makes of the committed notebooks.</summary>
public sealed class NbConvertTests(JupyterEnvironment jupyter, Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [MemberData(nameof(ChapterTests.Chapters), MemberType = typeof(ChapterTests))]
    public async Task TheHtmlOfAChapter_ShowsEveryFigure(string name)
    {
        using var folder = new TemporaryFolder();
        string notebook = Path.Combine(ArticleProcess.Root, "notebooks", name);
        await jupyter.RunAsync("-m", "nbconvert", "--to", "html", "--output-dir", folder.Path, "--output", "chapter", notebook);
        string address = new Uri(folder["chapter.html"]).ToString();
        int expected = Figures.In(notebook);

        var page = await browser.OpenAsync();
        await page.GotoAsync(address);
        var figures = page.Locator("figure:has(.js-plotly-plot)");
        await Assertions.Expect(figures).ToHaveCountAsync(expected);
        for (int i = 0; i < expected; i++)
        {
            Assert.True(await figures.Nth(i).Locator("svg.main-svg .trace").CountAsync() > 0, $"figure {i + 1} is empty");
        }

        var bare = await browser.OpenAsync(hasScripts: false);
        await bare.GotoAsync(address);
        foreach (var words in await bare.Locator("figure figcaption, figure img, figure picture").AllAsync())
        {
            await Assertions.Expect(words).ToBeVisibleAsync();
        }
    }
}
