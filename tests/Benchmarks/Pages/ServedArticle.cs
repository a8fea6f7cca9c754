using System.Diagnostics;
using InteractiveArticle.Article.Tests.Browser;
using InteractiveArticle.Jupyter.Tests.Clients;
using Microsoft.Playwright;

namespace InteractiveArticle.Benchmarks.Pages;

/// <summary>The whole article, written and served on this machine until disposed, and a real browser to read it with.</summary>
internal sealed class ServedArticle : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private Process? server;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private string address = "";

    public IBrowser Browser => browser!;

    /// <summary>A chapter's address.</summary>
    public string this[string chapter] => $"{address}{chapter}.html";

    public async Task StartAsync()
    {
        var start = ArticleProcess.Command("--output", folder["site"]);
        start.RedirectStandardError = false;
        server = Process.Start(start)!;
        string line = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The article could not be served.");
        address = line.Split(' ')[4];
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (server is not null)
        {
            server.Kill();
            await server.WaitForExitAsync();
            server.Dispose();
        }

        folder.Dispose();
    }
}
