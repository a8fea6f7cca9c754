using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>Guesses on the page: taken before the result, kept beside it, and of use without a pointer and without scripts.</summary>
public sealed class GuessTests(ServedArticle article, GuessArticle guesses) : BrowserTest(article), IClassFixture<GuessArticle>
{
    [Fact]
    public async Task ANumber_IsTypedBeforeTheResult_AndSpokenOfWithIt()
    {
        var (page, complaints) = await OpenAsync();
        var (section, covered) = Parts(page, 0);
        await Assertions.Expect(covered.GetByText("What gives it away.")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByText("Find out.")).ToBeHiddenAsync();
        await Assertions.Expect(covered.Locator(".guess-cover:visible")).ToBeVisibleAsync();
        await Assertions.Expect(Commit(section)).ToBeDisabledAsync();

        await section.Locator(".exact").FillAsync("nonsense");
        await section.Locator(".exact").PressAsync("Tab");
        await Assertions.Expect(section.Locator(".exact")).ToHaveValueAsync("");
        await section.Locator(".exact").FillAsync("45");
        await Assertions.Expect(section.Locator("input[type='range']")).ToHaveValueAsync("45");
        await Assertions.Expect(Commit(section)).ToBeEnabledAsync();
        await section.Locator(".exact").PressAsync("Enter");

        await Assertions.Expect(covered.GetByText("What gives it away.")).ToBeVisibleAsync();
        await Assertions.Expect(covered.Locator("figure.figure")).ToBeVisibleAsync();
        await Assertions.Expect(covered.Locator(".guess-cover:visible")).ToBeHiddenAsync();
        await Assertions.Expect(section.GetByRole(AriaRole.Status)).ToHaveTextAsync("30 is less than 45\u00a0%.");
        await Assertions.Expect(covered.GetByText("It is 30.")).ToBeVisibleAsync();
        await Assertions.Expect(covered.GetByText("Find out.")).ToBeVisibleAsync();
        Assert.Equal(["your guess: 45\u00a0%"], await section.Locator(".guess-result .guess-text").AllTextContentsAsync());
        Assert.Equal(["it is 30\u00a0%"], await section.Locator(".guess-result .truth-text").AllTextContentsAsync());
        await Assertions.Expect(section.GetByRole(AriaRole.Button, new() { Name = "Guess again" })).ToBeFocusedAsync();

        // The other parts wait for guesses of their own.
        await Assertions.Expect(Parts(page, 1).Covered.Locator(".guess-cover:visible")).ToBeVisibleAsync();
        Assert.DoesNotContain("#", page.Url, StringComparison.Ordinal);
        Assert.Empty(complaints);
    }

    [Theory]
    [InlineData("45.5", "45.5")]
    [InlineData("365", "100")]
    public async Task ATypedGuess_IsKeptAsTyped_WithinItsRange(string typed, string kept)
    {
        var (page, _) = await OpenAsync();
        var section = Parts(page, 0).Section;
        await section.Locator(".exact").FillAsync(typed);
        await section.Locator(".exact").PressAsync("Tab");
        await Assertions.Expect(section.Locator(".exact")).ToHaveValueAsync(kept);
        await Commit(section).ClickAsync();
        await page.ReloadAsync();

        await Assertions.Expect(section.GetByRole(AriaRole.Status)).ToHaveTextAsync($"30 is less than {kept}\u00a0%.");
        Assert.Equal([$"your guess: {kept}\u00a0%"], await section.Locator(".guess-result .guess-text").AllTextContentsAsync());
    }

    [Fact]
    public async Task AGuess_OutlivesAReload_UntilTheReaderGuessesAgain()
    {
        var (page, _) = await OpenAsync();
        var (section, covered) = Parts(page, 0);
        await section.Locator("input[type='range']").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Commit(section).PressAsync("Enter");
        await page.ReloadAsync();

        await Assertions.Expect(section.GetByRole(AriaRole.Status)).ToHaveTextAsync("30 is less than 51\u00a0%.");
        await section.GetByRole(AriaRole.Button, new() { Name = "Guess again" }).PressAsync("Enter");
        await Assertions.Expect(covered.GetByText("What gives it away.")).ToBeHiddenAsync();
        await Assertions.Expect(section.Locator(".exact")).ToBeFocusedAsync();
        await Assertions.Expect(section.Locator(".exact")).ToHaveValueAsync("51");
        await Assertions.Expect(section.GetByRole(AriaRole.Status)).ToHaveTextAsync("");
        await page.ReloadAsync();
        await Assertions.Expect(covered.Locator(".guess-cover:visible")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task WhoeverDoesNotGuess_SeesTheResultAllTheSame()
    {
        var (page, complaints) = await OpenAsync();
        var (section, covered) = Parts(page, 2);

        await section.GetByRole(AriaRole.Button, new() { Name = "Just show me" }).ClickAsync();

        await Assertions.Expect(covered.GetByText("It takes 30 ms.")).ToBeVisibleAsync();
        await Assertions.Expect(section.Locator(".truth-path").First).ToBeVisibleAsync();
        await Assertions.Expect(section.Locator(".guess-result .guess-path")).ToHaveCountAsync(0);
        await Assertions.Expect(section.GetByRole(AriaRole.Status)).ToHaveTextAsync("");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Bars_AreSetByKeyboard_AndTheLongestCounts()
    {
        var (page, _) = await OpenAsync();
        var (section, _) = Parts(page, 1);
        await section.GetByLabel("second").FillAsync("95");
        await section.GetByLabel("second").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(section.Locator("output").Nth(1)).ToHaveTextAsync("100\u00a0%");
        await Commit(section).PressAsync("Enter");

        await Assertions.Expect(section.GetByRole(AriaRole.Status)).ToHaveTextAsync("Yes, second.");
        Assert.Equal(["0\u00a0%", "100\u00a0%", "0\u00a0%"], await section.Locator(".guess-text").AllTextContentsAsync());
        Assert.Equal(["30\u00a0%", "50\u00a0%", "20\u00a0%"], await section.Locator(".truth-text").AllTextContentsAsync());

        // Whoever gives others as much as the longest is told what those have.
        await section.GetByRole(AriaRole.Button, new() { Name = "Guess again" }).ClickAsync();
        await section.GetByLabel("first").FillAsync("50");
        await section.GetByLabel("second").FillAsync("50");
        await Commit(section).ClickAsync();
        await Assertions.Expect(section.GetByRole(AriaRole.Status)).ToHaveTextAsync("The second, ahead of first (30\u00a0%).");

        await section.GetByRole(AriaRole.Button, new() { Name = "Guess again" }).ClickAsync();
        await section.GetByLabel("second").FillAsync("0");
        await section.GetByLabel("third").FillAsync("50");
        await Commit(section).ClickAsync();
        await Assertions.Expect(section.GetByRole(AriaRole.Status)).ToHaveTextAsync("Not first and third.");
    }

    [Fact]
    public async Task BarsThatMakeUpAWhole_AreNoGuess_UntilTheyDo()
    {
        var (page, complaints) = await OpenAsync();
        var (section, _) = Parts(page, 1);
        var hint = section.Locator(".guess-bars > span").Last;
        await Assertions.Expect(hint).ToHaveTextAsync("100\u00a0% missing");
        await section.GetByLabel("first").FillAsync("80");
        await section.GetByLabel("second").FillAsync("70");
        await Assertions.Expect(section.Locator("output").Last).ToHaveTextAsync("150\u00a0%");
        await Assertions.Expect(hint).ToHaveTextAsync("50\u00a0% too much");
        await Assertions.Expect(Commit(section)).ToBeDisabledAsync();

        // A step more or less is no matter.
        await section.GetByLabel("second").FillAsync("25");
        await Assertions.Expect(section.Locator("output").Last).ToHaveTextAsync("105\u00a0%");
        await Assertions.Expect(hint).ToHaveTextAsync("");
        await Assertions.Expect(Commit(section)).ToBeEnabledAsync();
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task BarsThatStandApart_NeedNotMakeUpAWhole_EvenWhereTheirResultDoes()
    {
        var (page, complaints) = await OpenAsync();
        var (section, _) = Parts(page, 3);
        await Assertions.Expect(section.Locator(".guess-bars > span")).ToHaveCountAsync(0);
        await section.GetByLabel("a cook").FillAsync("80");
        await section.GetByLabel("an oven").FillAsync("70");
        await Commit(section).ClickAsync();

        await Assertions.Expect(section.GetByRole(AriaRole.Status)).ToHaveTextAsync("Yes, a cook.");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task ACurve_IsDrawnWithAHand()
    {
        var (page, complaints) = await OpenAsync();
        var (section, _) = Parts(page, 2);
        var paper = section.Locator(".guess-paper");
        await paper.ScrollIntoViewIfNeededAsync();
        var box = (await paper.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 10, box.Y + 12);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + 12);
        await page.Mouse.MoveAsync(box.X + box.Width - 5, box.Y + 12);
        await page.Mouse.UpAsync();
        await Assertions.Expect(paper.Locator("circle")).ToHaveCountAsync(9);
        await Commit(section).ClickAsync();

        // At the upper edge of the paper is the most that there is to guess, within a step or two.
        await Assertions.Expect(section.GetByRole(AriaRole.Status)).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^It takes less than (99|100)\u00a0ms\\.$"));

        // Each has its line and its place in the legend.
        await Assertions.Expect(section.Locator(".guess-result .guess-path")).ToHaveCountAsync(2);
        await Assertions.Expect(section.Locator(".guess-result .truth-path")).ToHaveCountAsync(2);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task ACurve_IsSetByKeyboard_AndKeptByTheBrowser()
    {
        var (page, _) = await OpenAsync();
        var (section, _) = Parts(page, 2);
        await section.GetByRole(AriaRole.Slider, new() { Name = "At 100 answers" }).FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("ArrowUp");
        await Commit(section).PressAsync("Enter");
        await Assertions.Expect(section.GetByRole(AriaRole.Status)).ToHaveTextAsync("It takes longer than 1\u00a0ms.");

        await page.ReloadAsync();
        await Assertions.Expect(section.GetByRole(AriaRole.Status)).ToHaveTextAsync("It takes longer than 1\u00a0ms.");
    }

    [Fact]
    public async Task ALever_MovesTheResult_AndTheGuessStays()
    {
        var live = new LivePage(await NewPageAsync(new() { ReducedMotion = ReducedMotion.Reduce }, guesses: true));
        await live.Page.GotoAsync(guesses[GuessArticle.Notebook]);
        await live.Page.WaitForSelectorAsync("section.levers[data-state]");
        var (section, covered) = Parts(live.Page, 0);
        await section.Locator(".exact").FillAsync("45");
        await section.Locator(".exact").PressAsync("Tab");
        await Commit(section).ClickAsync();
        await live.MoveAsync(("truth", "47"));

        await Assertions.Expect(section.GetByRole(AriaRole.Status)).ToHaveTextAsync("47 is about 45\u00a0%.");
        await Assertions.Expect(section.Locator(".guess-result .truth-text")).ToHaveTextAsync("it is 47\u00a0%");
        await Assertions.Expect(covered.GetByText("It is 47.")).ToBeVisibleAsync();
        await Assertions.Expect(Parts(live.Page, 1).Covered.Locator(".reveal")).ToBeHiddenAsync();
        Assert.EndsWith("#truth=47", live.Page.Url, StringComparison.Ordinal);
        Assert.Empty(live.Complaints);
    }

    [Fact]
    public async Task ALinkIntoWhatIsCovered_UncoversIt()
    {
        var page = await NewPageAsync(guesses: true);
        await page.GotoAsync(guesses[GuessArticle.Notebook] + "#the-secret");

        await Assertions.Expect(page.GetByText("What gives it away.")).ToBeInViewportAsync();
        await Assertions.Expect(Parts(page, 1).Covered.Locator(".guess-cover:visible")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task WithoutScripts_AndOnPaper_TheQuestionStands_AndNothingIsCovered()
    {
        var page = await NewPageAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync(guesses[GuessArticle.Notebook]);
        await StandsAsync(page);
        await Assertions.Expect(page.GetByText("It is 30.")).ToBeHiddenAsync();

        var (printed, _) = await OpenAsync();
        await Assertions.Expect(Commit(Parts(printed, 0).Section)).ToBeVisibleAsync();
        await printed.EmulateMediaAsync(new() { Media = Media.Print });
        await StandsAsync(printed);
        await Assertions.Expect(printed.GetByText("It is 30.")).ToBeVisibleAsync();

        static async Task StandsAsync(IPage page)
        {
            await Assertions.Expect(page.GetByText("How many of them?")).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByText("Your guess: 0…100 step 1\u00a0% · of them")).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByText("What gives it away.")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("section.guess :is(input, button):visible")).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator(":is(.guess-cover, .verdict):visible")).ToHaveCountAsync(0);
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Axe_FindsNothing_BeforeAndAfter_AndNothingIsTooWide(ColorScheme scheme, int width)
    {
        var page = await NewPageAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 }, ReducedMotion = ReducedMotion.Reduce }, guesses: true);
        await page.GotoAsync(guesses[GuessArticle.Notebook]);
        await Parts(page, 1).Section.GetByLabel("first").FillAsync("40");
        await Parts(page, 1).Section.GetByLabel("second").FillAsync("60");
        await Parts(page, 2).Section.GetByRole(AriaRole.Slider, new() { Name = "At 100 answers" }).FillAsync("40");
        await Parts(page, 0).Section.Locator("input[type='range']").FillAsync("99");
        Assert.Empty((await page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
        for (int n = 0; n < 3; n++)
        {
            await Commit(Parts(page, n).Section).ClickAsync();
        }

        Assert.Empty((await page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways");
    }

    private async Task<(IPage Page, IReadOnlyCollection<string> Complaints)> OpenAsync()
    {
        var page = await NewPageAsync(new() { ReducedMotion = ReducedMotion.Reduce }, guesses: true);
        var complaints = LivePage.ComplaintsOf(page);
        await page.GotoAsync(guesses[GuessArticle.Notebook]);
        return (page, complaints);
    }

    private static (ILocator Section, ILocator Covered) Parts(IPage page, int n) => (page.Locator("section.guess").Nth(n), page.Locator($".until-guessed[data-guess='guess-{GuessArticle.Guesses[n]}']"));

    private static ILocator Commit(ILocator section) => section.GetByRole(AriaRole.Button, new() { Name = "That is my guess" });
}
