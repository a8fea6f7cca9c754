using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// The forms of an output that the page and the terminal know.
/// </summary>
internal static class Forms
{
    public const string Html = "text/html";
    public const string Text = "text/plain";
    public const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>A value's forms, or null for an output that is no value.</summary>
    public static MimeBundle? ValueOf(Output output) => output switch
    {
        DisplayOutput display => display.Data,
        ResultOutput result => result.Data,
        _ => null,
    };

    /// <summary>One form of a value, or null where it has none such.</summary>
    public static string? Form(this MimeBundle value, string mimeType) => value.TryGetValue(mimeType, out string? text) ? text : null;
}
