using System.Diagnostics;
using InteractiveArticle.Article.Tests.CommandLine;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(InteractiveArticle.Article.Tests.Browser.ServedArticle))]

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>
/// The main job as a process, and a real browser to read it with: it runs the notebooks, writes the article and serves it
/// until disposed.
/// </summary>
public sealed class ServedArticle : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;
    private Process? process;
    private TemporaryFolder? folder;

    /// <summary>The article's address.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The browser.</summary>
    public IBrowser Browser => browser!;

    /// <summary>A chapter's address.</summary>
    public string this[string page] => new Uri(Address, page).ToString();

    /// <summary>A page of the article as it is opened from the disk.</summary>
    public string FromDisk(string page) => new Uri(Path.Combine(folder!["site"], page)).ToString();

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null)
        {
            return; // the tests say themselves that they need one
        }

        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
        folder = new TemporaryFolder();
        var start = ArticleProcess.Command("--output", folder["site"]);
        start.RedirectStandardError = false;
        process = Process.Start(start)!;
        string? line = await process.StandardOutput.ReadLineAsync();
        Assert.StartsWith("The article is at http://127.0.0.1:", line, StringComparison.Ordinal);
        Address = new Uri(line!.Split(' ')[4]);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        folder?.Dispose();
    }
}
