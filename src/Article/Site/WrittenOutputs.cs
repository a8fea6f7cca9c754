using InteractiveArticle.Notebook.Outputs;
using InteractiveArticle.Rendering;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// Outputs on the page as it is written: what cells made is cleaned, and figures have still pictures.
/// </summary>
/// <param name="figures">The chapter's figures, which the rendered ones join.</param>
internal sealed class WrittenOutputs(ChapterFigures figures) : IOutputPage
{
    public string? PictureOf(Output output, string id) => figures.Add(output, id);

    public string Reduce(string html) => SafeHtml.Reduce(html);

    public string Frame(string html) => SafeHtml.Frame(html);

    public string? Check(string svg) => SafeSvg.Check(svg);
}
