namespace InteractiveArticle.Article.Tests.CommandLine;

/// <summary>What is too much for a page, and what is much but not too much.</summary>
public sealed class TooMuchTests
{
    [Theory]
    [InlineData("HTML(string.Concat(Enumerable.Repeat(\"<b>x</b>\", 60_000)))", "its HTML has more than 100000 tags")]
    [InlineData("HTML(new string('x', 10).Replace(\"x\", string.Concat(Enumerable.Repeat(\"<div>\", 60))))", "its HTML is nested more than 500 elements deep")]
    public async Task AnOutput_IsRefusedInOneLine_AndNoSiteIsWritten(string code, string words)
    {
        using var folder = new TemporaryFolder();
        var outcome = await ArticleProcess.RunAsync("export", folder.Notebook("n.ipynb", code), "--static", "--output", folder["site"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(words, Assert.Single(outcome.Complaints), StringComparison.Ordinal);
        Assert.Equal(["n.ipynb"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData('>')]
    [InlineData('[')]
    public async Task MarkdownWithoutEnd_MakesAPage_OrIsRefusedInOneLine(char opening)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["n.ipynb"], $$"""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"markdown","id":"t","metadata":{},"source":"# T\n\n{{new string(opening, 20_000)}} x"}]}""");
        var outcome = await ArticleProcess.RunAsync("export", folder["n.ipynb"], "--static", "--output", folder["site"]);

        Assert.Equal(outcome.ExitCode == 0 ? 0 : 1, outcome.Complaints.Length);
        Assert.All(outcome.Complaints, complaint => Assert.Contains("its Markdown is nested too deep for a page", complaint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ATermMarkedWithoutEnd_IsRefusedInOneLineThatNamesItsCell()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["n.ipynb"], $$"""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"markdown","id":"t","metadata":{},"source":"# T\n\nS.\n\n{{string.Concat(Enumerable.Repeat("<dfn>", 600))}}x"}]}""");
        var outcome = await ArticleProcess.RunAsync("export", folder["n.ipynb"], "--static", "--output", folder["site"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("n.ipynb: cell 1: its HTML is nested more than 500 elements deep", Assert.Single(outcome.Complaints), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# a\\n", 24_000, null)]
    [InlineData("[a](", 24_000, null)]
    [InlineData("[a](", 30_000, "n.ipynb: cell 1: its Markdown has more than 100000 characters")]
    [InlineData("a|b\\n", 24_000, "n.ipynb: cell 1: its HTML has more than 100000 tags")]
    public async Task MarkdownOfOneThingOnly_MakesAPage_OrIsRefusedInOneLine(string thing, int times, string? refusal)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["n.ipynb"], $$"""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"markdown","id":"t","metadata":{},"source":"# T\n\nS.\n\na|b\n-|-\n{{string.Concat(Enumerable.Repeat(thing, times))}}"}]}""");
        var outcome = await ArticleProcess.RunAsync("export", folder["n.ipynb"], "--static", "--output", folder["site"]);

        Assert.Equal(refusal is null ? 0 : 1, outcome.ExitCode);
        Assert.Equal(refusal is null, outcome.Complaints.Length == 0);
        Assert.All(outcome.Complaints, complaint => Assert.Contains(refusal!, complaint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AMegabyteOfHtml_IsShown()
    {
        using var folder = new TemporaryFolder();
        var outcome = await ArticleProcess.RunAsync("export", folder.Notebook("n.ipynb", "HTML($\"<p>{new string('x', 1_000_000)}</p>\")"), "--static", "--output", folder["site"]);

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.Contains(new string('x', 1_000_000), File.ReadAllText(folder["site/n.html"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n.ipynb", "a/n.ipynb", "n.ipynb")]
    [InlineData("n.ipynb", "a/N.ipynb", "N.ipynb")]
    [InlineData("n.ipynb", "index.ipynb", "index.ipynb")]
    [InlineData("n.ipynb", "glossary.ipynb", "glossary.ipynb")]
    public async Task AName_IsForOnePage(string one, string other, string refused)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["a"]);
        var outcome = await ArticleProcess.RunAsync("export", folder.Notebook(one, "1"), folder.Notebook(other, "1"), "--static", "--output", folder["site"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith($"article: {refused}: its page would take the place of another", Assert.Single(outcome.Complaints), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["site"]));
    }
}
