using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

public sealed class KeyboardTests(ServedArticle article) : BrowserTest(article)
{
    private const string Sentence = "outage-06";

    [Fact]
    public async Task EverythingAReaderCanDo_IsDoneWithoutAPointer()
    {
        var live = await OpenLiveAsync("05-the-outage.html");
        var page = live.Page;
        var keyboard = new Keyboard(page);

        // The way in: past the bar at once.
        await keyboard.TabToAsync(page.Locator("a.skip"));
        await Assertions.Expect(page.Locator("a.skip")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");

        // A lever.
        await keyboard.TabToAsync(page.Locator(".driven [data-lever='removed'] input[type='range']").First);
        await page.Keyboard.PressAsync("ArrowRight");
        await live.SettleAsync();
        await Assertions.Expect(page.Locator("section.levers [data-lever='removed'] .exact")).ToHaveValueAsync("46");

        // A cell.
        var source = page.Locator($".source[data-cell='{Sentence}']");
        await keyboard.TabToAsync(page.Locator("details.code", new() { Has = source }).Locator("summary"));
        await page.Keyboard.PressAsync("Enter");
        await keyboard.TabToAsync(source.GetByRole(AriaRole.Button, new() { Name = "Edit this code" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(source.Locator("textarea")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ControlOrMeta+A");
        await page.Keyboard.InsertTextAsync("removed * 2");
        await page.Keyboard.PressAsync("ControlOrMeta+Enter");
        await Assertions.Expect(page.Locator($".outputs[data-cell='{Sentence}']")).ToHaveTextAsync("0.92");

        // An answer, and the editor lets go of the focus on the way to it.
        var answer = page.Locator("details.answer").Last;
        await keyboard.TabToAsync(answer.Locator("summary"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(answer).ToHaveAttributeAsync("open", "");
        Assert.Empty(live.Complaints);
    }
}
