using InteractiveArticle.Article.Tests.Browser;
using InteractiveArticle.Jupyter.Tests.Clients;
using Microsoft.Playwright;

namespace InteractiveArticle.Jupyter.Tests.FrontEnds;

/// <summary>A real browser, where the machine has one, that reaches this machine only.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Chromium.PatienceMilliseconds);
        if (Chromium.Path is not null)
        {
            playwright = await Playwright.CreateAsync();
            browser = await Chromium.LaunchAsync(playwright);
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

    /// <summary>A page whose figures and charts get their script from the copy in the source; skips the test where there is no browser. Who has opened it closes it: its films go on where nobody looks.</summary>
    public async Task<Visit> OpenAsync(bool hasScripts = true)
    {
        Chromium.Require();
        var context = await browser!.NewContextAsync(new() { JavaScriptEnabled = hasScripts });
        context.SetDefaultTimeout(Chromium.PatienceMilliseconds);
        string script = Repository.PathOf("src", "Article", "Site", "Assets", "plotly", "plotly-basic.min.js");
        await context.RouteAsync(url => new Uri(url) is { IsFile: false, IsLoopback: false }, route => route.Request.Url.Contains("/plotly-", StringComparison.Ordinal)
            ? route.FulfillAsync(new() { Path = script, ContentType = "text/javascript", Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" } })
            : route.AbortAsync());
        return new(await context.NewPageAsync());
    }
}

/// <summary>A page of a browser that has seen nothing before; the browser forgets it when it is disposed of.</summary>
public sealed record Visit(IPage Page) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
