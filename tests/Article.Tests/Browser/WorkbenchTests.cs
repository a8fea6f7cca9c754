using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;
using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>The notebook for experiments of one's own, whose charts come from a package.</summary>
public sealed class WorkbenchTests(ServedArticle article) : BrowserTest(article)
{
    private static readonly string Page = Path.ChangeExtension(Repository.Workbench, ".html");

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task ItsChart_IsDrawnByThePagesOwnPlotly(int width, ColorScheme scheme)
    {
        var live = new LivePage(await NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = scheme }));
        await live.Page.GotoAsync(Article[Page]);
        var figure = live.Page.Locator("figure.figure");
        await figure.ScrollIntoViewIfNeededAsync();

        await Assertions.Expect(figure).ToHaveAttributeAsync("data-drawn", "true");
        await Assertions.Expect(figure.Locator(".plot svg.main-svg .trace")).ToHaveCountAsync(4);
        Assert.Equal(0, await live.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
        Assert.Empty(live.Complaints);
        Assert.All(live.Requests, request => Assert.Equal(Article.Address.Authority, request.Authority));
    }

    [Fact]
    public async Task WithScriptsOff_ItsDataAreThere()
    {
        var page = await NewPageAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync(Article[Page]);
        await page.Locator("figure.figure summary").ClickAsync();

        await Assertions.Expect(page.Locator("figure.figure table")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task WithoutLevers_ItsCodeIsAlive()
    {
        var live = await OpenLiveAsync(Page);
        var source = live.Page.Locator(".source", new() { HasText = "double crossing" });
        await live.EditAsync(source);
        await source.Locator("textarea").FillAsync("Say($\"{Theory(0.5, 0):0.0} minutes.\")");
        await live.Page.Keyboard.PressAsync("ControlOrMeta+Enter");

        await Assertions.Expect(live.Page.Locator($".outputs[data-cell='{await source.GetAttributeAsync("data-cell")}']")).ToHaveTextAsync("0.5 minutes.");
        Assert.Empty(live.Complaints);
    }

    [Fact]
    public async Task ARun_LeavesItsTableBesideTheNotebook()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["notebooks"]);
        var document = NotebookDocument.Load(Repository.PathOf("notebooks", Repository.Workbench));
        string library = Repository.PathOf("artifacts", "notebook", "InteractiveArticle.dll");
        document = document with { Cells = [.. document.Cells.Select(cell => cell with { Source = cell.Source.Replace("../artifacts/notebook/InteractiveArticle.dll", library, StringComparison.Ordinal) })] };
        document.Save(folder["notebooks", "n.ipynb"]);
        var outcome = await ArticleProcess.RunAsync("run", folder["notebooks", "n.ipynb"], "--output", folder["out.ipynb"]);

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.Equal(8, File.ReadAllLines(folder["notebooks", "waits.csv"]).Length);
        Assert.Contains(NotebookDocument.Load(folder["out.ipynb"]).Cells.SelectMany(cell => cell.Outputs), output => output.Forms?.Find(MimeTypes.Plotly) is not null);
    }
}
