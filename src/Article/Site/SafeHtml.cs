using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Dom;
using Ganss.Xss;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Rendering;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// HTML that a cell has put out, reduced to what a page may hold: words, tables, folded text and pictures that it carries
/// itself, no script and nothing that leaves its place. Of what cannot stay and would be missed a note tells.
/// </summary>
/// <remarks>The page's own outputs.js does the same, by the same lists, with what levers and edits bring.</remarks>
internal static class SafeHtml
{
    /// <summary>The elements that stay. Of any other what is in it stays, if neither <see cref="Lost"/> nor <see cref="Unseen"/> names it.</summary>
    public static IReadOnlyList<string> Tags { get; } =
    [
        "p", "strong", "em", "b", "i", "s", "u", "mark", "small", "kbd", "code", "pre", "br", "hr", "span", "div", "a", "sup", "sub", "ul", "ol", "li", "blockquote",
        "h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd", "figure", "figcaption", "img", "progress", "meter",
        "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "details", "summary",
    ];

    /// <summary>The attributes that stay, beside a style that <see cref="SafeStyle"/> reduces.</summary>
    public static IReadOnlyList<string> Attributes { get; } =
        ["class", "scope", "colspan", "rowspan", "href", "title", "src", "alt", "width", "height", "value", "max", "min", "low", "high", "optimum", "start"];

    /// <summary>The classes that stay. Any other might be one that the page's scripts look for.</summary>
    public static IReadOnlyList<string> Classes { get; } =
        ["finding", "answer", "found", "cards", "card", "card-holds", "card-loose", "card-wrong", Loss.Class, MathHtml.Class, MathHtml.DisplayedClass];

    /// <summary>The elements that go and would be missed, and what a note calls them.</summary>
    public static IReadOnlyDictionary<string, string> Lost { get; } = new Dictionary<string, string>
    {
        ["canvas"] = "a canvas", ["iframe"] = "an embedded page", ["object"] = "an embedded object", ["embed"] = "an embedded object", ["applet"] = "a Java applet",
        ["video"] = "a video", ["audio"] = "a sound", ["math"] = "mathematics in MathML", ["svg"] = "an SVG drawing",
        ["input"] = "an input field", ["textarea"] = "an input field", ["select"] = "a choice", ["button"] = "a button",
    };

    /// <summary>The elements that go with all that is in them, as nobody sees it.</summary>
    public static IReadOnlyList<string> Unseen { get; } =
    [
        Script, "style", "template", "link", "meta", "base", "title", "head", "noscript", "noframes", "noembed", "frameset", "frame",
        "param", "source", "track", "area", "datalist", "option", "optgroup",
    ];

    /// <summary>What a note calls a script, where nothing else is to be seen.</summary>
    public const string ScriptAlone = "what a script draws";

    /// <summary>The class of what holds a drawing.</summary>
    public const string Drawing = "drawing";

    /// <summary>The styles of a drawing beside its own.</summary>
    public const string DrawingStyle = "svg{display:block;max-width:100%;height:auto}";

    /// <summary>The class of what keeps HTML with a look of its own to its place.</summary>
    public const string OwnLook = "own-look";

    /// <summary>Selects what HTML has that is not laid out as the page's own.</summary>
    public const string LooksItsOwnWay = "[style], img, ." + Drawing;

    /// <summary>Selects what is seen without words.</summary>
    public const string Visible = "img, hr, progress, meter, ." + Drawing;

    private const string Script = "script";
    private const string HtmlNamespace = "http://www.w3.org/1999/xhtml";

    private static readonly HtmlSanitizer Sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = Tags.ToHashSet(),
        AllowedAttributes = Attributes.ToHashSet(),
        AllowedSchemes = new HashSet<string> { "https", "http" },
        UriAttributes = new HashSet<string> { "href" },
        AllowedCssProperties = new HashSet<string>(),
        AllowedClasses = Classes.ToHashSet(),
    })
    {
        HtmlParserFactory = HtmlBounds.ForACell,
    };

    /// <summary>Reduces HTML for a place among words of the page, where it has their look.</summary>
    /// <exception cref="NotebookException">It is more than a page takes.</exception>
    public static string Reduce(string html)
    {
        using var document = Reduced(html, keepsStyles: false);
        return document.Body!.ChildNodes.ToHtml(Sanitizer.OutputFormatter);
    }

    /// <summary>Reduces HTML that stands by itself. Its tables scroll by themselves, so that the page never does, and what has a look of its own is held to its place.</summary>
    /// <exception cref="NotebookException">It is more than a page takes.</exception>
    public static string Frame(string html)
    {
        using var document = Reduced(html, keepsStyles: true);
        var body = document.Body!;
        foreach (var table in body.Children.Where(child => child.LocalName == "table").ToArray())
        {
            var region = Create(document, "div", "scroll");
            region.SetAttribute("tabindex", "0");
            region.SetAttribute("role", "group");
            region.SetAttribute("aria-label", "Table");
            table.Replace(region);
            region.Append(table);
        }

        if (body.QuerySelector(LooksItsOwnWay) is not null || body.ChildNodes.Any(node => node is IText { Data: var words } && !string.IsNullOrWhiteSpace(words)))
        {
            var frame = Create(document, "div", OwnLook);
            frame.AppendNodes([.. body.ChildNodes]);
            body.Append(frame);
        }

        return body.ChildNodes.ToHtml(Sanitizer.OutputFormatter);
    }

    private static IHtmlDocument Reduced(string html, bool keepsStyles)
    {
        var document = HtmlBounds.ForACell().ParseDocument("<!DOCTYPE html><body>" + html);
        var body = document.Body!;
        bool hasScript = body.QuerySelector(Script) is not null;
        var drawings = new List<Action>();
        var styles = new List<Action>();
        foreach (var comment in body.Descendants<IComment>().ToArray())
        {
            comment.Remove();
        }

        Reduce(body, drawings, styles);

        // The sanitiser has the last word on all but styles and drawings, which are checked already and which it does not know.
        lock (Sanitizer)
        {
            Sanitizer.SanitizeDom(document, body);
        }

        drawings.ForEach(action => action());
        (keepsStyles ? styles : []).ForEach(action => action());
        if (hasScript && string.IsNullOrWhiteSpace(body.TextContent) && body.QuerySelector(Visible) is null)
        {
            body.Append(Note(document, ScriptAlone));
        }

        return document;
    }

    private static void Reduce(IElement element, List<Action> drawings, List<Action> styles)
    {
        var document = element.Owner!;
        foreach (var child in element.Children.ToArray())
        {
            string name = child.LocalName;
            if (Unseen.Contains(name))
            {
                child.Remove();
            }
            else if (name == "svg" && SafeSvg.Check(child.OuterHtml) is { } svg)
            {
                var host = document.CreateElement("span");
                child.Replace(host);
                drawings.Add(() => Draw(host, svg));
            }
            else if (Lost.TryGetValue(name, out string? what))
            {
                child.Replace(Note(document, what));
            }
            else if (name == "img" && !PictureHtml.IsAddress(child.GetAttribute("src") ?? ""))
            {
                child.Replace(NoteOfPicture(document, child));
            }
            else
            {
                Reduce(child, drawings, styles);
                if (!Tags.Contains(name) || child.NamespaceUri != HtmlNamespace)
                {
                    child.Replace([.. child.ChildNodes]);
                }
                else
                {
                    ReduceAddressAndStyle(child, styles);
                }
            }
        }
    }

    private static void ReduceAddressAndStyle(IElement element, List<Action> styles)
    {
        if (element.LocalName != "img")
        {
            element.RemoveAttribute("src");
        }

        if (SafeStyle.Reduce(element.GetAttribute("style") ?? "") is { Length: > 0 } style)
        {
            styles.Add(() => element.SetAttribute("style", style));
        }
    }

    // In a shadow root, so that its styles and names meet neither those of another drawing nor the page's.
    private static void Draw(IElement host, string svg)
    {
        host.ClassName = Drawing;
        var template = (IHtmlTemplateElement)host.Owner!.CreateElement("template");
        template.SetAttribute("shadowrootmode", "open");
        var content = host.Owner.CreateElement("div");
        content.InnerHtml = $"<style>{DrawingStyle}</style>{svg}";
        template.Content.AppendNodes([.. content.ChildNodes]);
        host.Append(template);
    }

    // A picture elsewhere is one that the reader may go and see.
    private static IElement NoteOfPicture(IDocument document, IElement image)
    {
        string address = image.GetAttribute("src") ?? "";
        string words = Loss.Picture(image.GetAttribute("alt") ?? "");
        if (!PictureHtml.IsElsewhere(address))
        {
            return Note(document, words);
        }

        var note = Create(document, "span", Loss.Class);
        var link = document.CreateElement("a");
        link.SetAttribute("href", address);
        link.TextContent = words;
        note.Append(document.CreateTextNode("["), link, document.CreateTextNode($" on another site, {Loss.Words}]"));
        return note;
    }

    private static IElement Note(IDocument document, string what)
    {
        var note = Create(document, "span", Loss.Class);
        note.TextContent = Loss.Text(what);
        return note;
    }

    private static IElement Create(IDocument document, string tag, string name)
    {
        var element = document.CreateElement(tag);
        element.ClassName = name;
        return element;
    }
}
