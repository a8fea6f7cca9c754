using System.Text.Json.Nodes;

namespace InteractiveArticle.Notebook.Documents;

/// <summary>
/// In which language a cell is, as the front ends of .NET Interactive note it in the metadata of cells and notebooks.
/// </summary>
public static class CellLanguage
{
    private const string CSharp = "csharp";

    // Kernels of .NET Interactive are named for their language behind this; any other kernel runs no C#.
    private static readonly string[] DotNet = [CSharp, "c#", "fsharp", "f#", "pwsh", "powershell", "html", "javascript", "markdown", "mermaid", "sql", "kql", "http", "value", "polyglot-notebook", "dib"];

    /// <summary>Checks that a notebook is one that a C# kernel may run.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="NotebookException">It is in another language altogether.</exception>
    public static void Check(NotebookDocument document, string name)
    {
        ArgumentNullException.ThrowIfNull(document);
        string language = Text(document.Metadata, "language_info", "name") ?? Text(document.Metadata, "kernelspec", "language") ?? CSharp;
        if (!DotNet.Contains(language.ToLowerInvariant()))
        {
            throw new NotebookException($"{name}: a notebook in {language}; only notebooks in C# are run here.");
        }
    }

    /// <summary>The language of a cell where it is another than C#.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="document">Its notebook.</param>
    /// <returns>Its name, such as "fsharp"; null for C#.</returns>
    public static string? OtherThanCSharp(Cell cell, NotebookDocument document)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(document);
        return OtherThanCSharp(Named(cell.Metadata)
            ?? Text(document.Metadata, "polyglot_notebook", "kernelInfo", "defaultKernelName")
            ?? (Text(document.Metadata, "kernelspec", "name") is { } kernel && kernel.StartsWith(".net-", StringComparison.Ordinal) ? kernel[".net-".Length..] : null));
    }

    /// <summary>The language of a cell where it is another than C#, for whoever has the cell and not its notebook.</summary>
    /// <param name="metadata">The cell's metadata.</param>
    /// <returns>Its name, such as "fsharp"; null for C#, and where the metadata name none.</returns>
    public static string? OtherThanCSharp(JsonObject metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return OtherThanCSharp(Named(metadata));
    }

    private static string? OtherThanCSharp(string? language) => language?.ToLowerInvariant() is null or CSharp or "c#" ? null : language;

    private static string? Named(JsonObject metadata) => Text(metadata, "polyglot_notebook", "kernelName") ?? Text(metadata, "dotnet_interactive", "language");

    private static string? Text(JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (string member in path)
        {
            node = (node as JsonObject)?[member];
        }

        return node is JsonValue value && value.TryGetValue<string>(out string? text) ? text : null;
    }
}
