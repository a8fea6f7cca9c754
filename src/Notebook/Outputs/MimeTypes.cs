namespace InteractiveArticle.Notebook.Outputs;

/// <summary>
/// The MIME types of outputs that the code makes or looks for. The library of figures has a short list of its own, because
/// neither project references the other; a test checks that the two agree.
/// </summary>
public static class MimeTypes
{
    /// <summary>A figure of the article as itself: JSON from which every other form of it is derived.</summary>
    public const string Figure = "application/vnd.interactive-article.figure+json";

    /// <summary>A scene for the article's page at its wide size: JSON with the painted picture and what its player needs.</summary>
    public const string Scene = "application/vnd.interactive-article.scene+json";

    /// <summary>The same at its narrow size.</summary>
    public const string NarrowScene = "application/vnd.interactive-article.narrow-scene+json";

    /// <summary>What there was to guess, for the article's page: JSON with the result and with words for a guess.</summary>
    public const string Reveal = "application/vnd.interactive-article.reveal+json";

    /// <summary>Markdown.</summary>
    public const string Markdown = "text/markdown";

    /// <summary>A formula in LaTeX.</summary>
    public const string Latex = "text/latex";

    /// <summary>HTML.</summary>
    public const string Html = "text/html";

    /// <summary>A chart for plotly.js: JSON with the members "data" and "layout".</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>Plain text, which every value has.</summary>
    public const string Text = "text/plain";

    /// <summary>A picture as PNG, in Base64.</summary>
    public const string Png = "image/png";

    private const string Svg = "image/svg+xml";
    private const string JavaScript = "application/javascript";
    private const string AnyText = "text/";

    /// <summary>Whether a form is text that Jupyter writes line by line; others, such as pictures, it writes in one piece.</summary>
    /// <param name="mimeType">The MIME type of the form.</param>
    public static bool IsText(string mimeType)
    {
        ArgumentNullException.ThrowIfNull(mimeType);
        return mimeType.StartsWith(AnyText, StringComparison.Ordinal) || mimeType is Svg or JavaScript;
    }
}
