using System.Diagnostics;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>The main job as a process: it runs the notebooks, writes the article and serves it until disposed.</summary>
internal sealed class ArticleServer : IAsyncDisposable
{
    private readonly Process process;

    private ArticleServer(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    /// <summary>Where it serves the article.</summary>
    public Uri Address { get; }

    /// <summary>Starts the process and waits until it serves.</summary>
    /// <param name="project">The folder that holds the solution and, in its folder "notebooks", the chapters.</param>
    /// <param name="site">Where it writes the article.</param>
    public static async Task<ArticleServer> StartAsync(string project, string site)
    {
        var start = ArticleProcess.Command("--output", site);
        start.WorkingDirectory = project;
        start.RedirectStandardError = false;
        var process = Process.Start(start)!;
        string? line = await process.StandardOutput.ReadLineAsync();
        Assert.StartsWith("The article is at http://127.0.0.1:", line, StringComparison.Ordinal);
        return new(process, new Uri(line!.Split(' ')[4]));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
