using System.Globalization;
using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

public sealed class ReplayTests(ServedArticle article) : BrowserTest(article)
{
    [Fact]
    public async Task TheDay_CanBeScrubbedByKeyboard_AndTellsWhatEveryFigureShows()
    {
        var (page, player) = await OpenPlayerAsync();
        var time = player.GetByRole(AriaRole.Slider);
        await time.FocusAsync();
        await page.Keyboard.PressAsync("Home");

        await Assertions.Expect(player.Locator("output")).ToHaveTextAsync("9:37");
        await Assertions.Expect(time).ToHaveAttributeAsync("aria-valuetext", "9:37");
        await Assertions.Expect(Board(player, "PUT")).ToHaveTextAsync("100 %");
        await time.FillAsync("60");
        await Assertions.Expect(player.Locator("output")).ToHaveTextAsync("10:37");
        await Assertions.Expect(Board(player, "PUT")).ToHaveTextAsync("0 %");
        await Assertions.Expect(Board(player, "what was true")).ToHaveTextAsync("trouble");
        await Assertions.Expect(Board(player, "what the dashboard said")).ToHaveTextAsync("well");
        await Assertions.Expect(page.Locator(".veil")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(page.Locator(".veil")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Play_Runs_Pauses_AndEnds()
    {
        var (_, player) = await OpenPlayerAsync();
        var button = player.GetByRole(AriaRole.Button);
        await button.ClickAsync();
        await Assertions.Expect(button).ToHaveTextAsync("Pause");
        await Assertions.Expect(player.Locator("output")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^1[0-4]:"));
        await button.ClickAsync();
        await Assertions.Expect(button).ToHaveTextAsync("Play");

        // Faster only now: the day should not be over before it has been paused.
        await player.GetByRole(AriaRole.Combobox).SelectOptionAsync("4");
        await player.GetByRole(AriaRole.Slider).FillAsync("295");
        await button.ClickAsync();

        await Assertions.Expect(button).ToHaveTextAsync("Play");
        await Assertions.Expect(player.Locator("output")).ToHaveTextAsync("14:37");
    }

    [Theory]
    [InlineData(ReducedMotion.NoPreference)]
    [InlineData(ReducedMotion.Reduce)]
    public async Task Play_Glides_OrJumpsWhereMotionIsUnwelcome(ReducedMotion motion)
    {
        var (page, player) = await OpenPlayerAsync(motion);
        var time = player.GetByRole(AriaRole.Slider);
        await page.Clock.InstallAsync();
        await page.Clock.PauseAtAsync(DateTime.UtcNow.AddMinutes(1));
        await player.GetByRole(AriaRole.Button).ClickAsync();
        await page.Clock.RunForAsync(1_200);
        double early = double.Parse(await time.InputValueAsync(), CultureInfo.InvariantCulture);
        await page.Clock.RunForAsync(200);
        double later = double.Parse(await time.InputValueAsync(), CultureInfo.InvariantCulture);

        // A day of 24 jumps in half a minute takes its first after a second and a quarter.
        Assert.Equal(motion == ReducedMotion.NoPreference, early > 0);
        Assert.True(later > early);
    }

    private static ILocator Board(ILocator player, string name) =>
        player.Locator(".board div").Filter(new() { Has = player.Page.GetByText(name, new() { Exact = true }) }).Locator("dd").First;

    private async Task<(IPage Page, ILocator Player)> OpenPlayerAsync(ReducedMotion motion = ReducedMotion.NoPreference)
    {
        var page = await OpenAsync("05-the-outage.html", new() { ReducedMotion = motion });
        await page.Locator("figure.hero").ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(page.Locator(".player")).ToBeVisibleAsync();
        return (page, page.Locator(".player"));
    }
}
