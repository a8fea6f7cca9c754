using System.Collections.Concurrent;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>A chapter as one file: opened by a double click, without a network, it is read, plays and moves.</summary>
public sealed class SingleFileTests(ServedArticle article, SingleFiles files) : BrowserTest(article), IClassFixture<SingleFiles>
{
    [Fact]
    public async Task AChapter_IsReadPlayedAndMoved_ByTheTerminalsNumbers_AndAsksForNothing()
    {
        var (live, asked) = await OpenAsync(files.OfTheChapter);
        await Assertions.Expect(live.Page.Locator("h1")).ToBeVisibleAsync();
        await Assertions.Expect(live.Page.GetByText("Opened from the disk")).ToHaveCountAsync(0);
        var figure = live.Page.Locator("figure.figure").First;
        await figure.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(figure).ToHaveAttributeAsync("data-drawn", "true");

        await live.Page.WaitForSelectorAsync("section.levers[data-state]");
        await live.MoveAsync(("removed", "0.3"));

        Expected.OnThePage(await Expected.RunAsync(SingleFiles.Chapter, new Dictionary<string, string> { ["removed"] = "0.3" }), await live.ShownAsync());
        Assert.EndsWith("#removed=0.3", live.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(live.Page.Locator("section.levers .share, .source button.edit")).ToHaveCountAsync(1);
        await Assertions.Expect(live.Page.Locator("section.levers .share")).ToBeHiddenAsync();
        Assert.Empty(live.Complaints);
        Assert.Equal([new Uri(files.OfTheChapter).AbsoluteUri], asked);
    }

    [Fact]
    public async Task AScene_PlaysAndGoesToAnyMoment()
    {
        var (live, _) = await OpenAsync(files.OfTheChapter, ReducedMotion.NoPreference);
        var scene = live.Page.Locator("figure.scene").First;
        var time = scene.GetByRole(AriaRole.Slider);
        await scene.Locator(".stages").ScrollIntoViewIfNeededAsync();
        var pause = scene.GetByRole(AriaRole.Button, new() { Name = "Pause" });
        await Assertions.Expect(pause).ToHaveCountAsync(1);
        await live.Page.WaitForFunctionAsync("(slider) => Number(slider.value) > 0", await time.ElementHandleAsync());
        await pause.ClickAsync();

        string[] words = new string[2];
        foreach (var (i, share) in ((double[])[0.25, 0.75]).Index())
        {
            await time.EvaluateAsync("(slider, share) => { slider.value = share * slider.max; slider.dispatchEvent(new Event('input')); }", share);
            words[i] = await scene.Locator(".clock").InnerTextAsync();
        }

        Assert.NotEqual(words[0], words[1]);
        Assert.Empty(live.Complaints);
    }

    [Fact]
    public async Task ANotebookOfSomebodyElse_HasItsPictureItsDataItsFormulaAndItsGuess()
    {
        var (live, asked) = await OpenAsync(files.OfAStranger, guesses: true);
        var page = live.Page;
        Assert.True(await page.GetByAltText("dot").EvaluateAsync<bool>("async (picture) => { await picture.decode(); return picture.naturalWidth === 1; }"));
        Assert.True(await page.Locator(".math").EvaluateAsync<bool>("async (place) => { await document.fonts.ready; return place.shadowRoot.querySelector('.katex') !== null && document.fonts.check('16px KaTeX_Math') && [...document.fonts].some(({ status }) => status === 'loaded'); }"));
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "data" }).ClickAsync());
        Assert.Equal(("beans.csv", "bean,weight\n"), (download.SuggestedFilename, await File.ReadAllTextAsync(await download.PathAsync())));

        await Assertions.Expect(page.GetByText("What gives it away.")).ToBeHiddenAsync();
        var guess = page.Locator("section.guess");
        await guess.Locator(".exact").FillAsync("45");
        await guess.Locator(".exact").PressAsync("Enter");
        await Assertions.Expect(guess.GetByRole(AriaRole.Status)).ToHaveTextAsync("30 is less than 45\u00a0%.");
        await Assertions.Expect(page.Locator("figure.figure")).ToHaveAttributeAsync("data-drawn", "true");

        await live.MoveAsync(("truth", "0.6"));
        await Assertions.Expect(guess.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 is less than 45\u00a0%.");
        await page.ReloadAsync();
        await Assertions.Expect(guess.GetByRole(AriaRole.Status)).ToContainTextAsync("is less than 45\u00a0%.");
        Assert.Empty(live.Complaints);
        Assert.All(asked, address => Assert.Equal(new Uri(files.OfAStranger).AbsoluteUri, address));
    }

    [Fact]
    public async Task WhatIsNotThePagesOwn_NeitherRunsNorReachesTheWeb()
    {
        var (live, _) = await OpenAsync(files.OfAStranger);
        string ran = await live.Page.EvaluateAsync<string>("""
            async () => {
              const script = document.createElement("script");
              script.textContent = "document.body.dataset.ran = 'inline';";
              document.body.append(script);
              document.body.insertAdjacentHTML("beforeend", "<img src='x' onerror='document.body.dataset.ran = 1'>");
              const answer = await fetch("https://example.org/").then(() => "reached", () => "not reached");
              return `${document.body.dataset.ran} ${answer}`;
            }
            """);

        Assert.Equal("undefined not reached", ran);
        Assert.Contains(live.Complaints, complaint => complaint.Contains("script-src 'sha256-", StringComparison.Ordinal));
        Assert.DoesNotContain("'unsafe-inline' ", Policy(Read(files.OfAStranger)).Split(';').Single(part => part.Contains("script-src", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LinksToOtherPages_LeadToTheSite_OrAreWordsWhereItIsNotKnown()
    {
        using var folder = new TemporaryFolder();
        await ArticleProcess.RunAsync("export", files.Stranger, "--single-file", "--output", folder["n.html"], "--base-url", "https://example.org/book");
        var (unknown, known) = (Read(files.OfAStranger), Read(folder["n.html"]));

        Assert.Equal(["data:", "#the-secret", "https://example.org/"], unknown.QuerySelectorAll("p:has(img[alt='dot']) a").Select(link => Short(link.GetAttribute("href")!)));
        Assert.Contains("peas", unknown.QuerySelector("p:has(img[alt='dot'])")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Beans", unknown.QuerySelector("header.bar > span")!.TextContent);
        Assert.Equal(["data:", "https://example.org/book/peas.html#green", "#the-secret", "https://example.org/"], known.QuerySelectorAll("p:has(img[alt='dot']) a").Select(link => Short(link.GetAttribute("href")!)));
        Assert.Equal("https://example.org/book/", known.QuerySelector("header.bar > a")!.GetAttribute("href"));
        Assert.Equal("https://example.org/book/beans.html", known.QuerySelector("link[rel='canonical']")!.GetAttribute("href"));

        static string Short(string address) => address.StartsWith("data:", StringComparison.Ordinal) ? "data:" : address;
    }

    [Fact]
    public async Task WithoutTheLivePart_TheFileIsSmall_AndTellsWhereItsLeversAreMoved()
    {
        using var folder = new TemporaryFolder();
        string[] export = ["export", files.Stranger, "--single-file", "--static", "--output", folder["n.html"]];
        Assert.Equal(0, (await ArticleProcess.RunAsync(export)).ExitCode);
        byte[] before = File.ReadAllBytes(folder["n.html"]);
        Assert.Equal(0, (await ArticleProcess.RunAsync(export)).ExitCode);

        Assert.Equal(before, File.ReadAllBytes(folder["n.html"]));
        Assert.InRange(new FileInfo(files.OfAStranger).Length, 5_000_000, 12_000_000);
        Assert.InRange(before.Length, 1, 3_500_000);
        var page = Read(folder["n.html"]);
        Assert.Contains("with --set on the command line", page.QuerySelector(".lever-table")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("blob:", Policy(page), StringComparison.Ordinal);

        var (live, _) = await OpenAsync(folder["n.html"]);
        await live.Page.Locator("figure.figure").ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(live.Page.Locator("figure.figure")).ToHaveAttributeAsync("data-drawn", "true");
        await Assertions.Expect(live.Page.Locator(".levers, .levers-here")).ToHaveCountAsync(0);
        Assert.Empty(live.Complaints);
    }

    [Theory]
    [InlineData("--single-file: takes one notebook, such as notebooks/05-the-outage.ipynb, and not all of them")]
    [InlineData("--single-file: takes one notebook, such as notebooks/05-the-outage.ipynb, and not a.ipynb, b.ipynb", "a.ipynb", "b.ipynb")]
    [InlineData("book: ", "book")]
    [InlineData("missing.ipynb: ", "missing.ipynb")]
    [InlineData("--output book: cannot be written: ", "n.ipynb", "--output", "book")]
    [InlineData("--output none/n.html: cannot be written: ", "n.ipynb", "--output", "none/n.html")]
    [InlineData("--output thesis.html: is there already and no single file of a chapter", "n.ipynb", "--output", "thesis.html")]
    [InlineData("n: no notebook has such a lever", "n.ipynb", "--set", "n=1")]
    [InlineData("cell 2, line 1: System.Exception: boom", "bad.ipynb", "--output", "earlier.html")]
    public async Task WhatCannotBe_IsRefusedInOneLine_AndNothingIsLost(string complaint, params string[] rest)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["book"]);
        folder.Notebook("n.ipynb", "1");
        folder.Notebook("bad.ipynb", "throw new Exception(\"boom\");");
        File.WriteAllText(folder["thesis.html"], "<!DOCTYPE html>\n<p>precious</p>");
        File.WriteAllBytes(folder["earlier.html"], File.ReadAllBytes(files.OfAStranger)[..1000]);
        var before = folder.Snapshot("");

        var outcome = await ArticleProcess.RunAsync(start => start.WorkingDirectory = folder.Path, ["export", "--single-file", .. rest]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(complaint, Assert.Single(outcome.Complaints), StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot(""));
    }

    [Fact]
    public async Task WithoutAnOutput_ItIsCalledAfterItsNotebook_AndAnEarlierOneGivesWay()
    {
        using var folder = new TemporaryFolder();
        string notebook = folder.Notebook("n.ipynb", "\"once\"");
        for (int i = 0; i < 2; i++)
        {
            var outcome = await ArticleProcess.RunAsync(start => start.WorkingDirectory = folder.Path, ["export", notebook, "--single-file"]);
            Assert.Equal((0, "wrote n.html\n"), (outcome.ExitCode, outcome.Output));
            folder.Notebook("n.ipynb", "\"twice\"");
        }

        Assert.Contains("twice", Read(folder["n.html"]).QuerySelector(".outputs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["n.html", "n.ipynb"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    private static IHtmlDocument Read(string path) => new HtmlParser().ParseDocument(File.ReadAllText(path));

    private static string Policy(IHtmlDocument page) => page.QuerySelector("meta[http-equiv]")!.GetAttribute("content")!;

    // Without a network; what the page asks for is told but for what it has made itself or carries.
    private async Task<(LivePage Live, IReadOnlyCollection<string> Asked)> OpenAsync(string path, ReducedMotion motion = ReducedMotion.Reduce, bool guesses = false)
    {
        var live = new LivePage(await NewPageAsync(new() { ReducedMotion = motion, Offline = true }, guesses));
        var asked = new ConcurrentQueue<string>();
        live.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("blob:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                asked.Enqueue(request.Url);
            }
        };
        await live.Page.GotoAsync(new Uri(path).AbsoluteUri);
        return (live, asked);
    }
}
