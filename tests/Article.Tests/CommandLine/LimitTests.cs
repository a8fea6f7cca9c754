using System.Text.RegularExpressions;

namespace InteractiveArticle.Article.Tests.CommandLine;

/// <summary>Cells that would take the machine with them.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData("while (true) { }", "--cell-timeout", "1", "TimeLimit: The cell ran for longer than 1 s, which is its limit. Mend the cell, or allow more by --cell-timeout.")]
    [InlineData("Enumerable.Repeat(1, int.MaxValue).Sum(x => (long)Enumerable.Repeat(x, int.MaxValue).Count(y => y > 0))", "--cell-timeout", "1", "TimeLimit: The cell ran for longer than 1 s")]
    [InlineData("new System.Threading.Thread(() => { while (true) { } }).Start(); await Task.Delay(-1);", "--cell-timeout", "1.5", "TimeLimit: The cell ran for longer than 1.5 s")]
    [InlineData("var all = new List<byte[]>(); while (true) all.Add(new byte[1_000_000]);", "--memory-limit", "256", "MemoryLimit: The cell holds more memory than 256 MB, which is its limit. Mend the cell, or allow more by --memory-limit.")]
    [InlineData("while (true) { var all = System.Runtime.InteropServices.Marshal.AllocHGlobal(1_000_000); for (int i = 0; i < 1_000_000; i += 1000) System.Runtime.InteropServices.Marshal.WriteByte(all, i, 1); }", "--memory-limit", "256", "MemoryLimit: The cell holds more memory than 256 MB, which is its limit.")]
    public async Task ACellWithoutEnd_IsEndedAndNamed_AndWhatWasThereStays(string cell, string option, string value, string told)
    {
        using var folder = new TemporaryFolder();
        string notebook = folder.Notebook("n.ipynb", cell);
        File.WriteAllText(folder["out.ipynb"], "from before");
        var outcome = await ArticleProcess.RunAsync("run", notebook, "--output", folder["out.ipynb"], option, value);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Matches($"^article: {Regex.Escape(notebook)}: cell 2(, line 1)?: {Regex.Escape(told)}", outcome.Error.TrimEnd().Split('\n')[^1]);
        Assert.Equal("from before", File.ReadAllText(folder["out.ipynb"]));
    }

    [Theory]
    [InlineData("while (true) Console.WriteLine(\"again and again\");")]
    [InlineData("while (true) display(\"again and again\");")]
    public async Task ACellThatShowsWithoutEnd_IsEndedAtItsLine(string cell)
    {
        using var folder = new TemporaryFolder();
        string notebook = folder.Notebook("n.ipynb", "// the loop is below\n" + cell);
        var outcome = await ArticleProcess.RunAsync("run", notebook);

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith($"article: {notebook}: cell 2, line 2: System.InvalidOperationException: The cell has shown more than 16 MB", outcome.Error.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExport_HasLimitsToo_AndLeavesTheEarlierSite()
    {
        using var folder = new TemporaryFolder();
        string good = folder.Notebook("n.ipynb", "", "1 + 1");
        var first = await ArticleProcess.RunAsync("export", good, "--static", "--output", folder["site"]);
        string before = File.ReadAllText(Path.Combine(folder["site"], "n.html"));
        string endless = folder.Notebook("n.ipynb", "while (true) { }");
        var second = await ArticleProcess.RunAsync("export", endless, "--static", "--output", folder["site"], "--cell-timeout", "1");

        Assert.Equal((0, 1), (first.ExitCode, second.ExitCode));
        Assert.Equal(before, File.ReadAllText(Path.Combine(folder["site"], "n.html")));
        Assert.Equal(["n.ipynb", "site"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("--cell-timeout", "-1", "--cell-timeout takes a number of seconds from 0 (no limit) to 86400, not '-1'.")]
    [InlineData("--cell-timeout", "NaN", "--cell-timeout takes a number of seconds from 0 (no limit) to 86400, not 'NaN'.")]
    [InlineData("--cell-timeout", "0,5", "--cell-timeout takes a number of seconds from 0 (no limit) to 86400, not '0,5'.")]
    [InlineData("--memory-limit", "10", "--memory-limit takes a whole number of MB from 256 on, or 0 for no limit, not '10'.")]
    [InlineData("--memory-limit", "much", "--memory-limit takes a whole number of MB from 256 on, or 0 for no limit, not 'much'.")]
    public async Task ALimitThatIsNone_IsRefused(string option, string value, string told)
    {
        var outcome = await ArticleProcess.RunAsync("run", ArticleProcess.Chapter, option, value);

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith("article: " + told, outcome.Error, StringComparison.Ordinal);
    }
}
