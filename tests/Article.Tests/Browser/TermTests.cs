using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

public sealed class TermTests(ServedArticle article) : BrowserTest(article)
{
    [Fact]
    public async Task UnderThePointer_ATermSaysWhatItMeans_AndTheNoteCanBeVisited()
    {
        var (page, term, note) = await OpenTermAsync();
        await page.Clock.InstallAsync();
        await page.Clock.PauseAtAsync(DateTime.UtcNow.AddMinutes(1));
        await term.HoverAsync();
        await Assertions.Expect(note).ToBeVisibleAsync();
        await Assertions.Expect(note).ToHaveTextAsync((await term.GetAttributeAsync("data-definition"))!);

        await note.HoverAsync();
        await page.Clock.RunForAsync(1000);
        await Assertions.Expect(note).ToBeVisibleAsync();
        await page.Mouse.MoveAsync(0, 0);
        await page.Clock.RunForAsync(1000);
        await Assertions.Expect(note).ToBeHiddenAsync();
    }

    [Fact]
    public async Task UnderTheFocus_ATermIsDescribed_UntilEscape_AndEnterLeadsToTheGlossary()
    {
        var (page, term, note) = await OpenTermAsync();
        string definition = (await term.GetAttributeAsync("data-definition"))!;
        await new Keyboard(page).TabToAsync(term);
        await Assertions.Expect(note).ToBeVisibleAsync();
        await Assertions.Expect(term).ToHaveAccessibleDescriptionAsync(definition);

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(note).ToBeHiddenAsync();
        await Assertions.Expect(term).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("dt:target + dd")).ToContainTextAsync(definition);
    }

    private async Task<(IPage Page, ILocator Term, ILocator Note)> OpenTermAsync()
    {
        var page = await OpenAsync("03-staples.html");
        await Assertions.Expect(page.Locator("#term-note")).ToBeAttachedAsync();
        return (page, page.Locator("a.term").First, page.GetByRole(AriaRole.Tooltip));
    }
}
