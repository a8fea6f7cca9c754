using System.Diagnostics;

namespace InteractiveArticle.Article.Tests.CommandLine;

/// <summary>Targets that take nothing more, or nothing at all.</summary>
public sealed class NoRoomTests
{
    // A disk of 64 KB that only the command and this script see, which prints what is on it afterwards.
    private const string OnASmallDisk = """
        mount -t tmpfs -o size=64k none "$1" && cd "$1" || exit 99
        mkdir site && echo index.html > site/.interactive-article && echo earlier > site/index.html && echo earlier > out.ipynb
        shift
        "$@"
        code=$?
        cat site/* out.ipynb
        ls -A . site
        exit $code
        """;

    [Theory]
    [InlineData("--output site: cannot be written: No space left on device", "export", "--static", "--output", "site")]
    [InlineData("out.ipynb: cannot be written (No space left on device", "run", "--output", "out.ipynb")]
    public async Task AFullDisk_GetsOneLine_AndLeavesWhatWasThere(string words, params string[] command)
    {
        using var folder = new TemporaryFolder();
        string notebook = folder.Notebook("n.ipynb", "new string('x', 100_000)");
        Directory.CreateDirectory(folder["disk"]);
        var start = ArticleProcess.Command([command[0], notebook, .. command[1..]]);
        var script = new ProcessStartInfo("unshare", ["--user", "--map-root-user", "--mount", "sh", "-c", OnASmallDisk, "sh", folder["disk"], start.FileName, .. start.ArgumentList])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lets anybody have a small disk for a test.");
        var outcome = await ArticleProcess.RunAsync(script);
        Assert.SkipWhen(outcome.Output.Length == 0, $"No disk of its own for this test: {outcome.Error}");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(words, Assert.Single(outcome.Complaints), StringComparison.Ordinal);
        Assert.Equal("earlier\nearlier\n.:\nout.ipynb\nsite\n\nsite:\n.interactive-article\nindex.html\n", outcome.Output);
    }

    [Theory]
    [InlineData("export", "--static", "--output", "site")]
    [InlineData("run", "--output", "site/index.html")]
    public async Task FilesThatMayNotGrow_GetOneLine_AndWhatWasThereStays(params string[] command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no limit on the size of files.");
        using var folder = new TemporaryFolder();
        string notebook = folder.Notebook("n.ipynb", "new string('x', 100_000)");
        await ArticleProcess.RunAsync("export", folder.Notebook("earlier.ipynb", "1"), "--static", "--output", folder["site"]);
        var before = folder.Snapshot("site");
        var start = ArticleProcess.Command([command[0], notebook, .. command[1..^1], folder[command[^1]]]);
        var limited = new ProcessStartInfo("sh", ["-c", "trap '' XFSZ; ulimit -f 16; exec \"$@\"", "sh", start.FileName, .. start.ArgumentList]) { RedirectStandardOutput = true, RedirectStandardError = true };
        limited.Environment["DOTNET_EnableWriteXorExecute"] = "0"; // which makes a file of its own
        var outcome = await ArticleProcess.RunAsync(limited);

        Assert.True(outcome.ExitCode == 1, outcome.Output + outcome.Error);
        Assert.StartsWith("article: ", Assert.Single(outcome.Complaints), StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot("site"));
        Assert.Equal(["earlier.ipynb", "n.ipynb", "site"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/proc", "n")]
    [InlineData("a-file", "n")]
    public async Task APlaceThatTakesNoFiles_GetsOneLine(params string[] place)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a-file"], "earlier");
        string notebook = folder.Notebook("n.ipynb", "1");
        string target = Path.Combine(folder[place[0]], place[1]);
        var export = await ArticleProcess.RunAsync("export", notebook, "--static", "--output", target);
        var run = await ArticleProcess.RunAsync("run", notebook, "--output", target);

        Assert.Equal((1, 1), (export.ExitCode, run.ExitCode));
        Assert.StartsWith($"article: --output {target}: cannot be written: ", Assert.Single(export.Complaints), StringComparison.Ordinal);
        Assert.StartsWith($"article: {target}: cannot be written (", Assert.Single(run.Complaints), StringComparison.Ordinal);
        Assert.Equal("earlier", File.ReadAllText(folder["a-file"]));
        Assert.Equal(2, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    [Fact]
    public async Task AStreamOfTheSystem_IsWrittenTo_AndNotReplaced()
    {
        Assert.SkipUnless(File.Exists("/dev/fd/1"), "This system has no files for its streams.");
        using var folder = new TemporaryFolder();
        var outcome = await ArticleProcess.RunAsync("run", folder.Notebook("n.ipynb", "1 + 1"), "--output", "/dev/fd/1");

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.Contains("\"source\": [\n    \"1 + 1\"\n   ]", outcome.Output, StringComparison.Ordinal);
    }
}
