using System.Globalization;
using AngleSharp.Html.Parser;
using InteractiveArticle.Article.Site;
using InteractiveArticle.Notebook.Documents;

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
    public void ATermAtTheStartOfItsSentence_LeavesOutTheSentenceBefore()
    {
        var chapter = ChapterOf("Some never sleep. (Somebody) <dfn>Steal</dfn> is time. It is lost.");

        Assert.Equal("Steal is time.", Assert.Single(Glossary.Of([chapter]).Entries).Definition);
    }

    [Fact]
    public void ANameInCapitals_IsNoWordWithoutThem()
    {
        var defines = ChapterOf("A <dfn>PUT</dfn> is a request.");
        var uses = ChapterOf("One may put it so. Some PUTs fail.") with { Name = "c" };

        Assert.Contains("put it so. Some <a class=\"term\"", Glossary.Of([defines, uses]).Chapters[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<dfn>term {0}</dfn>\n\n", 1_001, "b.ipynb: the article defines more than 1000 terms")]
    [InlineData("<dfn>term {0}</dfn> ", 200, "b.ipynb: defines a term in more than 1000 characters")]
    public void MoreThanAGlossaryTakes_IsRefused(string repeated, int times, string words)
    {
        var chapter = ChapterOf(string.Concat(Enumerable.Range(0, times).Select(i => string.Format(CultureInfo.InvariantCulture, repeated, i))));

        Assert.StartsWith(words, Assert.Throws<NotebookException>(() => Glossary.Of([chapter])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AThousandTermsInOneParagraph_AreFoundInTheirSentences()
    {
        var chapter = ChapterOf(string.Concat(Enumerable.Range(0, 1_000).Select(i => $"A *<dfn>t{i}x</dfn>* is a thing. ")));

        Assert.All(Glossary.Of([chapter]).Entries, entry => Assert.Equal($"A {entry.Term} is a thing.", entry.Definition));
    }

    [Fact]
    public void CellsThatAreMoreThanAPageTogether_AreRefused()
    {
        var chapter = ChapterOf("x") with { Body = string.Concat(Enumerable.Repeat("<p>x</p>", 100_001)) };

        Assert.StartsWith("b.ipynb: its HTML has more than 200000 tags", Assert.Throws<NotebookException>(() => Glossary.Of([chapter])).Message, StringComparison.Ordinal);
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
        var page = Read(folder, "a.html");
        var images = page.QuerySelectorAll("article img");

        Assert.Equal(["the picture “x”", "y", "the picture “z”"], page.QuerySelectorAll("article p > .lost, article p > a").Select(words => words.TextContent.Trim('[').Split(',')[0]));
        Assert.Equal(["images/map.svg"], images.Select(image => image.GetAttribute("src")));
        Assert.Equal("A map", images[0].GetAttribute("alt"));
        Assert.Equal(["map.svg"], Directory.GetFiles(folder["site/images"], "*.svg").Select(Path.GetFileName));
    }

    private static string Notebook(TemporaryFolder folder, string name, string markdown)
    {
        File.WriteAllText(folder[name], Json(markdown));
        return folder[name];
    }

    private static Chapter ChapterOf(string markdown) =>
        Chapter.Of(NotebookDocument.Parse(Json("# B\n\nS.\n\n" + markdown), "b.ipynb"), "b.ipynb", new("no such folder"), null);

    private static string Json(string markdown) =>
        $$"""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"markdown","id":"t","metadata":{},"source":{{System.Text.Json.JsonSerializer.Serialize(markdown)}}}]}""";

    private static AngleSharp.Html.Dom.IHtmlDocument Read(TemporaryFolder folder, string page) =>
        new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(folder["site"], page)));
}
