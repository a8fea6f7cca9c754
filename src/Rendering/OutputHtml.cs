using System.Net;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Rendering;

/// <summary>
/// What a cell puts out, as HTML; the same for the page as it is written and for the page when a lever moves.
/// </summary>
public static class OutputHtml
{
    // In the order in which notebook front ends prefer them.
    private static readonly (string MimeType, Func<string, MimeBundle, string?> ToHtml)[] Forms =
    [
        (MimeTypes.Html, (html, _) => Typography.OfHtml(html)),
        (MimeTypes.Markdown, (markdown, _) => MarkdownHtml.OfOutput(markdown)),
        .. PictureHtml.MimeTypes.Select(type => (type, (Func<string, MimeBundle, string?>)((content, forms) => PictureHtml.Render(type, content, forms.Find(MimeTypes.Text) ?? "")))),
        (MimeTypes.Latex, (latex, _) => MathHtml.Displayed(latex)),
    ];

    /// <summary>Renders what a cell has put out.</summary>
    /// <param name="cell">The cell, for its identity and its tags.</param>
    /// <param name="outputs">What it has put out.</param>
    /// <param name="page">The page that it stands on.</param>
    /// <returns>One piece of HTML for each output.</returns>
    public static IEnumerable<string> Render(Cell cell, IReadOnlyList<Output> outputs, IOutputPage page)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(page);
        int figures = 0;
        var pieces = new List<string>();
        foreach (var output in outputs)
        {
            if (Checked(ShownScene.In(output), page) is { } scene)
            {
                pieces.Add(SceneHtml.Render(scene, FigureHtml.IdOf(cell, ++figures), cell.HasTag(CellTags.Hero)));
            }
            else if (ShownFigure.In(output) is { } figure)
            {
                string id = FigureHtml.IdOf(cell, ++figures);
                pieces.Add(FigureHtml.Render(figure, id, page.PictureOf(output, id), cell.HasTag(CellTags.Hero)));
            }
            else if (ShownReveal.In(output) is { } reveal)
            {
                pieces.Add(RevealHtml.Render(reveal, page.Reduce));
            }
            else
            {
                pieces.Add(output switch
                {
                    StreamOutput stream => Preformatted(stream.Text),
                    ErrorOutput error => Preformatted($"{error.Name}: {error.Value}"),
                    _ => OfForms(output.Forms!, page),
                });
            }
        }

        return pieces;
    }

    /// <summary>Whether an output is rendered as a figure or a scene.</summary>
    /// <param name="output">Any output.</param>
    public static bool IsFigure(Output output) => IsScene(output) || ShownFigure.In(output) is not null;

    /// <summary>Whether an output is a scene.</summary>
    /// <param name="output">Any output.</param>
    public static bool IsScene(Output output) => ShownScene.In(output) is not null;

    /// <summary>Whether an output is a chart that takes the whole of plotly.js, and not the small part that the article's own figures need.</summary>
    /// <param name="output">Any output.</param>
    public static bool NeedsWholePlotly(Output output) => ShownFigure.In(output)?.NeedsWholePlotly ?? false;

    private static ShownScene? Checked(ShownScene? scene, IOutputPage page)
    {
        ShownStage[] stages = [.. from stage in scene?.Stages ?? [] let svg = page.Check(stage.Svg) where svg is not null select stage with { Svg = svg }];
        return stages.Length == scene?.Stages.Count ? scene with { Stages = stages } : null;
    }

    private static string OfForms(MimeBundle forms, IOutputPage page)
    {
        // Of a scene that a page may not hold its words are left, not the picture that it has for other front ends.
        bool isScene = forms.Find(MimeTypes.Scene) is not null || forms.Find(MimeTypes.NarrowScene) is not null;
        foreach (var (mimeType, toHtml) in isScene ? [] : Forms)
        {
            if (forms.Find(mimeType) is { } form && toHtml(form, forms) is { } html)
            {
                return page.Frame(html);
            }
        }

        return forms.Find(MimeTypes.Text) is { } text ? Preformatted(text)
            : forms.FirstOrDefault(form => MimeBundle.IsJson(form.Key)) is { Value: { } json } ? Preformatted(json)
            : $"<p>{Loss.Note(forms.MimeTypes.Count == 0 ? "nothing" : forms.MimeTypes[0])}</p>";
    }

    private static string Preformatted(string text) => $"<pre class=\"output\" tabindex=\"0\">{TerminalText.ToHtml(text)}</pre>";
}
