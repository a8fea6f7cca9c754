using System.Text.Json;
using InteractiveArticle.Jupyter.Tests.Clients;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;
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
            await using var visit = await browser.OpenAsync(hasScripts: hasScripts);
            var page = visit.Page;
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

    /// <summary>As GitHub and nbviewer may have it, which take the first form that they have a use for and trust nobody's HTML.</summary>
    [Theory]
    [MemberData(nameof(Chapters))]
    public async Task WhereNobodysHtmlIsTrusted_EachOutputShowsWordsOrItsPicture_AndNoScriptIsLeft(string name)
    {
        var outputs = NotebookDocument.Load(Repository.PathOf("notebooks", name)).Cells.SelectMany(cell => cell.Outputs).ToArray();
        foreach (bool prefersPictures in (bool[])[false, true])
        {
            await using var visit = await browser.OpenAsync();
            var page = visit.Page;
            await page.GotoAsync(await converted.SanitisedAddressOfAsync(name, prefersPictures));
            var places = await page.Locator(".jp-OutputArea-output").EvaluateAllAsync<JsonElement>("""
                (places) => places.map((place) => ({
                  words: place.innerText.trim(),
                  pictures: [...place.querySelectorAll("img")].filter((picture) => picture.complete && picture.naturalWidth > 0).length,
                  scripts: [...place.querySelectorAll("*")].filter((element) => element.matches("script, iframe, object, embed") || element.getAttributeNames().some((name) => name.startsWith("on"))).length,
                }))
                """);

            Assert.Equal(outputs.Length, places.GetArrayLength());
            foreach (var (output, place) in outputs.Zip(places.EnumerateArray()))
            {
                bool isPicture = prefersPictures && output.Forms!.Find(MimeTypes.Png) is not null;
                Assert.True(isPicture ? place.GetProperty("pictures").GetInt32() == 1 : place.GetProperty("words").GetString() != "", $"{output.Forms!.Find(MimeTypes.Text)} shows nothing");
                Assert.Equal(0, place.GetProperty("scripts").GetInt32());
            }
        }
    }
}
