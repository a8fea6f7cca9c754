using InteractiveArticle.Jupyter.Tests.Clients;
using Microsoft.Playwright;

namespace InteractiveArticle.Jupyter.Tests.FrontEnds;

/// <summary>The page that Jupyter itself makes of the committed notebooks.</summary>
public sealed class NbConvertTests(ConvertedNotebooks converted, Browser browser) : IClassFixture<ConvertedNotebooks>, IClassFixture<Browser>
{
    public static TheoryData<string> Chapters => [.. Repository.Chapters];

    [Theory]
    [MemberData(nameof(Chapters))]
    public async Task TheHtmlOfAChapter_ShowsEveryFigure_AndScenesThatMove_WithScriptsAndWithout(string name)
    {
        string address = await converted.AddressOfAsync(name);
        int expected = Figures.PicturesIn(Repository.PathOf("notebooks", name));

        foreach (bool hasScripts in (bool[])[true, false])
        {
            var page = await browser.OpenAsync(hasScripts: hasScripts);
            await page.GotoAsync(address);
            var pictures = page.Locator("img[src^='data:image/']");
            await Assertions.Expect(pictures).ToHaveCountAsync(expected);
            foreach (var picture in await pictures.AllAsync())
            {
                await Assertions.Expect(picture).ToBeVisibleAsync();
            }

            await Scenes.MoveAsync(page, Figures.ScenesIn(Repository.PathOf("notebooks", name)));
        }
    }
}
