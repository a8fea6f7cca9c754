using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Figures.Guesses;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Article.Tests.CommandLine;

public sealed class MimeTypeTests
{
    [Fact]
    public void AFigure_HasTheFormsThatItsHostsLookFor() => Assert.Equal(
        [MimeTypes.Figure, MimeTypes.Html, MimeTypes.Plotly, MimeTypes.Markdown, MimeTypes.Text],
        new FigureForms().CreateTypeFormatters().Cast<Figures.Display.TypeFormatter<Figure>>().Select(form => form.MimeType));

    [Fact]
    public void AScene_HasTheFormsThatItsHostsLookFor() => Assert.Equal(
        [MimeTypes.Scene, MimeTypes.NarrowScene, MimeTypes.Markdown, MimeTypes.Text],
        new SceneForms().CreateTypeFormatters().Cast<Figures.Display.TypeFormatter<Scene>>().Select(form => form.MimeType));

    [Fact]
    public void ARevealedResult_HasTheFormsThatItsHostsLookFor() => Assert.Equal(
        [MimeTypes.Reveal, MimeTypes.Markdown, MimeTypes.Text],
        new RevealForms().CreateTypeFormatters().Cast<Figures.Display.TypeFormatter<Reveal>>().Select(form => form.MimeType));
}
