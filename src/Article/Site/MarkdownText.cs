using System.Text.RegularExpressions;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Rendering;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace InteractiveArticle.Article.Site;

/// <summary>A heading that the table of contents shows.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Text">Its words.</param>
internal sealed record Section(string Id, string Text);

/// <summary>
/// Markdown as the page shows it: no HTML of its own but the mark of a defined term, headings with anchors, links between notebooks turned into links
/// between pages.
/// </summary>
internal static partial class MarkdownText
{
    private const int SectionLevel = 2;

    /// <summary>Splits off the title and the first paragraph, which the page sets in its head.</summary>
    /// <exception cref="NotebookException">The Markdown is too long or nested too deep.</exception>
    public static (string Title, string Standfirst, string Remainder) SplitHead(string source)
    {
        var document = MarkdownHtml.Parse(source);
        var title = document.FirstOrDefault() as HeadingBlock;
        var standfirst = title is null ? null : document.Skip(1).FirstOrDefault() as ParagraphBlock;
        int end = (standfirst ?? (Block?)title)?.Span.End + 1 ?? 0;
        return (Plain(title?.Inline), Plain(standfirst?.Inline), source[Math.Min(end, source.Length)..]);
    }

    /// <summary>The HTML of a Markdown cell, in pieces that each but the first begin with the heading of a section, and the sections that it opens.</summary>
    /// <param name="source">The Markdown.</param>
    /// <param name="figures">The chapter's figures, which images of the text join.</param>
    /// <param name="anchors">The chapter's anchors, which those of the headings join.</param>
    /// <exception cref="NotebookException">The Markdown is too long or nested too deep, or its HTML is more than a page takes.</exception>
    public static (IReadOnlyList<string> Pieces, IReadOnlyList<Section> Sections) Render(string source, ChapterFigures figures, Anchors anchors)
    {
        var document = MarkdownHtml.Parse(source);
        var sections = new List<Section>();
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            string text = Plain(heading.Inline);
            string anchor = anchors.Next(text);
            heading.GetAttributes().Id = anchor;
            if (heading.Level == SectionLevel)
            {
                sections.Add(new(anchor, text));
            }
        }

        foreach (var link in document.Descendants<LinkInline>().ToArray())
        {
            Redirect(link, figures);
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !LeadsToAPage().IsMatch(link.Url)))
        {
            link.Url = "";
        }

        var pieces = new List<string>();
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = MarkdownHtml.RendererTo(writer);
        foreach (var block in document)
        {
            if (block is HeadingBlock { Level: SectionLevel })
            {
                EndPiece();
            }

            MarkdownHtml.Bounded(() => renderer.Render(block));
        }

        EndPiece();
        // The glossary reads it again, with all of the chapter, and could no longer name the cell.
        HtmlBounds.ForACell().ParseDocument(string.Concat(pieces)).Dispose();
        return (pieces, sections);

        void EndPiece()
        {
            if (writer.GetStringBuilder().Length > 0)
            {
                pieces.Add(writer.ToString()
                    .Replace("<table>", "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table class=\"words\">", StringComparison.Ordinal)
                    .Replace("</table>", "</table></div>", StringComparison.Ordinal));
                writer.GetStringBuilder().Clear();
            }
        }
    }

    private static void Redirect(LinkInline link, ChapterFigures figures)
    {
        string url = link.Url ?? "";
        if (link.IsImage)
        {
            Show(link, url, figures);
        }
        else if (!LeadsToAPage().IsMatch(url))
        {
            link.Url = "";
        }
        else if (Uri.TryCreate(url, UriKind.Absolute, out _) || url.StartsWith("//", StringComparison.Ordinal))
        {
            link.GetAttributes().AddProperty("rel", "noreferrer");
        }
        else if (url.Contains(".ipynb", StringComparison.Ordinal))
        {
            link.Url = url.Replace(".ipynb", Chapter.Extension, StringComparison.Ordinal);
        }
        else if (!url.StartsWith('#') && figures.Link(url) is var file)
        {
            link.Url = file;
            if (file is null)
            {
                // Its words are left.
                link.ReplaceBy(new ContainerInline());
            }
        }
    }

    // A page shows no picture of another origin, and none that is not there; where it is, its reader may go and see.
    private static void Show(LinkInline image, string url, ChapterFigures figures)
    {
        if (PictureHtml.IsElsewhere(url))
        {
            image.IsImage = false;
            image.GetAttributes().AddProperty("rel", "noreferrer");
            if (image.FirstChild is null)
            {
                image.AppendChild(new LiteralInline("a picture on another site"));
            }
        }
        else if (figures.Include(url) is { } address)
        {
            image.Url = address;
        }
        else
        {
            image.ReplaceBy(new HtmlInline(Loss.Note(Loss.Picture(Plain(image)))), copyChildren: false);
        }
    }

    // A web address, or one relative to this page: nothing before its first slash, question mark or hash names a scheme.
    [GeneratedRegex("^(https?://|[^:]*$|[^:/?#]*[/?#])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadsToAPage();

    private static string Plain(ContainerInline? inlines) => inlines is null ? "" : string.Concat(inlines.Descendants().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        _ => "",
    }));
}
