using System.Text.Json.Nodes;
using InteractiveArticle.Jupyter.Tests.Clients;

namespace InteractiveArticle.Jupyter.Tests.Installation;

public sealed class InstallTests : IDisposable
{
    private const string DotNetInteractive = """{"argv":["dotnet","interactive","jupyter","--default-kernel","csharp","{connection_file}"],"display_name":".NET (C#)","language":"C#"}""";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Install_PutsAWholeKernelThere_AndUninstallTakesItAway()
    {
        var installed = await Kernel("install", "--prefix", folder.Path);
        var spec = JsonNode.Parse(File.ReadAllText(Spec()))!;
        string program = (string)spec["argv"]![1]!;

        Assert.Equal((0, $"installed {Path.GetDirectoryName(Spec())}\n"), (installed.ExitCode, installed.Output));
        Assert.Equal(("C#", "message"), ((string)spec["language"]!, (string)spec["interrupt_mode"]!));
        Assert.True(File.Exists((string)spec["argv"]![0]!), "no dotnet there");
        Assert.StartsWith(Path.GetDirectoryName(Spec())!, program, StringComparison.Ordinal);
        Assert.Equal(["{connection_file}"], spec["argv"]!.AsArray().Skip(2).Select(word => (string)word!));
        foreach (string logo in new[] { "logo-32x32.png", "logo-64x64.png", "logo-svg.svg" })
        {
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(Spec())!, logo)), logo);
        }

        // The copy runs on its own.
        var start = new System.Diagnostics.ProcessStartInfo((string)spec["argv"]![0]!, [program, folder["none.json"]]);
        Assert.Contains("there is no such file", (await ArticleProcess.RunAsync(start)).Error, StringComparison.Ordinal);

        Assert.Equal(0, (await Kernel("uninstall", "--prefix", folder.Path)).ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(folder["share", "jupyter", "kernels"]));
    }

    [Fact]
    public async Task ASecondInstall_NeedsForce()
    {
        await Kernel("install", "--prefix", folder.Path);
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(Spec())!, "left.txt"), "from before");
        var refused = await Kernel("install", "--prefix", folder.Path);
        bool kept = File.Exists(Path.Combine(Path.GetDirectoryName(Spec())!, "left.txt"));
        var forced = await Kernel("install", "--prefix", folder.Path, "--force");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("is installed already; --force installs it again", OneLine(refused), StringComparison.Ordinal);
        Assert.True(kept);
        Assert.Equal(0, forced.ExitCode);
        Assert.False(File.Exists(Path.Combine(Path.GetDirectoryName(Spec())!, "left.txt")));
        Assert.Equal(["kernels"], Directory.GetFileSystemEntries(folder["share", "jupyter"]).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData(DotNetInteractive, ".NET Interactive's own kernel", "--name article-csharp", "--force")]
    [InlineData("""{"argv":["other"]}""", "another kernel has this name", "--name article-csharp", "--force")]
    [InlineData("not even JSON", "another kernel has this name", "--name article-csharp", "--force")]
    public async Task AnotherKernel_IsLeftAlone_AndTheReaderIsToldHowToChoose(string spec, params string[] words)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Spec())!);
        File.WriteAllText(Spec(), spec);
        var refused = await Kernel("install", "--prefix", folder.Path);
        var removal = await Kernel("uninstall", "--prefix", folder.Path);

        Assert.Equal((1, 1), (refused.ExitCode, removal.ExitCode));
        Assert.All(words, word => Assert.Contains(word, OneLine(refused), StringComparison.Ordinal));
        Assert.Contains("left alone", OneLine(removal), StringComparison.Ordinal);
        Assert.Equal(spec, File.ReadAllText(Spec()));

        Assert.Equal(0, (await Kernel("install", "--prefix", folder.Path, "--name", "article-csharp")).ExitCode);
        Assert.Equal(".NET (C#, article-csharp)", (string)JsonNode.Parse(File.ReadAllText(Spec("article-csharp")))!["display_name"]!);
        Assert.Equal(spec, File.ReadAllText(Spec()));
        Assert.Equal(0, (await Kernel("install", "--prefix", folder.Path, "--force")).ExitCode);
        Assert.NotEqual(spec, File.ReadAllText(Spec()));
    }

    [Fact]
    public async Task ForTheUser_AKernelElsewhereOnTheSearchPathCountsToo()
    {
        string shared = folder["shared", "kernels", ".net-csharp", "kernel.json"];
        Directory.CreateDirectory(Path.GetDirectoryName(shared)!);
        File.WriteAllText(shared, DotNetInteractive);
        var start = ArticleProcess.Command("kernel", "install", "--user");
        start.Environment["JUPYTER_DATA_DIR"] = folder["data"];
        start.Environment["JUPYTER_PATH"] = folder["shared"];
        var refused = await ArticleProcess.RunAsync(start);
        start.Environment["JUPYTER_PATH"] = "";
        var installed = await ArticleProcess.RunAsync(start);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(Path.GetDirectoryName(shared)!, OneLine(refused), StringComparison.Ordinal);
        Assert.Equal(0, installed.ExitCode);
        Assert.True(File.Exists(folder["data", "kernels", ".net-csharp", "kernel.json"]));
    }

    [Theory]
    [InlineData("not a kernel's name", "install", "--name", "a/b")]
    [InlineData("not a kernel's name", "uninstall", "--name", "..")]
    [InlineData("not a kernel's name", "install", "--name", "")]
    [InlineData("no kernel is installed there", "uninstall")]
    public async Task BadInput_GetsOneLine(string words, params string[] arguments)
    {
        var outcome = await Kernel([.. arguments, "--prefix", folder.Path]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(words, OneLine(outcome), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoPlaces_AndOneThatCannotBeWritten_GetOneLine()
    {
        File.WriteAllText(folder["file"], "");

        Assert.Contains("give one of them", OneLine(await Kernel("install", "--user", "--prefix", folder.Path)), StringComparison.Ordinal);
        Assert.Contains("cannot be written there", OneLine(await Kernel("install", "--prefix", folder["file"])), StringComparison.Ordinal);
    }

    private static Task<Outcome> Kernel(params IEnumerable<string> arguments) => ArticleProcess.RunAsync(["kernel", .. arguments]);

    private static string OneLine(Outcome outcome)
    {
        Assert.Empty(outcome.Output);
        return Assert.Single(outcome.Error.TrimEnd().Split('\n'));
    }

    private string Spec(string name = ".net-csharp") => folder["share", "jupyter", "kernels", name, "kernel.json"];
}
