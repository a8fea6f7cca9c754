using System.Text;
using System.Text.Json.Nodes;
using InteractiveArticle.Article.Checkout;
using InteractiveArticle.Article.Terminal;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// The program that runs a chapter's cells in the browser, as every build of the solution leaves it.
/// </summary>
internal sealed class LiveProgram
{
    private const string Start = "dotnet.js";

    // What the files need no compiler for; it is within the script that starts them.
    private const string BeforeItsParts = "/*json-start*/";
    private const string AfterItsParts = "/*json-end*/";
    private const string OfTheCompiler = "lazyAssembly";

    private readonly string folder;

    private LiveProgram(string folder) => this.folder = folder;

    /// <summary>Finds the program.</summary>
    /// <exception cref="CommandException">It has not been built.</exception>
    public static LiveProgram Find()
    {
        // From the command line's own folder, as notebooks may lie anywhere.
        string folder = Path.Combine(SolutionFolder.Above(AppContext.BaseDirectory) ?? AppContext.BaseDirectory, "artifacts", "live");
        return File.Exists(Path.Combine(folder, Start))
            ? new(folder)
            : throw new CommandException($"{folder}: the page's live part is missing; run 'dotnet build' in the folder of the solution, or export with --static");
    }

    /// <summary>Adds the program's files to a site.</summary>
    public void CopyTo(SiteFolder site)
    {
        foreach (string file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            site.AddCopy(PathOf(file), file);
        }
    }

    /// <summary>What it takes to run cells as they are, without what compiles others: the paths within a site, and the contents as <see cref="PackedFile.Gzip(ReadOnlySpan{byte})"/> packs them.</summary>
    public IEnumerable<SiteFile> PackedWithoutCompiler()
    {
        string script = Encoding.UTF8.GetString(Read(Start));
        string parts = script[(script.IndexOf(BeforeItsParts, StringComparison.Ordinal) + BeforeItsParts.Length)..script.IndexOf(AfterItsParts, StringComparison.Ordinal)];
        var names = JsonNode.Parse(parts)!["resources"]!.AsObject()
            .Where(kind => kind.Key != OfTheCompiler && kind.Value is JsonArray)
            .SelectMany(kind => kind.Value!.AsArray().Select(file => (string)file!["name"]!));
        return names.Prepend(Start).Select(name => new SiteFile(PathOf(name), PackedAlready(name)));
    }

    private static string PathOf(string file) => "live/" + Path.GetFileName(file);

    // The build packs what a host hands out; a file that hardly gets smaller it may leave as it is.
    private byte[] PackedAlready(string name) => File.Exists(Path.Combine(folder, name + ".gz")) ? Read(name + ".gz") : PackedFile.Gzip(Read(name));

    private byte[] Read(string name) => File.ReadAllBytes(Path.Combine(folder, name));
}
