using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// Ends the reading of one piece of HTML that would take for ever. The time goes by the elements times the open elements, by
/// the square of the elements side by side, of the attributes and of the classes of one element, and by the tags times what
/// each of them opens again.
/// </summary>
/// <remarks>
/// How deep an element lies is read off the tree, where the parser has just put it. The tags alone do not tell: which of them
/// nest, which end others and which count for nothing takes every rule of HTML to know, and whoever gets one wrong counts less
/// than there is.
/// </remarks>
internal sealed class HtmlBounds
{
    private const int LongestClass = 1_000;

    // What a tag may open again, on the average.
    private const int ReopenedByATag = 10;

    // So many characters of a value weigh as much as an element.
    private const int Characters = 100;

    private readonly int most;
    private readonly int deepest;
    private int tags;
    private int attributes;
    private int reopenable;
    private long reopened;
    private IElement? latest;

    private HtmlBounds(int most, int deepest) => (this.most, this.deepest) = (most, deepest);

    /// <summary>A parser for what one cell has to say.</summary>
    /// <remarks>It reads one piece of HTML, and throws a <see cref="NotebookException"/> where that is too much.</remarks>
    public static HtmlParser ForACell() => new HtmlBounds(100_000, 500).Parser();

    /// <summary>Reads all that a chapter says, within elements of the page's own.</summary>
    /// <param name="name">The chapter's name.</param>
    /// <param name="html">What it says.</param>
    /// <exception cref="NotebookException">It says more than a page takes.</exception>
    public static IHtmlDocument ReadChapter(string name, string html)
    {
        try
        {
            return new HtmlBounds(200_000, 510).Parser().ParseDocument(html);
        }
        catch (NotebookException error)
        {
            throw new NotebookException($"{name}.ipynb: {error.Message}", error);
        }
    }

    /// <summary>Writes what <see cref="ReadChapter"/> has read.</summary>
    /// <param name="document">The document, which is of no more use then.</param>
    public static string WriteChapter(IHtmlDocument document)
    {
        // The reader has taken the pictures of scenes into the shadow roots that they are for, and these are not written.
        foreach (var host in document.All.Where(element => element.ShadowRoot is not null))
        {
            var template = (IHtmlTemplateElement)document.CreateElement("template");
            template.SetAttribute("shadowrootmode", "open");
            template.Content.AppendNodes([.. host.ShadowRoot!.ChildNodes]);
            host.Append(template);
        }

        return document.Body!.InnerHtml;
    }

    private HtmlParser Parser() => new(new HtmlParserOptions
    {
        IsScripting = true,
        OnToken = (token, _) => Count(token),
        OnCreated = (element, _) => latest = element,
        // The parser compares all attributes of a tag before it shows the tag.
        ShouldEmitAttribute = (ref _, _) => OneMore(ref attributes, "attributes"),
    });

    private void Count(HtmlToken token)
    {
        // An element gets its attributes and its place after it is made; by the next token it has both.
        if (latest is not null)
        {
            Measure(latest);
            latest = null;
        }

        if (token.Type is HtmlTokenType.StartTag or HtmlTokenType.EndTag)
        {
            OneMore(ref tags, "tags");
            reopened += reopenable;
        }

        if (reopened > ReopenedByATag * most)
        {
            throw new NotebookException($"its HTML leaves elements open that its tags would open again more than {ReopenedByATag * most} times, which is the most that a page takes; close what it opens, or shorten its attributes");
        }
    }

    private void Measure(IElement element)
    {
        if (element.GetAncestors().Count() > deepest)
        {
            throw new NotebookException($"its HTML is nested more than {deepest} elements deep, which is the most that a page takes; close what it opens");
        }

        if (element.ClassName?.Length > LongestClass)
        {
            throw new NotebookException($"its HTML has an element with more than {LongestClass} characters of classes, which is the most that a page takes; give it fewer");
        }

        // An open <b> that ends with its paragraph is open again in the next, and so is every other around it. All of them
        // are around the last one that was made.
        if (IsReopened(element))
        {
            reopenable = Math.Max(reopenable, element.GetInclusiveAncestors().OfType<IElement>().Where(IsReopened).Sum(Weight));
        }
    }

    private static bool IsReopened(IElement element) => element.Flags.HasFlag(NodeFlags.HtmlFormatting);

    private static int Weight(IElement element) => 1 + element.Attributes.Sum(attribute => 1 + (attribute.Value.Length / Characters));

    private bool OneMore(ref int count, string what) => ++count <= most
        ? true
        : throw new NotebookException($"its HTML has more than {most} {what}, which is the most that a page takes; show less of it");
}
