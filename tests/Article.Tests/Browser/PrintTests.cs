using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

public sealed class PrintTests(ServedArticle article) : BrowserTest(article)
{
    [Fact]
    public async Task OnPaper_EverythingIsOpen_AndLight_AndNothingWaitsForAHand()
    {
        var live = await OpenLiveAsync("05-the-outage.html");
        var page = live.Page;
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.ClickAsync("button.theme");
        await page.ClickAsync("button.theme");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        var figure = page.Locator("figure.figure").First;
        await figure.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(figure).ToHaveAttributeAsync("data-drawn", "true");
        await live.MoveAsync(("removed", "0.3"));

        // That of a guess is open, as this reader has been shown all results.
        var answer = page.Locator("details.answer:not(.reveal *) p").First;
        await Assertions.Expect(answer).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        await page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");

        await Assertions.Expect(answer).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("button:visible, input[type='range']:visible, details.code:visible, .bar:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("section.levers [data-lever='removed']")).ToContainTextAsync("share of the servers that the command removes");
        await Assertions.Expect(page.Locator("section.levers [data-lever='removed'] .exact")).ToHaveValueAsync("30");
        await Assertions.Expect(page.Locator("section.levers [data-lever='removed'] .exact")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("body")).ToHaveCSSAsync("color", "rgb(28, 33, 38)");
        await Assertions.Expect(figure.Locator("path.js-line").First).ToHaveCSSAsync("stroke", "rgb(11, 98, 168)");
        await Assertions.Expect(figure.Locator("svg.main-svg").First).ToHaveAttributeAsync("width", "640");
        await Assertions.Expect(page.Locator("figure.figure .plot img").Last).ToHaveCSSAsync("filter", "none");
        Assert.Contains("aws.amazon.com/message/41926/", await page.Locator("a[href='https://aws.amazon.com/message/41926/']").First.EvaluateAsync<string>("(link) => getComputedStyle(link, '::after').content"), StringComparison.Ordinal);

        await page.EmulateMediaAsync(new() { Media = Media.Screen, ColorScheme = ColorScheme.Dark });
        await page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");
        await Assertions.Expect(figure.Locator("path.js-line").First).ToHaveCSSAsync("stroke", "rgb(109, 181, 245)");
        await Assertions.Expect(answer).ToBeHiddenAsync();
    }
}
