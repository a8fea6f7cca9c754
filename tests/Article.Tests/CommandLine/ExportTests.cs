using System.IO.Compression;
using AngleSharp.Html.Parser;
using InteractiveArticle.Article.Tests.Browser;
using InteractiveArticle.Figures.Drawing;

namespace InteractiveArticle.Article.Tests.CommandLine;

[Collection(ServedArticle.Files)]
public sealed class ExportTests(ServedArticle article)
{
    private static readonly string Figure = $$"""
        #r "{{Repository.PathOf("artifacts", "notebook", "InteractiveArticle.dll")}}"
        using InteractiveArticle.Figures.Drawing;
        new Figure
        {
            Title = "It's </script><script>alert(0)</script>",
            Finding = "It's up 5 %: </script><script>alert(1)</script>.",
            X = new("x") { ClockStart = 577 },
            Y = new("y"),
            Series = [new("a", SeriesShape.Line, ColorRole.Main, [1, 2], [3, double.NaN])],
        }
        """;

    // What somebody else's type may be shown as.
    private const string Chart = """
        class TypeFormatterSourceAttribute(Type type) : Attribute { public Type FormatterSourceType => type; public string[] PreferredMimeTypes { get; set; } }
        class Form(string mimeType, string text) { public string MimeType => mimeType; public bool Format(object value, System.IO.TextWriter writer) { writer.Write(text); return true; } }
        class Forms { public object[] CreateTypeFormatters() => [new Form("application/vnd.plotly.v1+json", "{\"data\":[{\"name\":\"a\",\"x\":[1,2],\"y\":[3,4]}],\"layout\":{\"title\":{\"text\":\"T\"}}}"), new Form("image/png", "iVBORw0KGgo="), new Form("text/plain", "A chart of 5 % </script><script>alert(1)</script>.")]; }
        [TypeFormatterSource(typeof(Forms), PreferredMimeTypes = ["application/vnd.plotly.v1+json", "image/png", "text/plain"])] class Chart { }
        new Chart()
        """;

    [Fact]
    public async Task Export_TwiceOver_WritesTheSameBytes_AllOfItLocal()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, (await ArticleProcess.RunAsync("export", "--output", folder["site"])).ExitCode);
        var files = Files(folder);

        Assert.Equal(Files(article.Folder), files);
        Assert.Contains("index.html", files.Keys);
        Assert.Contains(Path.Combine("assets", "plotly", "plotly-basic.min.js"), files.Keys);
        Assert.Contains(Path.Combine("assets", "licences.txt.br"), files.Keys);
        Assert.Contains("href=\"assets/licences.txt\"", files["index.html"], StringComparison.Ordinal);
        Assert.Contains(Path.Combine("live", "05-the-outage.json.br"), files.Keys);
        Assert.Contains(Path.Combine("live", "dotnet.js.br"), files.Keys);
        Assert.Contains("assets/live/levers.js", files["05-the-outage.html"], StringComparison.Ordinal);
        foreach (string page in files.Keys.Where(name => name.EndsWith(".html", StringComparison.Ordinal)))
        {
            var document = new HtmlParser().ParseDocument(files[page]);
            string[] loaded = [.. document.QuerySelectorAll("[src]").Select(element => element.GetAttribute("src")!), .. document.QuerySelectorAll("link").Select(element => element.GetAttribute("href")!)];
            Assert.All(loaded, address => Assert.True(files.ContainsKey(address.Replace('/', Path.DirectorySeparatorChar)), address));
        }
    }

    [Fact]
    public async Task AStaticExport_LeavesTheLivePartOut()
    {
        using var folder = new TemporaryFolder();
        string notebook = folder.Notebook("n.ipynb", "int n = 1; // 0…9 step 1 · number", "n");
        Assert.Equal(0, (await ArticleProcess.RunAsync("export", notebook, "--static", "--output", folder["site"])).ExitCode);

        Assert.False(Directory.Exists(folder["site/live"]));
        Assert.DoesNotContain("assets/live", File.ReadAllText(folder["site/n.html"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12", "n = 12: ")]
    [InlineData("new [] { 1, 2 }", "n = new [] { 1, 2 }: ")]
    public async Task WhatPapermillHasSet_AndNoLeverTakes_IsRefusedInOneLine_UnlessItIsSetAnew(string value, string complaint)
    {
        using var folder = new TemporaryFolder();
        string notebook = folder.Notebook("n.ipynb", "int n = 1; // 0…9 step 1 · number", $"// Parameters\nvar n = {value};\n", "n");
        var outcome = await ArticleProcess.RunAsync("export", notebook, "--static", "--output", folder["site"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"n.ipynb: {complaint}", Assert.Single(outcome.Complaints), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["site"]));
        Assert.Equal(0, (await ArticleProcess.RunAsync("export", notebook, "--static", "--set", "n=3", "--output", folder["site"])).ExitCode);
    }

    [Fact]
    public async Task EqualHeadings_InOneCellOrInTwo_HaveAnAnchorEach()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["n.ipynb"], """
            {"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[
            {"cell_type":"markdown","id":"a","metadata":{},"source":"# A title\n\nA standfirst.\n\n## Once more\n\n## Once more\n\n## Once more-1\n\n## Content"},
            {"cell_type":"markdown","id":"b","metadata":{},"source":"## Once more\n\n## ?!"}]}
            """);
        Assert.Equal(0, (await ArticleProcess.RunAsync("export", folder["n.ipynb"], "--static", "--output", folder["site"])).ExitCode);
        var page = new HtmlParser().ParseDocument(File.ReadAllText(folder["site/n.html"]));
        string[] anchors = ["once-more", "once-more-1", "once-more-1-1", "content-1", "once-more-2", "section"];

        Assert.Equal(anchors, page.QuerySelectorAll("h2").Select(heading => heading.Id));
        Assert.Equal(anchors, page.QuerySelectorAll("nav.contents a").Select(link => link.GetAttribute("href")![1..]));
    }

    [Fact]
    public async Task AnErrorThatWasMeant_IsReadOnThePage()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, (await ArticleProcess.RunAsync("export", folder.Notebook("n.ipynb", "int.Parse(\"x\")"), "--allow-errors", "--output", folder["site"])).ExitCode);
        var page = new HtmlParser().ParseDocument(File.ReadAllText(folder["site/n.html"]));

        Assert.Equal("System.FormatException: The input string 'x' was not in a correct format.", page.QuerySelector("pre.output")!.TextContent);
    }

    [Fact]
    public async Task WhatAPageCannotRun_SaysWhyThere_WhateverItIs()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["n.dib"], "#!csharp\n\n#!time\nint a = 1;\na\n\n#!csharp\n\na + 1\n\n#!csharp\n\nSystem.Xml.XmlConvert.ToString(2)\n\n#!fsharp\n\nlet b = 1\n");
        var outcome = await ArticleProcess.RunAsync("export", folder["n.dib"], "--output", folder["site"]);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        string[] reasons = [.. new HtmlParser().ParseDocument(File.ReadAllText(folder["site/n.html"])).QuerySelectorAll(".still").Select(line => line.TextContent)];

        Assert.Contains("#!time is a magic command", reasons[0], StringComparison.Ordinal);
        Assert.Contains("uses what one above declares", reasons[1], StringComparison.Ordinal);
        Assert.Contains("not in C#", reasons[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task PackedFiles_AreWhatTheyPack()
    {
        using var folder = new TemporaryFolder();
        await ArticleProcess.RunAsync("export", folder.Notebook("n.ipynb", "1"), "--output", folder["site"]);
        byte[] page = File.ReadAllBytes(folder["site/n.html"]);

        Assert.Equal(page, Unpacked(new BrotliStream(File.OpenRead(folder["site/n.html.br"]), CompressionMode.Decompress)));
        Assert.Equal(page, Unpacked(new GZipStream(File.OpenRead(folder["site/n.html.gz"]), CompressionMode.Decompress)));
    }

    [Fact]
    public async Task Page_ShowsFiguresWithTitleFindingAndData_AndRunsNothingFromANotebook()
    {
        using var folder = new TemporaryFolder();
        string notebook = folder.Notebook("n.ipynb", Figure, "HTML(\"<p onclick='x()' style='color:red'>fine<script>bad()</script><img src=x onerror=y></p>\")", "\"<b>text</b>\"");
        var outcome = await ArticleProcess.RunAsync("export", notebook, "--output", folder["site"]);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(Path.Combine(folder["site"], "n.html")));

        Assert.Equal("A title", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("A standfirst.", page.QuerySelector(".standfirst")!.TextContent);
        Assert.Equal("It’s </script><script>alert(0)</script>", page.QuerySelector(".figure-title")!.TextContent);
        Assert.Equal("It’s up 5\u00a0%: </script><script>alert(1)</script>.", page.QuerySelector("figcaption p")!.TextContent);
        Assert.Equal(["series", "x", "y", "a", "9:38", "3", "a", "9:39", ""], page.QuerySelectorAll(".data :is(th, td)").Select(cell => cell.TextContent));
        Assert.Equal("It's up 5 %: </script><script>alert(1)</script>.", FigureJson.Read(page.QuerySelector("script.figure-data")!.TextContent).Finding);
        Assert.Equal("<p style=\"color: red\">fine<span class=\"lost\">[a picture, which this page cannot show]</span></p>", page.QuerySelector(".outputs > .own-look")!.InnerHtml);
        Assert.Contains(page.QuerySelectorAll("pre.output"), output => output.TextContent == "<b>text</b>");
        Assert.All(page.QuerySelectorAll("script:not([type='application/json'])"), script => Assert.StartsWith("assets/", script.GetAttribute("src"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task AChartOfSomebodyElse_HasItsOwnTitleWordsDataAndPicture()
    {
        using var folder = new TemporaryFolder();
        var outcome = await ArticleProcess.RunAsync("export", folder.Notebook("n.ipynb", Chart), "--output", folder["site"]);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(Path.Combine(folder["site"], "n.html")));

        Assert.Equal("T", page.QuerySelector(".figure-title")!.TextContent);
        Assert.Equal("A chart of 5\u00a0% </script><script>alert(1)</script>.", page.QuerySelector("figcaption p")!.TextContent);
        Assert.Equal(["a", "1", "3", "a", "2", "4"], page.QuerySelectorAll(".data tbody :is(th, td)").Select(cell => cell.TextContent));
        Assert.Equal("""{"data":[{"name":"a","x":[1,2],"y":[3,4]}],"layout":{}}""", page.QuerySelector("script.plotly-data")!.TextContent);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(Path.Combine(folder["site"], page.QuerySelector(".plot img")!.GetAttribute("src")!))[..4]);
    }

    [Fact]
    public async Task TheText_IsSet_ButCodeIsNot_AndAQuestionBeginsWithItself()
    {
        using var folder = new TemporaryFolder();
        string notebook = folder["n.ipynb"];
        File.WriteAllText(notebook, """
            {"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[
            {"cell_type":"markdown","id":"a","metadata":{},"source":"# It's on\n\nOne.\n\nThat's 5 % of `x = 'y' % 2`."},
            {"cell_type":"markdown","id":"b","metadata":{"tags":["question"]},"source":"Before.\n\n### Why?\n\nMove it."}]}
            """);
        var outcome = await ArticleProcess.RunAsync("export", notebook, "--output", folder["site"]);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(Path.Combine(folder["site"], "n.html")));

        Assert.Equal("It’s on", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["That’s 5\u00a0% of x = 'y' % 2.", "Before."], page.QuerySelectorAll("article > p").Select(paragraph => paragraph.TextContent));
        Assert.Equal(["Why?", "Move it."], page.QuerySelector(".question")!.Children.Select(child => child.TextContent));
    }

    [Fact]
    public async Task Set_ReachesTheNotebooksThatHaveTheLever()
    {
        using var folder = new TemporaryFolder();
        string with = folder.Notebook("a.ipynb", "int n = 1; // 0…9 step 1 · number", "$\"n is {n}\"");
        string without = folder.Notebook("b.ipynb", "\"plain\"");
        var outcome = await ArticleProcess.RunAsync("export", with, without, "--set", "n=7", "--output", folder["site"]);

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.Contains("n is 7", await File.ReadAllTextAsync(Path.Combine(folder["site"], "a.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("throw new Exception(\"boom\");", null, "cell 2, line 1: System.Exception: boom")]
    [InlineData("1", "n=1", "n: no notebook has such a lever; there are none")]
    public async Task AFailure_LeavesTheEarlierSiteAlone(string code, string? setting, string words)
    {
        using var folder = new TemporaryFolder();
        await ArticleProcess.RunAsync("export", folder.Notebook("good.ipynb", "1"), "--output", folder["site"]);
        var before = folder.Snapshot("site");
        var outcome = await ArticleProcess.RunAsync(["export", folder.Notebook("bad.ipynb", code), "--output", folder["site"], .. setting is null ? Array.Empty<string>() : ["--set", setting]]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(words, Assert.Single(outcome.Complaints), StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot("site"));
        Assert.Equal(["bad.ipynb", "good.ipynb", "site"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task AnOutputThatIsNotOurs_OrCannotBeWritten_IsRefused()
    {
        using var folder = new TemporaryFolder();
        string notebook = folder.Notebook("n.ipynb", "1");
        Directory.CreateDirectory(folder["mine"]);
        File.WriteAllText(Path.Combine(folder["mine"], "thesis.txt"), "precious");
        var foreign = await ArticleProcess.RunAsync("export", notebook, "--output", folder["mine"]);
        var file = await ArticleProcess.RunAsync("export", notebook, "--output", notebook);
        var impossible = await ArticleProcess.RunAsync("export", notebook, "--output", "/dev/null/site");

        Assert.Equal((1, 1, 1), (foreign.ExitCode, file.ExitCode, impossible.ExitCode));
        Assert.Contains("holds thesis.txt, which no export wrote", Assert.Single(foreign.Complaints), StringComparison.Ordinal);
        Assert.Contains("is a file", Assert.Single(file.Complaints), StringComparison.Ordinal);
        Assert.Contains("cannot be written", Assert.Single(impossible.Complaints), StringComparison.Ordinal);
        Assert.Equal("precious", File.ReadAllText(Path.Combine(folder["mine"], "thesis.txt")));
    }

    [Fact]
    public async Task WhatSomebodyPutIntoASite_IsNotTakenAwayByTheNextExport()
    {
        using var folder = new TemporaryFolder();
        string notebook = folder.Notebook("n.ipynb", "1");
        string[] export = ["export", notebook, "--static", "--output", folder["site"]];
        await ArticleProcess.RunAsync(export);
        Directory.CreateDirectory(folder["site/.git"]);
        File.WriteAllText(folder["site/.git/HEAD"], "ref: refs/heads/main");
        File.WriteAllText(folder["site/.DS_Store"], "what a file manager leaves everywhere");
        var refused = await ArticleProcess.RunAsync(export);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("holds .git/HEAD, which no export wrote", Assert.Single(refused.Complaints), StringComparison.Ordinal);
        Assert.Equal("ref: refs/heads/main", File.ReadAllText(folder["site/.git/HEAD"]));
        Directory.Delete(folder["site/.git"], recursive: true);
        Assert.Equal(0, (await ArticleProcess.RunAsync(export)).ExitCode);
    }

    private static SortedDictionary<string, string> Files(TemporaryFolder folder) =>
        new(folder.Snapshot("site").ToDictionary(file => Path.GetRelativePath(folder["site"], file.Key), file => file.Value), StringComparer.Ordinal);

    private static byte[] Unpacked(Stream packed)
    {
        using (packed)
        {
            using var content = new MemoryStream();
            packed.CopyTo(content);
            return content.ToArray();
        }
    }
}
