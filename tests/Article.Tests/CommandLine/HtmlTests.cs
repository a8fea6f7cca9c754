using System.Diagnostics;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using InteractiveArticle.Article.Tests.Browser;

namespace InteractiveArticle.Article.Tests.CommandLine;

/// <summary>The pages of the article, as a strict reader of HTML sees them.</summary>
[Collection(ServedArticle.Files)]
public sealed partial class HtmlTests(ServedArticle article)
{
    private IReadOnlyList<string> Pages => [.. Directory.GetFiles(article.Folder["site"], "*.html").Order(StringComparer.Ordinal)];

    // The parser takes the ends of SVG's camel-case elements for errors; that pictures are sound XML is tested where they are painted.
    private static string WithoutPictures(string page) => Picture().Replace(page, "");

    [GeneratedRegex("<template shadowrootmode=\"open\">.*?</template>", RegexOptions.Singleline)]
    private static partial Regex Picture();

    [Fact]
    public void EveryPage_ParsesWithoutAnError_AndEveryReferenceLeadsSomewhere()
    {
        var parser = new HtmlParser(new() { IsStrictMode = true });
        var pages = Pages.ToDictionary(page => Path.GetFileName(page)!, page => parser.ParseDocument(WithoutPictures(File.ReadAllText(page))));
        Assert.NotEmpty(pages);
        foreach (var (name, page) in pages)
        {
            string[] ids = [.. page.QuerySelectorAll("[id]").Select(element => element.Id!)];
            Assert.Equal(ids.Distinct(), ids);
            Assert.All(page.QuerySelectorAll("[for], [aria-labelledby], [aria-describedby], [data-figure]").SelectMany(References), reference => Assert.Contains(reference, ids));
            foreach (string address in page.QuerySelectorAll<IHtmlAnchorElement>("a[href]").Select(link => link.GetAttribute("href")!).Where(address => !address.Contains(':', StringComparison.Ordinal)))
            {
                string[] parts = address.Split('#');
                var target = pages.GetValueOrDefault(parts[0].Length > 0 ? parts[0] : name);
                Assert.True(target is not null || File.Exists(Path.Combine(Path.GetDirectoryName(Pages[0])!, address)), $"{name} links to {address}, which is not there");
                Assert.True(target is null || parts.Length == 1 || target.GetElementById(Uri.UnescapeDataString(parts[1])) is not null, $"{name} links to {address}");
            }
        }
    }

    [Fact]
    public async Task EveryPage_PassesTheValidator()
    {
        string validator = ExternalProgram.Require("html-validate", "npm install --global html-validate");

        // How an attribute without a value is written is a matter of taste, and the glossary's serialiser has another.
        using var process = Process.Start(new ProcessStartInfo(validator, ["--preset", "standard", "--rule", "attribute-boolean-style:off", "--formatter", "text", .. Pages]) { RedirectStandardOutput = true })!;
        string complaints = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", complaints);
        Assert.Equal(0, process.ExitCode);
    }

    private static IEnumerable<string> References(IElement element) =>
        new[] { "for", "aria-labelledby", "aria-describedby", "data-figure" }.Select(element.GetAttribute).OfType<string>().SelectMany(value => value.Split(' '));
}
