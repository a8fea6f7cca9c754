using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace InteractiveArticle.Rendering;

/// <summary>
/// Reads <c>&lt;dfn&gt;term&lt;/dfn&gt;</c>, the one piece of HTML that Markdown on the page may hold: it marks where a term
/// is defined.
/// </summary>
internal sealed class DefinedTermParser : InlineParser, IMarkdownExtension
{
    private static readonly string[] Tags = ["<dfn>", "</dfn>"];

    public DefinedTermParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        foreach (string tag in Tags)
        {
            if (slice.Match(tag))
            {
                slice.Start += tag.Length;
                processor.Inline = new HtmlInline(tag);
                return true;
            }
        }

        return false;
    }

    void IMarkdownExtension.Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, this);

    void IMarkdownExtension.Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
