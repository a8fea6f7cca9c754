using System.Diagnostics;
using System.Text.Json.Nodes;
using InteractiveArticle.Jupyter.Tests.Clients;

namespace InteractiveArticle.Jupyter.Tests.Containers;

public sealed class InstallScriptTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task InACleanFolder_ItLeavesAKernelThatRunsTheFirstCell()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") is null, "It builds everything once more in a new folder: set the variable CI to run it.");
        await Succeed("git", "clone", "--quiet", Repository.Root, folder["article"]);
        await Succeed(folder["article", "binder", "install"], "--prefix", folder["prefix"]);
        var argv = JsonNode.Parse(File.ReadAllText(folder["prefix", "share", "jupyter", "kernels", ".net-csharp", "kernel.json"]))!["argv"]!.AsArray().Select(word => (string)word!).ToArray();

        using var settings = new ConnectionSettings();
        var start = new ProcessStartInfo(argv[0], [.. argv[1..^1], settings.Path]) { WorkingDirectory = folder["article", "notebooks"] };
        using var kernel = Process.Start(start)!;
        using var client = new KernelClient(settings);
        var run = client.Execute("#r \"../artifacts/notebook/InteractiveArticle.dll\"\nusing InteractiveArticle.Simulation.Outage;\nnew OutageOptions().Removed");
        client.Ask("shutdown_request", [], onControl: true);
        await kernel.WaitForExitAsync();

        Assert.Equal("ok", run.Status);
        Assert.Equal("0.45", (string)Assert.Single(run.Shown).Content["data"]!["text/plain"]!);
    }

    /// <summary>In place of <c>dotnet</c> stands what only says what it was asked, as that kernel's package is retired.</summary>
    [Fact]
    public async Task TheOtherKernel_IsInstalledByItsOwnTool_OfTheVersionThatTheReadmeNames()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script is for the containers, which run Linux.");
        File.CreateSymbolicLink(folder["dotnet"], "/bin/echo");
        var start = new ProcessStartInfo(Repository.PathOf("binder", "install"));
        start.Environment["ARTICLE_KERNEL"] = "dotnet-interactive";
        start.Environment["PATH"] = $"{folder.Path}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        var outcome = await ArticleProcess.RunAsync(start);

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.Equal(
            ["tool install --global Microsoft.dotnet-interactive --version 1.0.712001", "interactive jupyter install"],
            outcome.Output.TrimEnd().Split('\n')[1..]);
        Assert.Contains("`Microsoft.dotnet-interactive` 1.0.712001", File.ReadAllText(Repository.PathOf("README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownKernel_GetsOneLine()
    {
        var start = new ProcessStartInfo(Repository.PathOf("binder", "install"));
        start.Environment["ARTICLE_KERNEL"] = "python";
        var outcome = await ArticleProcess.RunAsync(start);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("ARTICLE_KERNEL=python: no such kernel; allowed are article and dotnet-interactive\n", outcome.Error);
    }

    private static async Task Succeed(string command, params IEnumerable<string> arguments)
    {
        var outcome = await ArticleProcess.RunAsync(new ProcessStartInfo(command, arguments));
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
    }
}
