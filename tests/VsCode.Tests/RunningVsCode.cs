using InteractiveArticle.Article.Tests.Browser;
using Microsoft.Playwright;

namespace InteractiveArticle.VsCode.Tests;

/// <summary>One server and one browser for all tests, where the machine has both.</summary>
public sealed class RunningVsCode : IAsyncLifetime
{
    private CodeServer? server;
    private IPlaywright? playwright;
    private IBrowser? browser;

    internal CodeServer Server => server!;

    internal IBrowser Browser => browser!;

    public async ValueTask InitializeAsync()
    {
        if (CodeServer.Installation.IsInstalled && Chromium.Path is not null)
        {
            Assertions.SetDefaultExpectTimeout(Chromium.PatienceMilliseconds);
            server = await CodeServer.StartAsync();
            playwright = await Playwright.CreateAsync();
            browser = await Chromium.LaunchAsync(playwright);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        playwright?.Dispose();
        await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
