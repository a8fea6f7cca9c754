using System.Diagnostics;
using System.Text.Json.Nodes;
using InteractiveArticle.Jupyter.Tests.Clients;

namespace InteractiveArticle.Benchmarks.Kernels;

/// <summary>The kernel as front ends start it, a process of its own that is idle and ready, and a front end for it.</summary>
internal sealed class RunningKernel : IDisposable
{
    private readonly ConnectionSettings settings = new();
    private readonly Process process;

    public RunningKernel()
    {
        process = Process.Start(ArticleProcess.Command("kernel", "run", settings.Path))!;
        Client = new KernelClient(settings);
    }

    public KernelClient Client { get; }

    public int ProcessId => process.Id;

    public void Dispose()
    {
        Client.Ask("shutdown_request", new JsonObject { ["restart"] = false }, onControl: true);
        Client.Dispose();
        process.WaitForExit();
        process.Dispose();
        settings.Dispose();
    }
}
