using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using InteractiveArticle.Article.Tests.CommandLine;
using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

public sealed class AccessibilityTests(ServedArticle article) : BrowserTest(article)
{
    // What passes is not told one by one, which takes most of the time.
    private static readonly AxeRunOptions Options = new() { ResultTypes = [ResultType.Violations] };

    public static TheoryData<string> Pages => ["index.html", "glossary.html", .. ArticleProcess.Chapters.Select(name => Path.ChangeExtension(name, ".html"))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_FindsNothingToComplainAbout_InTheLightOrInTheDark(string name)
    {
        var page = await OpenAsync(name, new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        await page.EvaluateAsync("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
        foreach (var figure in await page.Locator("figure.figure").AllAsync())
        {
            await figure.ScrollIntoViewIfNeededAsync();
            await Assertions.Expect(figure).ToHaveAttributeAsync("data-drawn", "true");
        }

        await CheckAsync(page);
        string paper = await PaperAsync(page);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.NotEqual(paper, await PaperAsync(page));
        await CheckAsync(page);
    }

    private static async Task CheckAsync(IPage page)
    {
        var result = await page.RunAxe(Options);

        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}")));
    }

    private static Task<string> PaperAsync(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
