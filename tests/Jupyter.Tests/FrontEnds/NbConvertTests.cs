using InteractiveArticle.Jupyter.Tests.Clients;
using Microsoft.Playwright;

namespace InteractiveArticle.Jupyter.Tests.FrontEnds;

/// <summary>The page that Jupyter itself makes of the committed notebooks.</summary>
public sealed class NbConvertTests(ConvertedNotebooks converted, Browser browser) : IClassFixture<ConvertedNotebooks>, IClassFixture<Browser>
{
    public static TheoryData<string> Chapters => [.. Repository.Chapters];

    [Theory]
    [MemberData(nameof(Chapters))]
    public async Task TheHtmlOfAChapter_ShowsEveryFigure(string name)
    {
        string address = await converted.AddressOfAsync(name);
        int expected = Figures.In(Repository.PathOf("notebooks", name));

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
