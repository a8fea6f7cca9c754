using System.Text.Json.Nodes;

namespace InteractiveArticle.Notebook.Documents;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    /// <summary>Prose in Markdown.</summary>
    Markdown,

    /// <summary>C#.</summary>
    Code,

    /// <summary>Text that is neither.</summary>
    Raw,
}

/// <summary>
/// One cell of a notebook.
/// </summary>
/// <param name="Id">Its identity within the notebook.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Source">Its text, lines separated by a line feed.</param>
/// <param name="Metadata">What else the file says about it.</param>
public sealed record Cell(string Id, CellKind Kind, string Source, JsonObject Metadata)
{
    /// <summary>What the cell has put out; empty for other than code cells.</summary>
    public IReadOnlyList<Output> Outputs { get; init; } = [];

    /// <summary>The number of its last execution, from 1; null before the first.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<string> Tags =>
        Metadata["tags"] is JsonArray tags ? [.. tags.Select(tag => tag?.ToString() ?? "")] : [];

    /// <summary>Whether it carries a tag.</summary>
    /// <param name="tag">Such as "parameters".</param>
    public bool HasTag(string tag) => Tags.Contains(tag);
}
