using InteractiveArticle.Jupyter.Tests.Clients;

namespace InteractiveArticle.Jupyter.Tests.FrontEnds;

/// <summary>The committed notebooks as HTML, converted all at once, as Jupyter takes longer to start than to convert one.</summary>
public sealed class ConvertedNotebooks : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Task> conversion;

    public ConvertedNotebooks(JupyterEnvironment jupyter) =>
        conversion = new(() => jupyter.RunAsync(["-m", "nbconvert", "--to", "html", "--output-dir", folder.Path, .. Repository.Notebooks]));

    /// <summary>The address of a notebook's page.</summary>
    public async Task<string> AddressOfAsync(string notebook)
    {
        await conversion.Value;
        return new Uri(folder[Path.ChangeExtension(notebook, ".html")]).ToString();
    }

    public void Dispose() => folder.Dispose();
}
