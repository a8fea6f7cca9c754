using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

public sealed class LeverPlaceTests(ServedArticle article) : BrowserTest(article)
{
    private const string Outage = "05-the-outage.html";
    private const string Tipping = "storm-05";
    private const string Market = "04-the-market.html";
    private const string Layers = "market-21";

    [Fact]
    public async Task AFigure_IsMovedByTheLeversBelowIt_AndWhatThePageSaysComesAlong()
    {
        var live = await OpenLiveAsync(Outage);
        var driven = live.Page.Locator(".driven", new() { Has = live.Page.Locator($"[data-cell='{Tipping}']") });
        var finding = driven.Locator("figcaption > p");
        string before = await finding.InnerTextAsync();
        var actions = live.Page.Locator(".lever-actions");
        await driven.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(actions).Not.ToBeInViewportAsync();
        await Assertions.Expect(driven.Locator(".lever")).ToHaveCountAsync(2);
        await driven.Locator("details.more-levers").EvaluateAllAsync<bool>("(folds) => folds.every((fold) => (fold.open = true))");
        await driven.Locator("[data-lever='retries'] input[type='range']").FocusAsync();
        await live.Page.Keyboard.PressAsync("Home");
        await live.SettleAsync();

        await Assertions.Expect(finding).Not.ToHaveTextAsync(before);
        await Assertions.Expect(finding).ToBeInViewportAsync();
        await Assertions.Expect(actions).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(actions.GetByRole(AriaRole.Status)).ToHaveTextAsync("Results are up to date");
        var exact = driven.Locator("[data-lever='retries'] .exact");
        await exact.FillAsync("many");
        await exact.PressAsync("Enter");
        await Assertions.Expect(live.Page.Locator(".refusal")).ToBeInViewportAsync();

        await actions.GetByRole(AriaRole.Button, new() { Name = "Reset" }).ClickAsync();
        await live.SettleAsync();
        await Assertions.Expect(finding).ToHaveTextAsync(before);
        await Assertions.Expect(actions).Not.ToBeInViewportAsync();
    }

    [Fact]
    public async Task ABox_HasRoomForTheLongestValueOfItsLever()
    {
        var live = await OpenLiveAsync("06-is-that-bad.html#loss=100000");
        await Assertions.Expect(live.Page.Locator("section.levers [data-lever='loss'] .exact")).ToHaveValueAsync("100000");
        string[] clipped = await live.Page.Locator("[data-lever='loss'] .exact:visible").EvaluateAllAsync<string[]>("(boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.value)");

        Assert.Empty(clipped);
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(1280, 800)]
    public async Task AFigureWithManyLevers_StaysInViewWhileTheLastOfThemIsMoved(int width, int height)
    {
        var live = await OpenLiveAsync(Market);
        await live.Page.SetViewportSizeAsync(width, height);
        var driven = live.Page.Locator(".driven", new() { Has = live.Page.Locator($"[data-cell='{Layers}']") });
        await driven.Locator("details.more-levers > summary").ClickAsync();
        var lever = driven.Locator(".lever input[type='range']").Last;
        await lever.FocusAsync();
        await live.Page.Keyboard.PressAsync("ArrowLeft");
        await live.SettleAsync();

        await Assertions.Expect(driven.Locator(".plot")).ToBeInViewportAsync(new() { Ratio = 0.9f });
        Assert.True(
            await lever.EvaluateAsync<bool>("(lever) => { const box = lever.getBoundingClientRect(); return document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2) === lever; }"),
            "Something covers the lever.");
    }

    [Fact]
    public async Task AtTheEndOfTheChapter_AllLeversStandOpen_UnderAHeadingOfTheirOwn()
    {
        var live = await OpenLiveAsync(Outage + "#retries=0");
        var levers = live.Page.Locator("section.levers .lever");
        int count = await live.Page.EvaluateAsync<int>("new Set([...document.querySelectorAll('.lever')].map((lever) => lever.dataset.lever)).size");

        await Assertions.Expect(live.Page.Locator("section.levers .lever:visible")).ToHaveCountAsync(count);
        await Assertions.Expect(levers).ToHaveCountAsync(count);
        await Assertions.Expect(live.Page.Locator("h2:has(~ section.levers)").Last).ToHaveTextAsync("Everything at once");
        await Assertions.Expect(live.Page.Locator("section.levers ~ h2, section.levers ~ .words h2").First).ToHaveTextAsync("In short");
        await live.Page.Locator(".contents a", new() { HasText = "Everything at once" }).EvaluateAsync("(link) => link.click()");
        await Assertions.Expect(live.Page.Locator("h2#everything-at-once")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Reset_IsWhereTheReaderIs_OnceSomethingIsMoved()
    {
        var live = await OpenLiveAsync(Outage);
        var reset = live.Page.GetByRole(AriaRole.Button, new() { Name = "Reset" });
        await Assertions.Expect(reset).Not.ToBeInViewportAsync();
        await live.Page.Locator("[data-lever='removed'] input[type='range']").First.FocusAsync();
        await live.Page.Keyboard.PressAsync("ArrowRight");
        await live.SettleAsync();

        await Assertions.Expect(reset).ToBeInViewportAsync(new() { Ratio = 1 });
        await reset.ClickAsync();
        await live.SettleAsync();
        await Assertions.Expect(live.Page.Locator("[data-lever='removed'] .exact").First).ToHaveValueAsync("45");
        await Assertions.Expect(reset).Not.ToBeInViewportAsync();
    }
}
