using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>A notebook that knows nothing of the article and does what a page cannot, exported and served by the main job.</summary>
public sealed class ForeignArticle : ServedNotebooks
{
    public const string Name = "n";

    /// <summary>One that papermill has run with another value of its lever.</summary>
    public const string Papermills = "papermills";

    protected override void Write(TemporaryFolder folder)
    {
        folder.Notebook($"notebooks/{Papermills}.ipynb", "double n = 2; // 1…9 step 1 · number", "// Parameters\nvar n = 7;\n", "$\"Twice {n} is {2 * n}.\"");
        folder.Notebook(
            $"notebooks/{Name}.ipynb",
            "int n = 2; // 1…9 step 1 · number",
            "#r \"nuget: Newtonsoft.Json, 13.0.4\"\nusing Newtonsoft.Json;\nstring list = JsonConvert.SerializeObject(new[] { n, n });\nlist",
            "$\"Twice {n} is {2 * n}.\"",
            "$\"In the list is {list}.\"",
            """"
            """{"data":[{"type":"heatmap","z":[[1,2],[3,4]]}],"layout":{"title":{"text":"Warm"}}}""".DisplayAs("application/vnd.plotly.v1+json");
            """");
    }
}

public sealed class ForeignNotebookTests(ServedArticle article, ForeignArticle foreign) : BrowserTest(article), IClassFixture<ForeignArticle>
{
    private const string UsesPackage = "c1";
    private const string Alive = "c2";
    private const string NeedsTheStill = "c3";
    private const string Chart = "c4";

    [Fact]
    public async Task WhatAPageCannotRun_StaysAsItWas_AndSaysWhy_WhileTheRestIsAlive()
    {
        var live = await OpenLiveAsync(foreign[ForeignArticle.Name]);
        await Assertions.Expect(Shown(live, UsesPackage)).ToContainTextAsync("[2,2]");
        await Assertions.Expect(live.Page.Locator($"[data-cell='{UsesPackage}'] + .still")).ToContainTextAsync("which a page does not have");
        await Assertions.Expect(live.Page.Locator($"[data-cell='{NeedsTheStill}'] + .still")).ToContainTextAsync("uses what one above declares");

        await live.MoveAsync(("n", "5"));

        await Assertions.Expect(Shown(live, Alive)).ToHaveTextAsync("Twice 5 is 10.");
        await Assertions.Expect(Shown(live, UsesPackage)).ToContainTextAsync("[2,2]");
        await Assertions.Expect(Shown(live, NeedsTheStill)).ToContainTextAsync("In the list is [2,2].");
        Assert.Empty(live.Complaints);
    }

    [Fact]
    public async Task OnlyWhatIsAlive_CanBeEdited()
    {
        var live = await OpenLiveAsync(foreign[ForeignArticle.Name]);
        foreach (string id in (string[])[UsesPackage, Alive, NeedsTheStill])
        {
            var source = live.Page.Locator($".source[data-cell='{id}']");
            await live.Page.Locator("details.code", new() { Has = source }).EvaluateAsync("(code) => { code.open = true; }");
            await Assertions.Expect(source.GetByRole(AriaRole.Button, new() { Name = "Edit" })).ToHaveCountAsync(id == Alive ? 1 : 0);
        }
    }

    [Fact]
    public async Task AChartOfAnyKind_IsDrawn_WithNothingFromElsewhere()
    {
        var live = await OpenLiveAsync(foreign[ForeignArticle.Name]);
        var figure = Shown(live, Chart).Locator("figure");
        await figure.ScrollIntoViewIfNeededAsync();

        await Assertions.Expect(figure).ToHaveAttributeAsync("data-drawn", "true");
        await Assertions.Expect(figure.Locator(".heatmaplayer image")).ToHaveCountAsync(1);
        await Assertions.Expect(figure.Locator(".figure-title")).ToHaveTextAsync("Warm");
        Assert.Empty(live.Complaints);
        Assert.All(live.Requests, request => Assert.Equal(foreign.Address.Authority, request.Authority));
    }

    [Fact]
    public async Task WhatPapermillHasSet_IsWhereALeverStarts_AndTheLeverMovesWhatItSet()
    {
        var live = await OpenLiveAsync(foreign[ForeignArticle.Papermills]);
        var exact = live.Page.Locator("section.levers [data-lever='n'] .exact");
        await Assertions.Expect(Shown(live, Alive)).ToHaveTextAsync("Twice 7 is 14.");
        await Assertions.Expect(exact).ToHaveValueAsync("7");

        await live.MoveAsync(("n", "5"));
        await Assertions.Expect(Shown(live, Alive)).ToHaveTextAsync("Twice 5 is 10.");
        await live.Page.ClickAsync("button.reset");
        await Assertions.Expect(Shown(live, Alive)).ToHaveTextAsync("Twice 7 is 14.");
        await Assertions.Expect(exact).ToHaveValueAsync("7");
        Assert.Empty(live.Complaints);
    }

    private static ILocator Shown(LivePage live, string cell) => live.Page.Locator($".outputs[data-cell='{cell}']");
}
