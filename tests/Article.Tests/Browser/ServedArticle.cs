using System.Diagnostics;
using InteractiveArticle.Article.Tests.CommandLine;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>The main job as a process: it runs the notebooks, writes the article and serves it until disposed.</summary>
internal sealed class ServedArticle : IAsyncDisposable
{
    private readonly Process process;
    private readonly TemporaryFolder folder;

    private ServedArticle(Process process, TemporaryFolder folder, Uri address)
    {
        this.process = process;
        this.folder = folder;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<ServedArticle> StartAsync()
    {
        var folder = new TemporaryFolder();
        var start = ArticleProcess.Command("--output", folder["site"]);
        start.RedirectStandardError = false;
        var process = Process.Start(start)!;
        string? line = await process.StandardOutput.ReadLineAsync();
        Assert.StartsWith("The article is at http://127.0.0.1:", line, StringComparison.Ordinal);
        return new(process, folder, new Uri(line!.Split(' ')[4]));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Dispose();
    }
}
