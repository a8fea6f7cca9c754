using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace InteractiveArticle.Article.Tests.CommandLine;

/// <summary>Pages of notebooks that are not the article's: whose they are, and what of their outputs and files they show.</summary>
public sealed class StrangersPageTests
{
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    [Fact]
    public async Task ItIsWhoseTheMetadataSay_AndNotTheArticles()
    {
        using var folder = new TemporaryFolder();
        Write(folder, """{"title":"Beans & peas","authors":[{"name":"Ada Bean"},"Bo <Pea>"],"license":{"name":"CC BY 4.0"},"lang":"de-CH"}""", "# Growing\n\nHow they grow.");
        var (index, page) = await ExportAsync(folder);

        Assert.Equal(("Beans & peas", "Growing · Beans & peas"), (index.Title, page.Title));
        Assert.Equal(("Beans & peas", "How they grow."), (index.QuerySelector("h1")!.TextContent, index.QuerySelector(".standfirst")!.TextContent));
        Assert.Equal(("de-CH", "Growing"), (page.DocumentElement.GetAttribute("lang"), page.QuerySelector("h1")!.TextContent));
        Assert.Equal("By Ada Bean and Bo <Pea>. Licence: CC BY 4.0. The page carries software of others.", page.QuerySelector("footer")!.TextContent.Trim());
        Assert.Null(page.QuerySelector("nav.contents"));
        Assert.Null(page.QuerySelector("[href='glossary.html']"));
        Assert.False(File.Exists(folder["site/glossary.html"]));
        Assert.False(Directory.Exists(folder["site/assets/katex"]));
        Assert.All([index, page], document => Assert.DoesNotContain("Someone Else", document.DocumentElement.OuterHtml, StringComparison.Ordinal));
        Assert.All([index, page], document => Assert.DoesNotContain("MIT", document.DocumentElement.OuterHtml, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}", "# Growing", "Growing", "Growing")]
    [InlineData("{}", "No heading.", "n", "n")]
    [InlineData("""{"title":"Beans"}""", "No heading.", "Beans", "Beans")]
    [InlineData("""{"title":["x"],"authors":7,"author":{"x":1},"license":{},"lang":"not a tag"}""", "# Growing", "Growing", "Growing")]
    public async Task WithoutThem_ItsTitleIsTheFirstHeading_OrTheFilesName(string metadata, string text, string title, string heading)
    {
        using var folder = new TemporaryFolder();
        Write(folder, metadata, text);
        var (index, page) = await ExportAsync(folder);

        Assert.Equal((title, title, heading), (index.Title, page.Title, page.QuerySelector("h1")!.TextContent));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("The page carries software of others.", page.QuerySelector("footer")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("---\ntitle: Beans\nauthor:\n  - name: Ada\n  - Bo\nlicense: CC0\nlang: de\n---\n", "Beans", "de", "By Ada and Bo. Licence: CC0. ")]
    [InlineData("---\ntitle: &a Beans\nauthor: *a\n---", "n", "en", "")]
    [InlineData("---\ntitle: [Beans\n---", "n", "en", "")]
    [InlineData("title: Beans", "n", "en", "")]
    public async Task WhatQuartoKeepsInARawCell_CountsAsWell(string raw, string title, string language, string footer)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["n.ipynb"], $$"""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"raw","id":"a","metadata":{},"source":{{System.Text.Json.JsonSerializer.Serialize(raw)}}},{"cell_type":"markdown","id":"b","metadata":{},"source":"No heading."}]}""");
        var (index, page) = await ExportAsync(folder);

        Assert.Equal((title, title, language), (index.Title, page.QuerySelector("h1")!.TextContent, page.DocumentElement.GetAttribute("lang")));
        Assert.Equal(footer + "The page carries software of others.", page.QuerySelector("footer")!.TextContent.Trim());
    }

    [Fact]
    public async Task WhatTheCommandSays_GoesFirst()
    {
        using var folder = new TemporaryFolder();
        Write(folder, """{"title":"Beans","author":"Ada","license":"CC0","lang":"de"}""", "# Growing\n\nHow.\n\nA <dfn>bean</dfn> is a seed.");
        var (index, page) = await ExportAsync(folder, "--title", "Peas", "--author", "Bo", "--author", "Cy", "--author", "Di", "--licence", "CC BY", "--language", "fr", "--home", "https://example.org/peas/");

        Assert.Equal(("Peas", "Growing · Peas", "fr"), (index.Title, page.Title, page.DocumentElement.GetAttribute("lang")));
        Assert.Equal("By Bo, Cy and Di. Licence: CC BY. More at example.org/peas. The page carries software of others.", page.QuerySelector("footer")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector("[href='glossary.html']"));
        Assert.True(File.Exists(folder["site/glossary.html"]));
    }

    [Theory]
    [InlineData("--language", "a language", "--language a language: takes the tag of a language")]
    [InlineData("--home", "javascript:x", "--home javascript:x: takes an http or https address")]
    [InlineData("--title", " ", "--title: takes some words")]
    public async Task WhatIsNoneOfThese_IsRefusedInOneLine(string option, string value, string complaint)
    {
        using var folder = new TemporaryFolder();
        Write(folder, "{}", "# Growing");
        var outcome = await ArticleProcess.RunAsync("export", folder["n.ipynb"], "--static", "--output", folder["site"], option, value);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(complaint, Assert.Single(outcome.Complaints), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["site"]));
    }

    [Fact]
    public async Task OutputsOfEveryForm_AreShownInTheirBestOne()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "{}", "# Growing\n\nBy $5 a bean.\n\nIt is $x^2$.\n\n$$y$$\n\n$$\nz < 1\n$$", """
            static void Show(string text, string type) => text.DisplayAs(type);
            Show("PIXEL", "image/png");
            Show("not Base64!", "image/jpeg");
            Show("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "image/svg+xml");
            Show("## Said\n\nin **Markdown**, as $x$ <script>1</script>", "text/markdown");
            Show("$$\\frac{1}{2}$$", "text/latex");
            Console.Write("\e[32mgreen\e[0m\rG");
            """.Replace("PIXEL", Pixel, StringComparison.Ordinal));
        var (_, page) = await ExportAsync(folder);
        var shown = page.QuerySelector(".outputs")!.Children.ToArray();

        Assert.Equal($"data:image/png;base64,{Pixel}", shown[0].QuerySelector("img")!.GetAttribute("src"));
        Assert.Equal("not Base64!", shown[1].TextContent);
        Assert.StartsWith("data:image/svg+xml;base64,", shown[2].QuerySelector("img")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Equal(("Said", ""), (shown[3].TextContent, shown[3].Id ?? ""));
        Assert.Equal(("Markdown", "\\(x\\)"), (shown[4].QuerySelector("strong")!.TextContent, shown[4].QuerySelector(".math")!.TextContent));
        Assert.Contains("<script>1</script>", shown[4].TextContent, StringComparison.Ordinal);
        Assert.Equal("\\[\\frac{1}{2}\\]", shown[5].TextContent);
        Assert.Equal("G<span class=\"fg-2\">reen</span>", shown[6].InnerHtml);
        Assert.Equal(["\\(x^2\\)", "\\[y\\]", "\\[z < 1\\]"], page.QuerySelectorAll("article > .math, article > p .math").Select(formula => formula.TextContent));
        Assert.Equal("By $5 a bean.", page.QuerySelector(".standfirst")!.TextContent);
        Assert.NotNull(page.QuerySelector("script[src='assets/math.js']"));
        Assert.True(File.Exists(folder["site/assets/katex/fonts/KaTeX_Main-Regular.woff2"]));
    }

    [Fact]
    public async Task FilesBesideTheNotebook_ComeAlong_AndWhatCannotIsNamed()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["book/data/more"]);
        File.WriteAllText(folder["secret.png"], "precious");
        File.WriteAllBytes(folder["book/data/dot.png"], Convert.FromBase64String(Pixel));
        File.WriteAllText(folder["book/data/more/dot.png"], "another");
        File.WriteAllText(folder["book/data/a b.csv"], "a,b");
        File.WriteAllText(folder["book/page.html"], "<script>1</script>");
        File.WriteAllText(folder["book/drawing.svg"], "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>");
        File.CreateSymbolicLink(folder["book/linked.png"], folder["secret.png"]);
        Write(folder, "{}", "# Growing\n\nBeans.\n\n![dot](data/dot.png) ![other](data/more/dot.png) ![drawing](drawing.svg) ![linked](linked.png) ![up](../secret.png) ![cat](https://example.org/cat.png)\n\n[data](data/a%20b.csv) [page](page.html) [web](https://example.org/)", name: "book/n.ipynb");
        var outcome = await ArticleProcess.RunAsync("export", folder["book/n.ipynb"], "--static", "--output", folder["site"]);
        var page = Read(folder, "n.html");
        string[] pictures = [.. page.QuerySelectorAll<IHtmlImageElement>("article img").Select(image => image.GetAttribute("src")!)];

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("images/dot.png", pictures[0]);
        Assert.Equal("another", File.ReadAllText(folder[$"site/{pictures[1]}"]));
        Assert.StartsWith("data:image/svg+xml;base64,", pictures[2], StringComparison.Ordinal);
        Assert.Equal(3, pictures.Length);
        Assert.Equal(["[the picture “linked”, which this page cannot show]", "[the picture “up”, which this page cannot show]"], page.QuerySelectorAll(".lost").Select(note => note.TextContent));
        Assert.Equal([("cat", "https://example.org/cat.png"), ("data", "files/a%20b.csv"), ("web", "https://example.org/")], page.QuerySelectorAll("article a").Select(link => (link.TextContent, link.GetAttribute("href")!)));
        Assert.Equal("a,b", File.ReadAllText(folder["site/files/a b.csv"]));
        Assert.Contains("../secret.png, linked.png, page.html: not a picture or a file of data below the notebook's folder", Assert.Single(outcome.Complaints), StringComparison.Ordinal);
    }

    private static void Write(TemporaryFolder folder, string metadata, string text, string? code = null, string name = "n.ipynb")
    {
        string cell = code is null ? "" : $$""",{"cell_type":"code","id":"b","metadata":{},"execution_count":null,"outputs":[],"source":{{System.Text.Json.JsonSerializer.Serialize(code)}}}""";
        File.WriteAllText(folder[name], $$"""{"nbformat":4,"nbformat_minor":5,"metadata":{{metadata}},"cells":[{"cell_type":"markdown","id":"a","metadata":{},"source":{{System.Text.Json.JsonSerializer.Serialize(text)}}}{{cell}}]}""");
    }

    private static async Task<(IHtmlDocument Index, IHtmlDocument Page)> ExportAsync(TemporaryFolder folder, params string[] options)
    {
        var outcome = await ArticleProcess.RunAsync(["export", folder["n.ipynb"], "--static", "--output", folder["site"], .. options]);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        return (Read(folder, "index.html"), Read(folder, "n.html"));
    }

    private static IHtmlDocument Read(TemporaryFolder folder, string page) => new HtmlParser().ParseDocument(File.ReadAllText(folder[$"site/{page}"]));
}
