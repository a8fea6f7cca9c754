using Deque.AxeCore.Playwright;
using InteractiveArticle.Article.Tests.CommandLine;
using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

public sealed class AccessibilityTests(ServedArticle article) : BrowserTest(article)
{
    public static TheoryData<string, ColorScheme> Pages => [.. from page in (string[])["index.html", "glossary.html", .. ArticleProcess.Chapters.Select(name => Path.ChangeExtension(name, ".html"))]
                                                               from scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark]
                                                               select new TheoryDataRow<string, ColorScheme>(page, scheme)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_FindsNothingToComplainAbout(string name, ColorScheme scheme)
    {
        var page = await OpenAsync(name, new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        await page.EvaluateAsync("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
        foreach (var figure in await page.Locator("figure.figure").AllAsync())
        {
            await figure.ScrollIntoViewIfNeededAsync();
            await Assertions.Expect(figure).ToHaveAttributeAsync("data-drawn", "true");
        }

        var result = await page.RunAxe();

        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}")));
    }
}
