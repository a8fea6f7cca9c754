using System.Text;

namespace InteractiveArticle.Support;

/// <summary>A folder of a test's own, gone after it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("article-tests-").FullName;

    public string this[params string[] parts] => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Writes a notebook. A cell with a range is that of the levers; one that begins as papermill's does has its tag.</summary>
    /// <param name="name">Its path in this folder.</param>
    /// <param name="codeCells">Its code, below a title.</param>
    /// <returns>Its whole path.</returns>
    public string Notebook(string name, params string[] codeCells)
    {
        var cells = codeCells.Select((code, i) => $$"""{"cell_type":"code","id":"c{{i}}","metadata":{"tags":[{{(code.Contains(" step ", StringComparison.Ordinal) ? "\"parameters\"" : code.StartsWith("// Parameters\n", StringComparison.Ordinal) ? "\"injected-parameters\"" : "")}}]},"outputs":[],"execution_count":null,"source":{{System.Text.Json.JsonSerializer.Serialize(code)}}}""");
        File.WriteAllText(this[name], $$"""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"markdown","id":"t","metadata":{},"source":"# A title\n\nA standfirst."},{{string.Join(',', cells)}}]}""");
        return this[name];
    }

    /// <summary>Every file with its content, a character a byte.</summary>
    public Dictionary<string, string> Snapshot(string folder) =>
        Directory.GetFiles(this[folder], "*", SearchOption.AllDirectories).ToDictionary(file => file, file => File.ReadAllText(file, Encoding.Latin1));

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (UnauthorizedAccessException) when (OperatingSystem.IsWindows())
        {
            // Windows keeps loaded libraries until the process ends.
        }
    }
}
