using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>The field in the picture of the outage, into which the command's number is typed.</summary>
public sealed class TypedHandTests(ServedArticle article) : BrowserTest(article)
{
    private const string Scene = "figure.scene.hero";
    private const string Refusal = "a whole number from 0 to 100";

    [Fact]
    public async Task ANumber_IsTriedBeforeEnter_AndRunByIt()
    {
        var live = await OpenLiveAsync("05-the-outage.html");
        var field = Field(live.Page);

        await field.ClickAsync();
        await field.PressSequentiallyAsync("30");
        await Assertions.Expect(Note(live.Page)).ToHaveTextAsync("dry run: 300 of 1,000 per fleet go, 70 % stay");
        await field.PressAsync("Enter");

        await Assertions.Expect(live.Page.Locator($"{Scene} figcaption > p")).ToContainTextAsync("The command takes 30 % of the servers");
        await Assertions.Expect(live.Page.Locator("section.levers [data-lever='removed'] .exact")).ToHaveValueAsync("30");
        await Assertions.Expect(field).ToHaveValueAsync("30");
        await Assertions.Expect(Note(live.Page)).ToHaveTextAsync("");
        Assert.EndsWith("#removed=0.3", live.Page.Url, StringComparison.Ordinal);
        Assert.Empty(live.Complaints);
    }

    [Theory]
    [InlineData("250")]
    [InlineData("12.5")]
    [InlineData("-3")]
    [InlineData("7x3")]
    public async Task WhatIsNoWholeNumberUpToAHundred_IsSeen_AndRefusedByEnter_WhichPutsTheOldOneBack(string typed)
    {
        var live = await OpenLiveAsync("05-the-outage.html");
        var field = Field(live.Page);

        await field.ClickAsync();
        await field.PressSequentiallyAsync(typed);
        await Assertions.Expect(field).ToHaveValueAsync(typed);
        await Assertions.Expect(Note(live.Page)).ToHaveTextAsync(Refusal);
        await field.PressAsync("Enter");

        await Assertions.Expect(field).ToHaveValueAsync("45");
        await Assertions.Expect(Note(live.Page)).ToHaveTextAsync(Refusal);
        Assert.DoesNotContain("#", live.Page.Url, StringComparison.Ordinal);

        // The old number is selected: what is typed next takes its place.
        await field.PressSequentiallyAsync("30");
        await Assertions.Expect(field).ToHaveValueAsync("30");
        await field.PressAsync("Enter");
        await Assertions.Expect(live.Page.Locator($"{Scene} figcaption > p")).ToContainTextAsync("The command takes 30 % of the servers");
        Assert.Empty(live.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhoLeavesTheField_OrEscapes_TakesBackWhatWasTyped(bool escapes)
    {
        var live = await OpenLiveAsync("05-the-outage.html");
        var field = Field(live.Page);

        await field.ClickAsync();
        await field.PressSequentiallyAsync("250");
        await (escapes ? field.PressAsync("Escape") : field.BlurAsync());

        await Assertions.Expect(field).ToHaveValueAsync("45");
        await Assertions.Expect(Note(live.Page)).ToHaveTextAsync("");
        Assert.DoesNotContain("#", live.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheKeyInThePicture_DoesWhatEnterDoes()
    {
        var live = await OpenLiveAsync("05-the-outage.html#guard=0.6");
        await live.SettleAsync();

        await Field(live.Page).ClickAsync();
        await Field(live.Page).PressSequentiallyAsync("80");

        await Assertions.Expect(Note(live.Page)).ToHaveTextAsync("dry run: 400 per fleet go; below 60 % refused");
        await live.Page.Locator($"{Scene} .stage.wide .prompt button").ClickAsync();

        await Assertions.Expect(live.Page.Locator($"{Scene} figcaption > p")).ToContainTextAsync("The command asks for 80 % of the servers of both fleets and gets 40 %");
    }

    private static ILocator Field(IPage page) => page.Locator($"{Scene} .prompt input").And(page.Locator(":visible"));

    private static ILocator Note(IPage page) => page.Locator($"{Scene} .stage.wide .prompt .note");
}
