using System.Text.Json.Nodes;

namespace InteractiveArticle.Notebook.Documents;

/// <summary>
/// Something a code cell has put out.
/// </summary>
public abstract record Output;

/// <summary>Text written to the console.</summary>
/// <param name="Name">"stdout" or "stderr".</param>
/// <param name="Text">The text.</param>
public sealed record StreamOutput(string Name, string Text) : Output;

/// <summary>A value that the cell displayed.</summary>
/// <param name="Data">The value in its forms.</param>
/// <param name="Metadata">What the file says about the forms.</param>
public record DisplayOutput(MimeBundle Data, JsonObject Metadata) : Output
{
    /// <summary>The identity by which a later display replaces this one; null where nothing can. It is not saved.</summary>
    public string? DisplayId { get; init; }
}

/// <summary>The value of the cell's last expression.</summary>
/// <param name="Data">The value in its forms.</param>
/// <param name="Metadata">What the file says about the forms.</param>
/// <param name="ExecutionCount">The number of the execution, from 1; null where the file has none.</param>
public sealed record ResultOutput(MimeBundle Data, JsonObject Metadata, int? ExecutionCount) : DisplayOutput(Data, Metadata);

/// <summary>An error that ended the cell.</summary>
/// <param name="Name">The kind of error.</param>
/// <param name="Value">Its message.</param>
/// <param name="Traceback">Where it happened, line by line.</param>
public sealed record ErrorOutput(string Name, string Value, IReadOnlyList<string> Traceback) : Output;
