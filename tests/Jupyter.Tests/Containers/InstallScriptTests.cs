using System.Diagnostics;
using System.Text.Json.Nodes;
using InteractiveArticle.Jupyter.Tests.Clients;
using InteractiveArticle.Jupyter.Tests.FrontEnds;

namespace InteractiveArticle.Jupyter.Tests.Containers;

public sealed class InstallScriptTests(JupyterEnvironment jupyter, CleanClone clone) : IClassFixture<CleanClone>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task InACleanFolder_ItLeavesAKernelThatRunsTheFirstCell()
    {
        RequireCi();
        string article = await clone.FolderAsync();
        await Succeed(Path.Combine(article, "binder", "install"), "--prefix", folder["prefix"]);
        var argv = JsonNode.Parse(File.ReadAllText(folder["prefix", "share", "jupyter", "kernels", ".net-csharp", "kernel.json"]))!["argv"]!.AsArray().Select(word => (string)word!).ToArray();

        using var settings = new ConnectionSettings();
        var start = new ProcessStartInfo(argv[0], [.. argv[1..^1], settings.Path]) { WorkingDirectory = Path.Combine(article, "notebooks") };
        using var kernel = Process.Start(start)!;
        using var client = new KernelClient(settings);
        var run = client.Execute("#r \"../artifacts/notebook/InteractiveArticle.dll\"\nusing InteractiveArticle.Simulation.Outage;\nnew OutageOptions().Removed");
        client.Ask("shutdown_request", [], onControl: true);
        await kernel.WaitForExitAsync();

        Assert.Equal("ok", run.Status);
        Assert.Equal("0.45", (string)Assert.Single(run.Shown).Content["data"]!["text/plain"]!);
    }

    [Fact]
    public async Task TheOtherKernel_IsInstalledByItsOwnTool_AndRunsAChapter()
    {
        RequireCi();
        string article = await clone.FolderAsync();
        await Succeed(AtHome(new(Path.Combine(article, "binder", "install")) { Environment = { ["ARTICLE_KERNEL"] = "dotnet-interactive" } }));
        var command = AtHome(jupyter.Command(JupyterEnvironment.Script("run_notebook.py"), Path.Combine(article, "notebooks", Repository.Chapters[0]), folder["executed.ipynb"]));
        command.Environment["JUPYTER_PATH"] = folder["home", ".local", "share", "jupyter"];
        await Succeed(command);

        Assert.Contains("dotnet-interactive", File.ReadAllText(folder["home", ".local", "share", "jupyter", "kernels", ".net-csharp", "kernel.json"]), StringComparison.Ordinal);
        Assert.Contains("<figure", File.ReadAllText(folder["executed.ipynb"]), StringComparison.Ordinal);
    }

    [Fact]
    public void TheDocumentation_NamesTheVersionOfTheOtherKernelThatIsPinned() =>
        Assert.Contains($"`Microsoft.dotnet-interactive` {OfficialTool.Version}", File.ReadAllText(Repository.PathOf("doc", "kernel.md")), StringComparison.Ordinal);

    [Fact]
    public async Task AnUnknownKernel_GetsOneLine()
    {
        var start = new ProcessStartInfo(Repository.PathOf("binder", "install"));
        start.Environment["ARTICLE_KERNEL"] = "python";
        var outcome = await ArticleProcess.RunAsync(start);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("ARTICLE_KERNEL=python: no such kernel; allowed are article and dotnet-interactive\n", outcome.Error);
    }

    private static void RequireCi() =>
        Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") is null, "It builds the programs once more in a new folder: set the variable CI to run it.");

    private ProcessStartInfo AtHome(ProcessStartInfo command)
    {
        command.Environment["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1";
        return ArticleProcess.AtHome(command, folder["home"]);
    }

    private static Task Succeed(string command, params IEnumerable<string> arguments) => Succeed(new ProcessStartInfo(command, arguments));

    private static async Task Succeed(ProcessStartInfo command)
    {
        var outcome = await ArticleProcess.RunAsync(command);
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
    }
}
