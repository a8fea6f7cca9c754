using System.Text.Json;
using InteractiveArticle.Article.Site;
using InteractiveArticle.Article.Tests.CommandLine;
using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>What the page's script makes of cells' HTML, and what the page as it is written has.</summary>
public sealed class CleaningTests(ServedArticle article) : BrowserTest(article)
{
    private const string Shown = """
        async ([address, rules, html, written]) => {
          const { outputs } = await import(address);
          const [live, page] = [document.createElement("div"), document.createElement("div")];
          outputs(JSON.parse(rules))(live, [html]);
          page.setHTMLUnsafe(written);
          const whole = (place) => place.getHTML({ shadowRoots: [...place.querySelectorAll("*")].map(({ shadowRoot }) => shadowRoot).filter(Boolean) });
          return [whole(live), whole(page)];
        }
        """;

    // What these stand for the two readers of HTML do not agree on: one knows what was HTML once, and the other runs no scripts.
    private static readonly string[] ReadInTwoWays = ["<isindex", "<noscript"];

    [Fact]
    public async Task ALever_BringsWhatThePageHasAsItIsWritten()
    {
        var page = await OpenAsync("index.html", new() { BypassCSP = true, ReducedMotion = ReducedMotion.Reduce });
        string address = new Uri(Article.Address, "assets/live/outputs.js").ToString();

        var differences = new List<string>();
        foreach (string html in CellHtmlSamples.Everything.Where(html => !ReadInTwoWays.Any(tag => html.Contains(tag, StringComparison.Ordinal))))
        {
            string[] shown = JsonSerializer.Deserialize<string[]>((await page.EvaluateAsync<JsonElement>(Shown, new[] { address, OutputRules.Json, html, SafeHtml.Frame(html) })).GetRawText())!;
            if (Same(shown[1]) != Same(shown[0]))
            {
                differences.Add($"{html}\nis written {shown[1]}\nand shown   {shown[0]}");
            }
        }

        Assert.Empty(differences);
    }

    // Blanks between the pieces of a page are nobody's, and a drawing that the script has read tells that it was read elsewhere.
    private static string Same(string html) => html.Trim().Replace(" shadowrootcustomelementregistry=\"\"", "", StringComparison.Ordinal);
}
