using AngleSharp.Html.Parser;

namespace InteractiveArticle.Article.Tests.CommandLine;

public sealed class GlossaryTests
{
    [Fact]
    public async Task ATerm_IsListedWithTheSentenceThatDefinesIt_AndLinkedWhereAnotherChapterFirstUsesIt()
    {
        using var folder = new TemporaryFolder();
        string defines = Notebook(folder, "a.ipynb", "# A\n\nOne.\n\nBefore it. (Somebody) The <dfn>time to repair</dfn> of a machine is 1.5 hours <b>here</b>. (Somebody else) After it.");
        string uses = Notebook(folder, "b.ipynb", "# B\n\nTwo.\n\n## Time to repair\n\nWith `time to repair` nothing. A Time to repair is long, and the time to repair is long.");
        var outcome = await ArticleProcess.RunAsync("export", defines, uses, "--output", folder["site"]);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        var glossary = Read(folder, "glossary.html");
        var first = Read(folder, "a.html");
        var second = Read(folder, "b.html");

        Assert.Equal("time to repair", glossary.QuerySelector("dt#term-time-to-repair")!.TextContent);
        Assert.Equal("The time to repair of a machine is 1.5 hours <b>here</b>. A", glossary.QuerySelector("dd")!.TextContent);
        Assert.Equal("a.html#term-time-to-repair", glossary.QuerySelector("dd a")!.GetAttribute("href"));
        Assert.Equal("time to repair", first.QuerySelector("dfn#term-time-to-repair")!.TextContent);
        Assert.Equal("Time to repair", Assert.Single(second.QuerySelectorAll("a.term")).TextContent);
        Assert.Empty(first.QuerySelectorAll("a.term"));
    }

    [Fact]
    public async Task AnImageBesideTheNotebooks_ComesAlong_AndNoOtherFileDoes()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["notebooks"]);
        Directory.CreateDirectory(folder["images"]);
        File.WriteAllText(folder["images/map.svg"], "<svg xmlns='http://www.w3.org/2000/svg'/>");
        File.WriteAllText(folder["secret.txt"], "secret");
        string notebook = Notebook(folder, "notebooks/a.ipynb", "# A\n\nOne.\n\n![A map](../images/map.svg) ![x](../secret.txt) ![y](https://example.org/y.png) ![z](../../../etc/z.svg)");
        await ArticleProcess.RunAsync("export", notebook, "--output", folder["site"]);
        var images = Read(folder, "a.html").QuerySelectorAll("article img");

        Assert.Equal(["images/map.svg", "", "", ""], images.Select(image => image.GetAttribute("src")));
        Assert.Equal("A map", images[0].GetAttribute("alt"));
        Assert.Equal(["map.svg"], Directory.GetFiles(folder["site/images"], "*.svg").Select(Path.GetFileName));
    }

    private static string Notebook(TemporaryFolder folder, string name, string markdown)
    {
        File.WriteAllText(folder[name], $$"""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"markdown","id":"t","metadata":{},"source":{{System.Text.Json.JsonSerializer.Serialize(markdown)}}}]}""");
        return folder[name];
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Read(TemporaryFolder folder, string page) =>
        new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(folder["site"], page)));
}
