using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(InteractiveArticle.Article.Tests.Browser.ServedArticle))]

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>
/// The article as its main job serves it, and a real browser to read it with.
/// </summary>
public sealed class ServedArticle : IAsyncLifetime
{
    /// <summary>The tests that put files into the site, and those that compare it, one after the other.</summary>
    public const string Files = "files of the served article";

    private IPlaywright? playwright;
    private IBrowser? browser;
    private ArticleServer? server;
    private TemporaryFolder? folder;

    /// <summary>The article's address.</summary>
    public Uri Address => server!.Address;

    /// <summary>The folder that holds the site's folder and nothing else.</summary>
    internal TemporaryFolder Folder => folder!;

    /// <summary>The browser; tests say themselves that they need one.</summary>
    public IBrowser Browser => browser!;

    /// <summary>A chapter's address.</summary>
    public string this[string page] => new Uri(Address, page).ToString();

    /// <summary>A page of the article as it is opened from the disk.</summary>
    public string FromDisk(string page) => new Uri(Path.Combine(folder!["site"], page)).ToString();

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is not null)
        {
            playwright = await Playwright.CreateAsync();
            browser = await Chromium.LaunchAsync(playwright);
        }

        folder = new TemporaryFolder();
        server = await ArticleServer.StartAsync(Repository.Root, folder["site"]);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        folder?.Dispose();
    }
}
