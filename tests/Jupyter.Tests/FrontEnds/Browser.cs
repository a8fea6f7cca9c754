using InteractiveArticle.Jupyter.Tests.Clients;
using Microsoft.Playwright;

namespace InteractiveArticle.Jupyter.Tests.FrontEnds;

/// <summary>A real browser, where the machine has one, that reaches this machine only.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>How long anything may take: only a page that never gets there should fail, however busy the machine is.</summary>
    public const int PatienceMilliseconds = 120_000;

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        string? path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        if (path is not null)
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = path,
                Timeout = PatienceMilliseconds,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>A page whose figures and charts get their script from the copy in the source; skips the test where there is no browser.</summary>
    public async Task<IPage> OpenAsync(bool hasScripts = true)
    {
        if (browser is null)
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") is null, "Chromium is missing, and CI must not skip the browser tests.");
            Assert.Skip("Chromium is not installed: install the package chromium to run the browser tests.");
        }

        var context = await browser!.NewContextAsync(new() { JavaScriptEnabled = hasScripts });
        context.SetDefaultTimeout(PatienceMilliseconds);
        string script = Repository.PathOf("src", "Article", "Site", "Assets", "plotly", "plotly-basic.min.js");
        await context.RouteAsync(url => new Uri(url) is { IsFile: false, IsLoopback: false }, route => route.Request.Url.Contains("/plotly-", StringComparison.Ordinal)
            ? route.FulfillAsync(new() { Path = script, ContentType = "text/javascript", Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" } })
            : route.AbortAsync());
        return await context.NewPageAsync();
    }
}
