using InteractiveArticle.Jupyter.Tests.Clients;

namespace InteractiveArticle.Jupyter.Tests.FrontEnds;

/// <summary>The committed notebooks as HTML, converted all at once, as Jupyter takes longer to start than to convert one.</summary>
public sealed class ConvertedNotebooks(JupyterEnvironment jupyter) : IDisposable
{
    private const string Sanitised = "--HTMLExporter.sanitize_html=True";

    private readonly Conversion whole = new(jupyter);
    private readonly Conversion sanitised = new(jupyter, Sanitised);
    private readonly Conversion pictures = new(jupyter, Sanitised, "--NbConvertBase.display_data_priority=['image/png', 'text/markdown', 'text/plain']");

    /// <summary>The address of a notebook's page.</summary>
    public Task<string> AddressOfAsync(string notebook) => whole.AddressOfAsync(notebook);

    /// <summary>The address of a notebook's page as sites make it that show anybody's notebooks, with nothing in it that could do harm.</summary>
    /// <param name="notebook">The notebook's file name.</param>
    /// <param name="prefersPictures">Whether it shows of each output the picture beside the words, where there is one.</param>
    public Task<string> SanitisedAddressOfAsync(string notebook, bool prefersPictures) => (prefersPictures ? pictures : sanitised).AddressOfAsync(notebook);

    public void Dispose()
    {
        whole.Dispose();
        sanitised.Dispose();
        pictures.Dispose();
    }

    private sealed class Conversion : IDisposable
    {
        private readonly TemporaryFolder folder = new();
        private readonly Lazy<Task> done;

        public Conversion(JupyterEnvironment jupyter, params string[] options) =>
            done = new(() => jupyter.RunAsync(["-m", "nbconvert", "--to", "html", .. options, "--output-dir", folder.Path, .. Repository.Notebooks]));

        public async Task<string> AddressOfAsync(string notebook)
        {
            await done.Value;
            return new Uri(folder[Path.ChangeExtension(notebook, ".html")]).ToString();
        }

        public void Dispose() => folder.Dispose();
    }
}
