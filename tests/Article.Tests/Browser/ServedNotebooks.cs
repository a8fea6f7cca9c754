namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>Notebooks of a test's own, exported and served by the main job as if they were the article.</summary>
public abstract class ServedNotebooks : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private ArticleServer? server;

    public Uri Address => server!.Address;

    /// <summary>The address of one of its pages.</summary>
    public string this[string notebook] => new Uri(Address, Uri.EscapeDataString(notebook + ".html")).AbsoluteUri;

    public async ValueTask InitializeAsync()
    {
        Chromium.Require();
        File.WriteAllText(folder["InteractiveArticle.sln"], "");
        Directory.CreateDirectory(folder["notebooks"]);
        Write(folder);
        server = await ArticleServer.StartAsync(folder.Path, folder["site"]);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes the notebooks.</summary>
    /// <param name="folder">What the main job takes for the article's folder; they go into its folder "notebooks".</param>
    protected abstract void Write(TemporaryFolder folder);
}
