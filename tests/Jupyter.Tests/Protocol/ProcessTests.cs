using System.Diagnostics;
using System.Text.Json.Nodes;
using InteractiveArticle.Jupyter.Tests.Clients;

namespace InteractiveArticle.Jupyter.Tests.Protocol;

/// <summary>The kernel as front ends start it: a process of its own.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly ConnectionSettings settings = new();

    public void Dispose() => settings.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("new System.Threading.Thread(() => { while (true) { } }).Start();")]
    public async Task Shutdown_EndsTheProcess_WhateverItsCellsHaveStarted(string code)
    {
        using var kernel = Process.Start(ArticleProcess.Command("kernel", "run", settings.Path))!;
        using (var client = new KernelClient(settings))
        {
            client.Execute(code);
            Assert.Equal("ok", client.Ask("shutdown_request", new JsonObject { ["restart"] = false }, onControl: true).Status);
        }

        await EndedAsync(kernel);
        Assert.Equal(0, kernel.ExitCode);
    }

    [Fact]
    public async Task ConsoleInput_IsRefusedInOneLine()
    {
        using var kernel = Process.Start(ArticleProcess.Command("kernel", "run", settings.Path))!;
        using var client = new KernelClient(settings);

        foreach (string code in new[] { "Console.ReadLine()", "Console.Read()", "Console.In.ReadToEnd()" })
        {
            var run = client.Execute(code);
            Assert.Equal("error", run.Status);
            Assert.StartsWith("A cell cannot ask for input here", (string)run.Reply["evalue"]!, StringComparison.Ordinal);
        }

        client.Ask("shutdown_request", [], onControl: true);
        await EndedAsync(kernel);
    }

    [Fact]
    public async Task WhenItsFrontEndDies_TheKernelEndsToo()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There a front end ends its kernels with itself.");
        var article = ArticleProcess.Command("kernel", "run", settings.Path);

        // A shell that starts the kernel, tells its number, and stays.
        var shell = new ProcessStartInfo("sh", ["-c", "JPY_PARENT_PID=$$ \"$@\" & echo $!; read stay", "sh", article.FileName, .. article.ArgumentList])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var frontEnd = Process.Start(shell)!;
        int id = int.Parse((await frontEnd.StandardOutput.ReadLineAsync())!, System.Globalization.CultureInfo.InvariantCulture);
        using var kernel = Process.GetProcessById(id);
        using (var client = new KernelClient(settings))
        {
            client.Send("execute_request", new JsonObject { ["code"] = "while (true) { }" });
            frontEnd.Kill();
        }

        await EndedAsync(kernel);
        Assert.True(kernel.HasExited);
    }

    [Fact]
    public async Task AThousandQuickCells_LeaveNextToNothingBehind()
    {
        using var kernel = Process.Start(ArticleProcess.Command("kernel", "run", settings.Path))!;
        using var client = new KernelClient(settings);
        Run(client, 200);
        long before = Number(client, "GC.GetTotalMemory(forceFullCollection: true)");
        Run(client, 1000);
        long after = Number(client, "GC.GetTotalMemory(forceFullCollection: true)");

        // What is kept of a cell that declares something is six times as much.
        Assert.InRange(after - before, long.MinValue, 1000 * 8192);
        client.Ask("shutdown_request", [], onControl: true);
        await EndedAsync(kernel);
    }

    [Fact]
    public async Task ABadConnectionFile_GetsOneLine()
    {
        var outcome = await ArticleProcess.RunAsync("kernel", "run", "nowhere.json");

        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("article: nowhere.json: not a connection file for this kernel: there is no such file.", outcome.Error, StringComparison.Ordinal);
        Assert.Single(outcome.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task FormsThatThereAreNot_GetOneLine()
    {
        var outcome = await ArticleProcess.RunAsync(start => start.Environment["ARTICLE_FORMS"] = "few", "kernel", "run", settings.Path);

        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal("article: ARTICLE_FORMS=few: allowed are all (as if it were not set) and stored, the forms that notebook files hold; set it to one of them.", outcome.Error.TrimEnd());
    }

    // A kernel that never ends should fail a test rather than hold up all the others.
    private static async Task EndedAsync(Process kernel)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await kernel.WaitForExitAsync(patience.Token);
    }

    private static void Run(KernelClient client, int cells)
    {
        for (int i = 0; i < cells; i++)
        {
            Assert.Equal("ok", client.Execute($"{i} + 1").Status);
        }
    }

    private static long Number(KernelClient client, string code) =>
        long.Parse((string)Assert.Single(client.Execute(code).Shown).Content["data"]!["text/plain"]!, System.Globalization.CultureInfo.InvariantCulture);
}
