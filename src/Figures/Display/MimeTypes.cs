namespace InteractiveArticle.Figures.Display;

/// <summary>
/// The MIME types that values of this library are shown in. InteractiveArticle.Notebook has a longer list of its own,
/// because neither project references the other; a test checks that the two agree.
/// </summary>
internal static class MimeTypes
{
    public const string Figure = "application/vnd.interactive-article.figure+json";
    public const string Scene = "application/vnd.interactive-article.scene+json";
    public const string NarrowScene = "application/vnd.interactive-article.narrow-scene+json";
    public const string Reveal = "application/vnd.interactive-article.reveal+json";
    public const string Markdown = "text/markdown";
    public const string Html = "text/html";
    public const string Plotly = "application/vnd.plotly.v1+json";
    public const string Text = "text/plain";
}
