using System.Diagnostics;
using InteractiveArticle.Files;

namespace InteractiveArticle.Article.Tests.CommandLine;

/// <summary>Processes that are killed at any moment, and what they leave.</summary>
public sealed class KilledTests : IDisposable
{
    private const int Points = 6;
    private const string LongDead = "article-999999999"; // no system gives a process this number

    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(6);

    private readonly TemporaryFolder folder = new();
    private readonly Random random = new(20170228);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AnExport_KilledAtAnyMoment_LeavesOneWholeSite_AndTheNextOneTidiesUp()
    {
        RequireExchange();
        var (one, other, life) = await TwoSitesAsync();
        for (int i = 1; i <= Points; i++)
        {
            // From the start of the process to where it would have ended by itself.
            await KillAsync(Export(i), _ => Task.Delay(life * i / Points));
            AssertOneOf(one, other);
        }

        // Most of all while the sites trade places and the earlier one goes.
        string last = Directory.GetFiles(folder["site/assets"]).Order(StringComparer.Ordinal).Select(file => Path.GetRelativePath(folder["site"], file)).Last();
        for (int i = 1; i <= Points; i++)
        {
            await KillAsync(Export(i), process => SoonAfterAsync(process, Path.Combine(folder[$"site.article-{process.Id}.new"], last)));
            AssertOneOf(one, other);
        }

        await AssertTidyAsync(one);
    }

    [Theory]
    [InlineData("run", "n.ipynb", "--output", "out.ipynb")]
    [InlineData("refresh", "out.ipynb")]
    public async Task ANotebook_WhoseWritingIsKilled_IsTheEarlierOneOrTheNewOne(params string[] arguments)
    {
        // Long enough that writing takes its time; spaced as nobody writes it, so that a refresh changes it.
        string earlier = TextNotebook("out.ipynb", new string('x', 3_000_000));
        string text = File.ReadAllText(earlier);
        TextNotebook("n.ipynb", new string('y', 3_000_000));
        string[] line = [.. arguments.Select(argument => argument.EndsWith(".ipynb", StringComparison.Ordinal) ? folder[argument] : argument)];
        await RunAsync(line);
        string written = File.ReadAllText(earlier);
        Assert.NotEqual(text, written);

        for (int i = 1; i <= Points / 2; i++)
        {
            File.WriteAllText(earlier, text);
            await KillAsync(line, process => SoonAfterAsync(process, $"{earlier}.article-{process.Id}.new"));
            Assert.Contains(File.ReadAllText(earlier), (string[])[text, written]);
        }

        await RunAsync(line);
        Assert.Equal(written, File.ReadAllText(earlier));
        Assert.Equal(["n.ipynb", "out.ipynb"], Entries());
    }

    [Fact]
    public async Task WhatAKilledExportTookAway_IsPutBack_EvenIfTheNextOneFails()
    {
        await RunAsync("export", TextNotebook("n.ipynb", "# A title"), "--static", "--output", folder["site"]);
        var before = Site();
        Directory.Move(folder["site"], folder[$"site.{LongDead}.old"]);
        Directory.CreateDirectory(folder[$"site.{LongDead}.new"]);
        File.WriteAllText(folder[$"site.{LongDead}.new/index.html"], "half");
        var outcome = await ArticleProcess.RunAsync("export", folder.Notebook("bad.ipynb", "nope"), "--static", "--output", folder["site"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(before, Site());
        Assert.Equal(["bad.ipynb", "n.ipynb", "site"], Entries());
    }

    [Fact]
    public async Task WhatOthersHaveBesideTheSite_AndAnExportThatIsAtWork_AreLeftAlone()
    {
        string atWork = $"site.article-{Environment.ProcessId}.new";
        string[] others = [atWork, "site.2017.old", "site.new", "site.article-1x.new", $"other.{LongDead}.new", $"my-site.{LongDead}.old"];
        foreach (string name in others)
        {
            Directory.CreateDirectory(folder[name]);
            File.WriteAllText(Path.Combine(folder[name], "kept.txt"), name);
        }

        await RunAsync("export", TextNotebook("n.ipynb", "# A title"), "--static", "--output", folder["site"]);

        Assert.Equal(others.Append("n.ipynb").Append("site").Order(StringComparer.Ordinal), Entries());
        Assert.All(others, name => Assert.Equal(name, File.ReadAllText(Path.Combine(folder[name], "kept.txt"))));
    }

    [Fact]
    public async Task ExportsAtOnce_ToOnePlace_LeaveTheWholeSiteOfOneOfThem()
    {
        var (one, other, _) = await TwoSitesAsync();
        Directory.Delete(folder["site"], recursive: true);
        for (int round = 0; round < 2; round++)
        {
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => ArticleProcess.RunAsync(Export(i))));

            Assert.All(outcomes, outcome => Assert.True(outcome.ExitCode == 0 || outcome.Complaints.Length == 1, outcome.Error));
            Assert.Contains(outcomes, outcome => outcome.ExitCode == 0);
            AssertOneOf(one, other);
        }

        await AssertTidyAsync(one);
    }

    // Where folders cannot trade places, a kill between two moves leaves the site to the next export.
    private void RequireExchange()
    {
        Directory.CreateDirectory(folder["a/a"]);
        Directory.CreateDirectory(folder["b"]);
        Assert.SkipUnless(FolderExchange.Try(folder["a"], folder["b"]), $"The file system of {folder.Path} does not exchange folders.");
        Assert.True(Directory.Exists(folder["b/a"]));
        Directory.Delete(folder["a"]);
        Directory.Delete(folder["b"], recursive: true);
    }

    // The first of the sites is there; what takes turns with it differs in its page, its picture and its number of files.
    private async Task<(Dictionary<string, string> One, Dictionary<string, string> Other, TimeSpan Life)> TwoSitesAsync()
    {
        TextNotebook("one.ipynb", "# One");
        TextNotebook("other.ipynb", "# Other\n\n" + string.Join("\n\n", Enumerable.Range(1, 500).Select(i => $"Paragraph {i}.")));
        await RunAsync(Export(1));
        var other = Site();
        var watch = Stopwatch.StartNew();
        await RunAsync(Export(0));
        return (Site(), other, watch.Elapsed);
    }

    private string[] Export(int turn) => ["export", folder[turn % 2 == 0 ? "one.ipynb" : "other.ipynb"], "--static", "--output", folder["site"]];

    private string TextNotebook(string name, string markdown)
    {
        File.WriteAllText(folder[name], $$"""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"markdown","id":"t","metadata":{},"source":{{System.Text.Json.JsonSerializer.Serialize(markdown)}}}]}""");
        return folder[name];
    }

    private static async Task RunAsync(params string[] arguments)
    {
        var outcome = await ArticleProcess.RunAsync(arguments);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
    }

    private static async Task KillAsync(string[] arguments, Func<Process, Task> moment)
    {
        using var process = Process.Start(ArticleProcess.Command(arguments))!;
        await moment(process);
        process.Kill();
        await process.WaitForExitAsync();
    }

    // A process has written a file; a few milliseconds decide how much of what comes next it gets done.
    private Task SoonAfterAsync(Process process, string path)
    {
        while (!File.Exists(path) && !process.HasExited)
        {
            Thread.Yield();
        }

        var pause = LongestPause * random.NextDouble();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < pause;)
        {
            Thread.SpinWait(10);
        }

        return Task.CompletedTask;
    }

    private Dictionary<string, string> Site() => folder.Snapshot("site");

    private IEnumerable<string?> Entries() => Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private void AssertOneOf(Dictionary<string, string> one, Dictionary<string, string> other)
    {
        var site = Site();
        Assert.Equal(site.ContainsKey(folder["site/one.html"]) ? one : other, site);
    }

    private async Task AssertTidyAsync(Dictionary<string, string> one)
    {
        await RunAsync(Export(0));
        Assert.Equal(one, Site());
        Assert.Equal(["one.ipynb", "other.ipynb", "site"], Entries());
    }
}
