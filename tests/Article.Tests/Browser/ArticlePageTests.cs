using System.Collections.Concurrent;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;
using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

public sealed class ArticlePageTests(ServedArticle article) : BrowserTest(article)
{
    private const string Outage = "05-the-outage.html";

    // Names and axis titles that the edge of their figure cuts off, and names that cover the numbers of the vertical axis.
    private const string CutOff = """
        (figure) => {
          const frame = figure.querySelector("svg.main-svg").getBoundingClientRect();
          const { annotations = [], _size } = figure.querySelector(".plot")._fullLayout;
          return [...figure.querySelectorAll(".annotation, .xtitle, .ytitle")].filter((words) => {
            const box = words.getBoundingClientRect();
            const isName = annotations[words.dataset.index]?.yref === "y";
            return box.left < frame.left + (isName ? _size.l : 0) - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
          }).map((words) => words.textContent);
        }
        """;

    private static IEnumerable<string> Pages => Repository.Chapters.Select(name => Path.ChangeExtension(name, ".html"));

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task TheChapter_DrawsEveryFigure_FitsTheScreen_AndAsksNobodyElse(int width, ColorScheme scheme)
    {
        var page = await NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = scheme });
        var requests = new ConcurrentQueue<Uri>();

        // A worker starts from a blob of the page's own origin.
        page.Request += (_, request) => requests.Enqueue(new Uri(request.Url.StartsWith("blob:", StringComparison.Ordinal) ? request.Url["blob:".Length..] : request.Url));
        var complaints = LivePage.ComplaintsOf(page);

        await page.GotoAsync(Article.Address.ToString());
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
                Assert.Empty(await figure.EvaluateAsync<string[]>(CutOff));
                Assert.NotEmpty(await figure.Locator("figcaption > p").InnerTextAsync());
            }

            Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
            await page.GotoAsync(Article.Address.ToString());
        }

        Assert.Empty(complaints);
        Assert.All(requests, request => Assert.Equal(Article.Address.Authority, request.Authority));
    }

    [Fact]
    public async Task WithScriptsOff_TextTablesAndAPictureOfEveryFigureAreThere()
    {
        var page = await NewPageAsync(new() { JavaScriptEnabled = false });
        foreach (string chapter in Pages)
        {
            await page.GotoAsync(Article[chapter]);
            await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
            foreach (var figure in await page.Locator("figure.figure").AllAsync())
            {
                await figure.ScrollIntoViewIfNeededAsync();
                await Assertions.Expect(figure.Locator("figcaption > p")).ToBeVisibleAsync();
                await Assertions.Expect(figure.Locator(".plot img")).ToBeVisibleAsync();
                await IsThereAsync(figure);
                await figure.Locator("summary").ClickAsync();
                await Assertions.Expect(figure.Locator("table")).ToBeVisibleAsync();
            }
        }
    }

    [Fact]
    public async Task OpenedFromTheDisk_APageSaysWhatItLacks_AndHasAllElse()
    {
        var page = await NewPageAsync();
        foreach (string chapter in Pages)
        {
            await page.GotoAsync(Article.FromDisk(chapter));
            await Assertions.Expect(page.GetByText("Opened from the disk, this page has no levers")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("section.levers:visible, .levers-here:visible, .hand:visible")).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator("figure.figure")).ToHaveCountAsync(FiguresOf(chapter));
            foreach (var figure in await page.Locator("figure.figure").AllAsync())
            {
                await figure.ScrollIntoViewIfNeededAsync();
                await Assertions.Expect(figure).ToHaveAttributeAsync("data-drawn", "true");
            }
        }
    }

    [Fact]
    public async Task Code_IsCopiedAsTheAuthorWroteIt()
    {
        var page = await OpenAsync(Outage, new() { Permissions = ["clipboard-read", "clipboard-write"] });
        var source = page.Locator(".source").First;
        await page.Locator("details.code").First.Locator("summary").ClickAsync();

        // The word stays for a second and a half, which a busy machine may take to look.
        await page.Clock.InstallAsync();
        await page.Clock.PauseAtAsync(DateTime.UtcNow.AddMinutes(1));
        await source.GetByRole(AriaRole.Button, new() { Name = "Copy this code" }).ClickAsync();

        await Assertions.Expect(source.Locator("button").First).ToHaveTextAsync("Copied");
        string id = (await source.GetAttributeAsync("data-cell"))!;
        string author = NotebookOf(Outage).Cells.Single(cell => cell.Id == id).Source;
        Assert.Equal(author.Trim(), (await page.EvaluateAsync<string>("navigator.clipboard.readText()")).ReplaceLineEndings("\n").Trim());
    }

    [Fact]
    public async Task TheContents_FollowTheReader_ThereAndBack()
    {
        var page = await OpenAsync(Outage, new() { ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        var here = page.Locator(".contents [aria-current]");
        await page.Locator("article h2").Nth(1).EvaluateAsync("(heading) => heading.scrollIntoView()");
        await Assertions.Expect(here).ToHaveTextAsync(await page.Locator("article h2").Nth(1).InnerTextAsync());
        await page.EvaluateAsync("scrollTo(0, 0)");

        await Assertions.Expect(here).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(ReducedMotion.Reduce)]
    [InlineData(ReducedMotion.NoPreference)]
    public async Task ThePage_MovesOnlyForThoseWhoDoNotMind(ReducedMotion motion)
    {
        var page = await OpenAsync(Outage, new() { ReducedMotion = motion });
        await Assertions.Expect(page.Locator("button.theme")).ToBeVisibleAsync();

        bool moves = motion == ReducedMotion.NoPreference;
        await Assertions.Expect(page.Locator("html")).ToHaveCSSAsync("scroll-behavior", moves ? "smooth" : "auto");

        // The page takes the class away again at the animation's end, so it is looked at in the same breath.
        Assert.Equal(moves ? "fresh" : "none", await page.Locator(".outputs > *").First.EvaluateAsync<string>("""
            (element) => {
              element.classList.add("fresh");
              return getComputedStyle(element).animationName;
            }
            """));
    }

    [Fact]
    public async Task TheTheme_ChangesTheFiguresToo_AndIsRemembered()
    {
        var page = await OpenAsync(Outage, new() { ColorScheme = ColorScheme.Light });
        await page.Locator("figure.figure").First.ScrollIntoViewIfNeededAsync();
        var line = page.Locator("figure.figure path.js-line").First;
        await Assertions.Expect(line).ToHaveCSSAsync("stroke", "rgb(11, 98, 168)");
        await page.ClickAsync("button.theme");
        await page.ClickAsync("button.theme");

        await Assertions.Expect(line).ToHaveCSSAsync("stroke", "rgb(109, 181, 245)");
        await page.ReloadAsync();
        Assert.Equal("dark", await page.EvaluateAsync<string>("document.documentElement.dataset.theme"));
    }

    // The still picture has arrived, and whoever cannot see it is told what it shows.
    private static async Task IsThereAsync(ILocator figure)
    {
        var picture = figure.Locator(".plot img");
        await Assertions.Expect(picture).ToHaveJSPropertyAsync("complete", true);
        Assert.True(await picture.EvaluateAsync<int>("(image) => image.naturalWidth") > 0, await picture.GetAttributeAsync("src"));
        var plot = figure.GetByRole(AriaRole.Img).First;
        await Assertions.Expect(plot).ToHaveAccessibleNameAsync($"Chart: {await figure.Locator(".figure-title").InnerTextAsync()}");
        await Assertions.Expect(plot).ToHaveAccessibleDescriptionAsync(await figure.Locator("figcaption > p").InnerTextAsync());
    }

    private static NotebookDocument NotebookOf(string page) =>
        NotebookDocument.Load(Repository.PathOf("notebooks", Path.ChangeExtension(page, ".ipynb")));

    private static int FiguresOf(string page) =>
        NotebookOf(page).Cells.SelectMany(cell => cell.Outputs).Count(output => output.Forms?.Find(MimeTypes.Markdown)?.Contains("data:image/webp", StringComparison.Ordinal) ?? false);
}
