using System.Diagnostics;
using InteractiveArticle.Jupyter.Tests.Clients;

namespace InteractiveArticle.Jupyter.Tests.FrontEnds;

/// <summary>Jupyter's notebook server on this machine, over a copy of the notebooks.</summary>
internal sealed class NotebookServer : IAsyncDisposable
{
    private const string Token = "token-of-the-test";

    private readonly Process process;
    private readonly NotebookCopies copies;
    private readonly int port;

    private NotebookServer(Process process, NotebookCopies copies, int port)
    {
        this.process = process;
        this.copies = copies;
        this.port = port;
    }

    public static async Task<NotebookServer> StartAsync(JupyterEnvironment jupyter)
    {
        var copies = new NotebookCopies();
        int port = FreePort.Next();
        var start = jupyter.Command(
            "-m", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--NotebookApp.port_retries=0",
            $"--NotebookApp.token={Token}", $"--notebook-dir={copies.Root}");
        start.RedirectStandardError = true;
        var process = Process.Start(start)!;
        string? line;
        do
        {
            line = await process.StandardError.ReadLineAsync();
            Assert.True(line is not null, "the notebook server has not started");
        }
        while (!line.Contains($"127.0.0.1:{port}", StringComparison.Ordinal));

        // Whoever does not read along stops the server when the pipe is full.
        _ = process.StandardError.ReadToEndAsync();
        return new(process, copies, port);
    }

    public string AddressOf(string notebook) => $"http://127.0.0.1:{port}/notebooks/notebooks/{notebook}?token={Token}";

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        copies.Dispose();
    }
}
