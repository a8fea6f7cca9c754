using System.Net;
using InteractiveArticle.Article.Tests.CommandLine;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Pictures;
using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

public sealed class ArticlePageTests
{
    private const string Outage = "05-the-outage.html";

    // Only a page that never gets there should fail, however busy the machine is.
    private const int PatienceMilliseconds = 60_000;

    private readonly ServedArticle article;
    private readonly IBrowser browser;

    public ArticlePageTests(ServedArticle article)
    {
        Chromium.Require();
        this.article = article;
        browser = article.Browser;
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
    }

    private static IEnumerable<string> Pages => ArticleProcess.Chapters.Select(name => Path.ChangeExtension(name, ".html"));

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task TheChapter_DrawsEveryFigure_FitsTheScreen_AndAsksNobodyElse(int width, ColorScheme scheme)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = scheme });
        var requests = new List<Uri>();
        var complaints = new List<string>();
        page.Request += (_, request) => requests.Add(new Uri(request.Url));
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);

        await page.GotoAsync(article.Address.ToString());
        foreach (string chapter in Pages)
        {
            await page.ClickAsync($"a[href='{chapter}']");
            var figures = page.Locator("figure.figure");
            await Assertions.Expect(figures).ToHaveCountAsync(FiguresOf(chapter));
            for (int i = 0; i < await figures.CountAsync(); i++)
            {
                var figure = figures.Nth(i);
                await figure.ScrollIntoViewIfNeededAsync();
                await Assertions.Expect(figure).ToHaveAttributeAsync("data-drawn", "true");
                Assert.True(await figure.Locator(".plot svg.main-svg .trace").CountAsync() > 0, $"{chapter}: figure {i + 1} is empty");
                Assert.NotEmpty(await figure.Locator("figcaption").InnerTextAsync());
            }

            Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
            await page.GotoAsync(article.Address.ToString());
        }

        Assert.Empty(complaints);
        Assert.All(requests, request => Assert.Equal(article.Address.Authority, request.Authority));
    }

    [Fact]
    public async Task WithScriptsOff_TextTablesAndAPictureOfEveryFigureAreThere()
    {
        var context = await browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        foreach (string chapter in Pages)
        {
            await page.GotoAsync(article[chapter]);
            await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
            foreach (var figure in await page.Locator("figure.figure").AllAsync())
            {
                await figure.ScrollIntoViewIfNeededAsync();
                await Assertions.Expect(figure.Locator("figcaption")).ToBeVisibleAsync();
                await Assertions.Expect(figure.Locator(".plot img")).ToBeVisibleAsync();
                await figure.Locator("summary").ClickAsync();
                await Assertions.Expect(figure.Locator("table")).ToBeVisibleAsync();
            }
        }
    }

    [Fact]
    public async Task TheTheme_ChangesTheFiguresToo_AndIsRemembered()
    {
        var page = await browser.NewPageAsync(new() { ColorScheme = ColorScheme.Light });
        await page.GotoAsync(article[Outage]);
        await page.Locator("figure.hero").ScrollIntoViewIfNeededAsync();
        var line = page.Locator("figure.hero path.js-line").First;
        await Assertions.Expect(line).ToHaveCSSAsync("stroke", "rgb(11, 98, 168)");
        await page.ClickAsync("button.theme");
        await page.ClickAsync("button.theme");

        await Assertions.Expect(line).ToHaveCSSAsync("stroke", "rgb(109, 181, 245)");
        await page.ReloadAsync();
        Assert.Equal("dark", await page.EvaluateAsync<string>("document.documentElement.dataset.theme"));
    }

    [Fact]
    public async Task TheServer_ServesTheSiteAndNothingElse_ToThisMachineOnly()
    {
        using var client = new HttpClient { BaseAddress = article.Address };
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "example.org" } };

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("index.html", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("..%2f..%2fetc%2fpasswd", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("assets/", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await client.SendAsync(foreign)).StatusCode);
    }

    private static int FiguresOf(string page) =>
        NotebookDocument.Load(Path.Combine(ArticleProcess.Root, "notebooks", Path.ChangeExtension(page, ".ipynb")))
            .Cells.SelectMany(cell => cell.Outputs).Count(output => PictureAlbum.ChartOf(output) is not null);
}
