namespace InteractiveArticle.Notebook.Documents;

/// <summary>The MIME types that the project names.</summary>
public static class MimeTypes
{
    /// <summary>HTML.</summary>
    public const string Html = "text/html";

    /// <summary>Plain text; every output has it.</summary>
    public const string Text = "text/plain";

    /// <summary>A Plotly chart.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>Whether a notebook file holds this form as JSON rather than as text.</summary>
    /// <param name="mimeType">The MIME type.</param>
    public static bool IsJson(string mimeType)
    {
        ArgumentNullException.ThrowIfNull(mimeType);
        return mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);
    }
}
