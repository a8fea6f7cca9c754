using System.Text.Json.Nodes;
using InteractiveArticle.Files;
using InteractiveArticle.Notebook.Documents;
using Microsoft.DotNet.Interactive.Documents;

namespace InteractiveArticle.Kernel.Running;

/// <summary>
/// Notebooks as files of either kind that .NET Interactive has: Jupyter's <c>.ipynb</c>, and <c>.dib</c>, plain text in which
/// magic commands separate the cells.
/// </summary>
public static class NotebookFile
{
    private const int MaxBytes = 16 << 20;
    private const string Markdown = "markdown";

    private static readonly KernelInfoCollection Languages =
    [
        new("csharp", languageName: "C#", aliases: ["c#", "C#"]),
        new("fsharp", languageName: "F#", aliases: ["f#", "F#"]),
        new("pwsh", languageName: "PowerShell", aliases: ["powershell"]),
        new("html"), new("javascript", aliases: ["js"]), new(Markdown), new("mermaid"), new("sql"), new("kql"), new("http"), new("value"),
    ];

    /// <summary>Whether a path names a file of text with magic commands.</summary>
    /// <param name="path">The path.</param>
    public static bool IsDib(string path) => Path.GetExtension(path).Equals(".dib", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a notebook.</summary>
    /// <param name="path">Its path; the ending tells its kind.</param>
    /// <returns>The notebook.</returns>
    /// <exception cref="NotebookException">There is no such file, or it cannot be read, or it is no notebook.</exception>
    public static NotebookDocument Load(string path)
    {
        if (!IsDib(path))
        {
            return NotebookDocument.Load(path);
        }

        try
        {
            string text = BoundedText.Read(path, MaxBytes) ?? throw new NotebookException($"{path}: larger than {MaxBytes >> 20} MB, which is the most that is read.");
            return string.IsNullOrWhiteSpace(text)
                ? throw new NotebookException($"{path}: is empty; a .dib file is cells that begin with lines like #!csharp.")
                : Of(CodeSubmission.Parse(text, Languages));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotebookException($"{path}: no such file; give the path of a notebook (.ipynb or .dib).", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{path}: cannot be read ({e.Message.TrimEnd('.')}); check the file's permissions.", e);
        }
        catch (Exception e) when (e is not NotebookException)
        {
            throw new NotebookException($"{path}: not a notebook ({e.Message.TrimEnd('.')}); a .dib file is cells that begin with lines like #!csharp.", e);
        }
    }

    private static NotebookDocument Of(InteractiveDocument document) => new()
    {
        // What Jupyter's programs look for in a notebook that was written from it.
        Metadata = new JsonObject
        {
            ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
            ["language_info"] = new JsonObject { ["file_extension"] = ".cs", ["mimetype"] = "text/x-csharp", ["name"] = "csharp", ["pygments_lexer"] = "csharp" },
        },
        Cells =
        [
            .. document.Elements.Select((element, index) => new Cell
            {
                Id = $"cell-{index + 1}",
                Kind = element.KernelName == Markdown ? CellKind.Markdown : CellKind.Code,
                Source = element.Contents.ReplaceLineEndings("\n"),
                Metadata = element.KernelName is null or Markdown ? [] : new JsonObject { ["polyglot_notebook"] = new JsonObject { ["kernelName"] = element.KernelName } },
            }),
        ],
    };
}
