using InteractiveArticle.Figures.Outage;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Simulation.Outage;
using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

public sealed class FrontPageTests(ServedArticle article) : BrowserTest(article)
{
    private const string FrontPage = "index.html";
    private const string Story = "How?";
    private const string FirstChapter = "00-prologue.html";

    // What moves in the picture that is shown.
    private const string Moving = """
        () => [...document.querySelectorAll(".picture")].find((picture) => picture.checkVisibility()).shadowRoot.querySelector("svg")
          .getAnimations({ subtree: true }).filter((animation) => animation.playState === "running").length
        """;

    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    [Fact]
    public async Task WithScriptsOff_TheTypoIsPlayed_AndTheButtonLeadsToTheStory()
    {
        var page = await NewPageAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync(Article[FrontPage]);

        await Assertions.Expect(page.Locator("figcaption > p")).ToHaveTextAsync(Typography(Typo(0.45).Finding));
        Assert.True(await page.EvaluateAsync<int>(Moving) > 0);
        await page.GetByRole(AriaRole.Link, new() { Name = Story }).ClickAsync();
        Assert.EndsWith(FirstChapter, page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4")]
    [InlineData("40")]
    [InlineData("100")]
    public async Task ATypedNumber_IsAnsweredByTheSameWall(string percent)
    {
        var live = await OpenFrontAsync();
        var field = live.Page.GetByLabel("Type the share of the servers").Locator("visible=true");
        await field.FillAsync(percent);
        await field.PressAsync("Enter");

        double removed = int.Parse(percent, System.Globalization.CultureInfo.InvariantCulture) / 100.0;
        await Assertions.Expect(live.Page.Locator("figcaption > p")).ToHaveTextAsync(Typography(Typo(removed).Finding));
        Assert.EndsWith(FormattableString.Invariant($"#removed={removed}"), live.Page.Url, StringComparison.Ordinal);
        Assert.Empty(live.Complaints);
    }

    [Fact]
    public async Task TheDrawnKey_IsEnter_AndWhatIsNoNumberIsRefused()
    {
        var live = await OpenFrontAsync(Phone);
        var field = live.Page.GetByLabel("Type the share of the servers").Locator("visible=true");
        await field.ClickAsync();
        await field.PressSequentiallyAsync("9x99");
        await Assertions.Expect(live.Page.GetByText("a whole number from 0 to 100").Locator("visible=true")).ToHaveCountAsync(1);
        await field.PressAsync("Enter");
        await Assertions.Expect(field).ToHaveValueAsync("45");
        Assert.DoesNotContain("removed", live.Page.Url, StringComparison.Ordinal);

        await field.FillAsync("30");
        await Assertions.Expect(live.Page.GetByText("30 of 100 go, 70 stay").Locator("visible=true")).ToHaveCountAsync(1);
        await live.Page.GetByRole(AriaRole.Button, new() { Name = "Enter", Exact = true }).ClickAsync();
        await Assertions.Expect(live.Page.Locator("figcaption > p")).ToHaveTextAsync(Typography(Typo(0.3).Finding));
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(1280, 800)]
    public async Task EveryChapterIsListed_AndNothingIsWiderThanThePage(int width, int height)
    {
        var page = await OpenAsync(FrontPage, new() { ViewportSize = new() { Width = width, Height = height } });

        string[] pages = await page.Locator("ol.chapters a").EvaluateAllAsync<string[]>("links => links.map((link) => link.getAttribute('href'))");
        Assert.Equal(Directory.GetFiles(Repository.PathOf("notebooks"), "*.ipynb").Order(StringComparer.Ordinal).Select(notebook => Path.GetFileNameWithoutExtension(notebook) + ".html"), pages);
        Assert.Equal(Repository.Notebooks.Select(notebook => NotebookDocument.Load(notebook).Cells[0].Metadata["teaser"]!.GetValue<string>()), await page.Locator("ol.chapters .line").AllTextContentsAsync());
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(1280, 800)]
    public async Task TheFirstScreen_IsTheTypoAndOneButton(int width, int height)
    {
        var live = await OpenFrontAsync(new() { Width = width, Height = height });

        foreach (var part in (ILocator[])[live.Page.Locator("h1"), live.Page.Locator(".standfirst"), live.Page.Locator(".picture").Locator("visible=true"), live.Page.GetByRole(AriaRole.Link, new() { Name = Story })])
        {
            await Assertions.Expect(part).ToBeInViewportAsync(new() { Ratio = 1 });
        }

        await Assertions.Expect(live.Page.Locator("ol.chapters")).Not.ToBeInViewportAsync();
        await Assertions.Expect(live.Page.Locator("ol.chapters .line")).ToHaveCountAsync(await live.Page.Locator("ol.chapters a").CountAsync());
    }

    [Fact]
    public async Task TheTypo_IsNotInTheChapter_ThatItComesFrom()
    {
        var page = await OpenAsync(FirstChapter);

        await Assertions.Expect(page.Locator("figure.scene")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByText("FrontScene")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task TheWayThere_LeadsToEveryOtherChapter_ByItsTitle()
    {
        var page = await OpenAsync(FirstChapter);
        var stops = page.Locator("xpath=//h2[@id='in-short']/following-sibling::p[1]//a[not(contains(@class, 'term'))]");

        Assert.Equal(Repository.NotebookNames.Skip(1).Select(name => Path.ChangeExtension(name, ".html")), await stops.EvaluateAllAsync<string[]>("links => links.map((link) => link.getAttribute('href'))"));
        Assert.Equal(Repository.Notebooks.Skip(1).Select(notebook => Typography(NotebookDocument.Load(notebook).Cells[0].Source.Split('\n')[0].TrimStart('#', ' '))), await stops.AllTextContentsAsync());
        await stops.First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(new Uri(page.Url), Path.ChangeExtension(Repository.NotebookNames[1], ".html")).AbsoluteUri);
    }

    // The levers themselves are not shown here: the number in the command is one.
    private async Task<LivePage> OpenFrontAsync(ViewportSize? size = null)
    {
        var live = new LivePage(await NewPageAsync(new() { ReducedMotion = ReducedMotion.Reduce, ViewportSize = size ?? new() { Width = 1280, Height = 800 } }));
        await live.Page.GotoAsync(Article[FrontPage]);
        await live.Page.WaitForSelectorAsync("section.levers[data-state]", new() { State = WaitForSelectorState.Attached });
        return live;
    }

    private static Scene Typo(double removed) => FrontScene.Of(OutageSimulation.Run(new() { Removed = removed }, new() { Replications = 1 }), removed);

    private static string Typography(string text) => Rendering.Typography.OfText(text);
}
