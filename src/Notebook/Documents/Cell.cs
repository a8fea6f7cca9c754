using System.Text.Json.Nodes;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Notebook.Documents;

/// <summary>One cell of a notebook. Immutable; change it with <c>with</c>.</summary>
public sealed record Cell
{
    /// <summary>The cell's identity, unique in its notebook.</summary>
    public required string Id { get; init; }

    /// <summary>What the cell holds.</summary>
    public required CellKind Kind { get; init; }

    /// <summary>The text of the cell, lines ended by <c>\n</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The cell's metadata, kept as read; treat it as read-only.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>Files embedded in a Markdown or raw cell, kept as read; <see langword="null"/> when there are none.</summary>
    public JsonObject? Attachments { get; init; }

    /// <summary>What the cell showed when it last ran; empty for every kind but <see cref="CellKind.Code"/>.</summary>
    public IReadOnlyList<Output> Outputs { get; init; } = [];

    /// <summary>The count at which the kernel last ran the cell; <see langword="null"/> if it never did.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>The cell's tags, in the order of the file.</summary>
    public IReadOnlyList<string> Tags =>
        Metadata["tags"] is JsonArray tags
            ? [.. tags.OfType<JsonValue>().Select(tag => tag.TryGetValue<string>(out var text) ? text : null).OfType<string>()]
            : [];

    /// <summary>Whether the cell carries a tag.</summary>
    /// <param name="tag">The tag; case matters.</param>
    /// <returns><see langword="true"/> if it does.</returns>
    public bool HasTag(string tag) => Tags.Contains(tag, StringComparer.Ordinal);
}
