using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

public sealed class AccessibilityTests(ServedArticle article) : BrowserTest(article)
{
    // What passes is not told one by one, which takes much of the time.
    private static readonly AxeRunOptions Everything = new() { ResultTypes = [ResultType.Violations] };
    private static readonly AxeRunOptions Colours = new() { ResultTypes = [ResultType.Violations], RunOnly = RunOnlyOptions.Tags("cat.color") };

    // All is open, and of a figure's table there are a few rows, as the others are like them. A scene's picture is one image to
    // whoever does not see it, of a thousand elements; a small one is looked at whole in a test of its own.
    private const string Unfold = """
        () => {
          document.querySelectorAll("details").forEach((details) => { details.open = true; });
          document.querySelectorAll(".picture").forEach((picture) => picture.shadowRoot?.replaceChildren());
          document.querySelectorAll(".data tbody tr:nth-child(n + 4)").forEach((row) => row.remove());
        }
        """;

    public static TheoryData<string> Pages => ["index.html", "glossary.html", .. Repository.Chapters.Select(name => Path.ChangeExtension(name, ".html"))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_FindsNothingToComplainAbout_InTheLightOrInTheDark(string name)
    {
        var page = await OpenAsync(name, new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        await page.EvaluateAsync(Unfold);
        foreach (var figure in await page.Locator("figure.figure").AllAsync())
        {
            await figure.ScrollIntoViewIfNeededAsync();
            await Assertions.Expect(figure).ToHaveAttributeAsync("data-drawn", "true");
        }

        await CheckAsync(page, Everything);
        string paper = await PaperAsync(page);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.NotEqual(paper, await PaperAsync(page));
        await CheckAsync(page, Colours);
    }

    private static async Task CheckAsync(IPage page, AxeRunOptions options)
    {
        var result = await page.RunAxe(options);

        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}")));
    }

    private static Task<string> PaperAsync(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
