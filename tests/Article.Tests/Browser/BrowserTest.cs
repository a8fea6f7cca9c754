using Microsoft.Playwright;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>A reading of the article in the browser. What a test has opened is closed when it ends, as open pages keep the machine busy.</summary>
public abstract class BrowserTest : IAsyncDisposable
{
    // As if the reader had asked to be shown every result at an earlier visit.
    private const string HasSeenEverything = """
        (() => {
          const { getItem } = Storage.prototype;
          Storage.prototype.getItem = function (key) { return key.startsWith("guess:") ? "null" : getItem.call(this, key); };
        })();
        """;

    private readonly List<IBrowserContext> opened = [];

    protected BrowserTest(ServedArticle article)
    {
        Chromium.Require();
        Article = article;
        Assertions.SetDefaultExpectTimeout(Chromium.PatienceMilliseconds);
    }

    protected ServedArticle Article { get; }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in opened)
        {
            await context.CloseAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>An empty page of a browser that has seen nothing yet.</summary>
    /// <param name="options">What is special about the browser.</param>
    /// <param name="guesses">Whether its reader is asked to guess; others have seen what there is to guess.</param>
    protected async Task<IPage> NewPageAsync(BrowserNewContextOptions? options = null, bool guesses = false)
    {
        var context = await Article.Browser.NewContextAsync(options);
        context.SetDefaultTimeout(Chromium.PatienceMilliseconds);
        opened.Add(context);
        if (!guesses)
        {
            await context.AddInitScriptAsync(HasSeenEverything);
        }

        return await context.NewPageAsync();
    }

    /// <summary>A page of the article.</summary>
    protected async Task<IPage> OpenAsync(string name, BrowserNewContextOptions? options = null)
    {
        var page = await NewPageAsync(options);
        await page.GotoAsync(Article[name]);
        return page;
    }

    /// <summary>A chapter with its levers, once they can be moved.</summary>
    /// <param name="name">The page, with settings behind a number sign if there are to be any.</param>
    /// <param name="options">What is special about the browser.</param>
    /// <param name="before">A script to run before any of the page's own.</param>
    private protected async Task<LivePage> OpenLiveAsync(string name, BrowserNewContextOptions? options = null, string? before = null)
    {
        var live = new LivePage(await NewPageAsync(new(options ?? new()) { ReducedMotion = ReducedMotion.Reduce }));
        if (before is not null)
        {
            await live.Page.AddInitScriptAsync(before);
        }

        await live.Page.GotoAsync(Article[name]);
        await live.Page.WaitForSelectorAsync("section.levers[data-state]");
        return live;
    }
}
