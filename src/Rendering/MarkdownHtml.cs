using InteractiveArticle.Notebook.Documents;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace InteractiveArticle.Rendering;

/// <summary>
/// Markdown as pages have it: with tables, footnotes and mathematics, and no HTML of its own but the mark of a defined term.
/// </summary>
public static class MarkdownHtml
{
    // The time that the parser takes can go by the square of it.
    private const int MostCharacters = 100_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseMathematics()
        .DisableHtml()
        .Use(new DefinedTermParser())
        .Build();

    /// <summary>Reads Markdown.</summary>
    /// <param name="source">The Markdown.</param>
    /// <returns>What it says, its words set as pages set them.</returns>
    /// <exception cref="NotebookException">The Markdown is too long or nested too deep.</exception>
    public static MarkdownDocument Parse(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Length > MostCharacters)
        {
            throw new NotebookException($"its Markdown has more than {MostCharacters} characters, which is the most that a page takes of a cell; split it");
        }

        var document = Bounded(() => Markdown.Parse(source, Pipeline));
        foreach (var literal in document.Descendants<LiteralInline>())
        {
            literal.Content = new(Typography.OfText(literal.Content.ToString()));
        }

        return document;
    }

    /// <summary>A renderer of what <see cref="Parse"/> has read.</summary>
    /// <param name="writer">Where the HTML goes.</param>
    public static HtmlRenderer RendererTo(TextWriter writer)
    {
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HtmlMathInlineRenderer>(new MathInlineRenderer());
        renderer.ObjectRenderers.Replace<HtmlMathBlockRenderer>(new MathBlockRenderer());
        return renderer;
    }

    /// <summary>Does what goes down as deep as Markdown is nested.</summary>
    /// <param name="work">Reads or writes it.</param>
    /// <exception cref="NotebookException">It is nested too deep.</exception>
    public static T Bounded<T>(Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            return work();
        }
        catch (ArgumentException error)
        {
            throw new NotebookException("its Markdown is nested too deep for a page; close what it opens", error);
        }
    }

    /// <summary>Markdown that a cell has put out. Its headings have no anchors, as they open no section of the page.</summary>
    /// <param name="source">The Markdown.</param>
    /// <returns>HTML that is still to be reduced to what a page may hold; <see langword="null"/> for Markdown that is too long or nested too deep.</returns>
    internal static string? OfOutput(string source)
    {
        try
        {
            using var writer = new StringWriter { NewLine = "\n" };
            var renderer = RendererTo(writer);
            var document = Parse(source);
            Bounded(() => renderer.Render(document));
            return writer.ToString();
        }
        catch (NotebookException)
        {
            return null;
        }
    }

    private sealed class MathInlineRenderer : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline formula) => renderer.Write(MathHtml.Inline(formula.Content.ToString(), formula.DelimiterCount > 1));
    }

    private sealed class MathBlockRenderer : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock formula) => renderer.EnsureLine().Write(MathHtml.Block(formula.Lines.ToString())).WriteLine();
    }
}
