using System.Text.Json.Nodes;

namespace InteractiveArticle.Notebook.Outputs;

/// <summary>One thing that a code cell showed.</summary>
public abstract record Output
{
    private protected Output()
    {
    }

    /// <summary>The forms of the value that it shows; <see langword="null"/> for console text and errors.</summary>
    public virtual MimeBundle? Forms => null;
}

/// <summary>Text written to the console.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">The text, as written.</param>
public sealed record StreamOutput(string Name, string Text) : Output;

/// <summary>A value shown by a call to <c>display</c>.</summary>
/// <param name="Data">The value in one or more forms.</param>
/// <param name="Metadata">Metadata for the front end; usually empty.</param>
/// <param name="DisplayId">
/// The name by which a later update replaces this output. It lives as long as the kernel and is not written to
/// the file, as the notebook format asks.
/// </param>
public sealed record DisplayOutput(MimeBundle Data, JsonObject Metadata, string? DisplayId = null) : Output
{
    /// <inheritdoc/>
    public override MimeBundle Forms => Data;
}

/// <summary>The value of the cell's trailing expression.</summary>
/// <param name="Data">The value in one or more forms.</param>
/// <param name="Metadata">Metadata for the front end; usually empty.</param>
/// <param name="ExecutionCount">The count of the run that gave the value.</param>
public sealed record ResultOutput(MimeBundle Data, JsonObject Metadata, int? ExecutionCount) : Output
{
    /// <inheritdoc/>
    public override MimeBundle Forms => Data;
}

/// <summary>The error that ended the cell.</summary>
/// <param name="Name">The kind of error.</param>
/// <param name="Value">What went wrong, for a person.</param>
/// <param name="Traceback">Where it went wrong, line by line.</param>
public sealed record ErrorOutput(string Name, string Value, IReadOnlyList<string> Traceback) : Output;
