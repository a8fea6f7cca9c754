using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

public sealed class QuestionTests(ServedArticle article) : BrowserTest(article)
{
    [Fact]
    public async Task WhoFindsTheSetting_IsTold_AndOfferedTheAnswer()
    {
        var live = await OpenLiveAsync("05-the-outage.html");
        var question = live.Page.Locator(".question", new() { HasText = "would a minimum of half the fleet have been enough?" });
        var note = question.Locator(".found-note");
        var guard = question.Locator("[data-lever='guard'] .exact");
        await Assertions.Expect(note).ToBeHiddenAsync();
        await guard.FillAsync("59");
        await guard.PressAsync("Enter");
        await live.SettleAsync();
        await Assertions.Expect(note).ToBeHiddenAsync();

        await guard.FillAsync("60 %");
        await guard.PressAsync("Enter");
        await live.SettleAsync();
        await Assertions.Expect(note).ToContainTextAsync("Found: guard = 60 %");
        await Assertions.Expect(live.Page.Locator(".status")).ToHaveTextAsync("You have answered question 1: guard = 60 %");
        var answer = live.Page.Locator(".outputs[data-cell='outage-16'] details.answer");
        await Assertions.Expect(answer).Not.ToHaveAttributeAsync("open", "");
        await note.GetByRole(AriaRole.Button, new() { Name = "Open the answer" }).ClickAsync();
        await Assertions.Expect(answer).ToHaveAttributeAsync("open", "");
        await Assertions.Expect(answer.Locator("summary")).ToBeFocusedAsync();

        await guard.FillAsync("61");
        await guard.PressAsync("Enter");
        await live.SettleAsync();
        await Assertions.Expect(note).ToBeHiddenAsync();
        await Assertions.Expect(answer).ToHaveAttributeAsync("open", "");
        Assert.Empty(live.Complaints);
    }

    [Fact]
    public async Task ALinkThatCarriesTheAnswer_FindsIt()
    {
        var live = await OpenLiveAsync("05-the-outage.html#removalRate=0.021");
        await live.SettleAsync();

        await Assertions.Expect(live.Page.Locator(".found-note:visible")).ToContainTextAsync("Found: removalRate = 2.1 % per minute");
    }
}
