using System.Text;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// The parts of a chapter, and which of them belong together: a picture, the text that leads to it within its section and
/// the text that follows it, up to the next picture or the next section. A page can keep the picture in view while that
/// text passes.
/// </summary>
/// <remarks>
/// Text with a drawing of its own stands beside that, and belongs to no picture. A section that is nothing but text is one
/// element, so that a wide page can set it in columns.
/// </remarks>
internal sealed class Passages
{
    private const string SectionStart = "<h2";
    private const string Drawing = "<img ";

    private readonly List<Part> parts = [];

    private enum Kind
    {
        Text,
        Lead,
        Section,
        Panel,
        Code,
        Output,
        Picture,
        Question,
    }

    /// <summary>What to make of all that is added; null leaves it as it is.</summary>
    /// <remarks>Each part by itself, as those that are covered together need not stand together.</remarks>
    public Func<string, string>? Cover { get; set; }

    /// <summary>Adds text, which opens a section if it begins with a section's heading.</summary>
    /// <param name="html">The text as HTML, every element closed.</param>
    public void Tell(string html) => Add(html.StartsWith(SectionStart, StringComparison.Ordinal) ? Kind.Section : Kind.Text, html);

    /// <summary>Adds text that leads to the next picture, and says nothing of the one before it.</summary>
    /// <param name="html">The text as HTML, every element closed.</param>
    public void Lead(string html) => Add(Kind.Lead, html);

    /// <summary>Adds a section of its own that is there to be used, not to be read.</summary>
    /// <param name="html">It as HTML, with its heading, every element closed.</param>
    public void Place(string html) => Add(Kind.Panel, html);

    /// <summary>Adds what a cell shows.</summary>
    /// <param name="html">It as HTML, every element closed.</param>
    /// <param name="isPicture">Whether it is a figure or a scene.</param>
    public void Show(string html, bool isPicture) => Add(isPicture ? Kind.Picture : Kind.Output, html);

    /// <summary>Adds code, folded away, which is no text that a picture could stay beside.</summary>
    /// <param name="html">It as HTML, every element closed.</param>
    public void Fold(string html) => Add(Kind.Code, html);

    /// <summary>Adds a question.</summary>
    /// <param name="html">It as HTML, every element closed.</param>
    public void Ask(string html) => Add(Kind.Question, html);

    /// <summary>What there is to read, as HTML: all parts but pictures and code.</summary>
    public string ToText() => string.Concat(parts.Where(part => part.Kind is not (Kind.Picture or Kind.Code)).Select(part => part.Html));

    /// <summary>All parts as HTML. Those that belong to a picture are one element with it; others stand by themselves.</summary>
    /// <param name="head">The chapter's head, which leads to the first picture where that stands in the first section.</param>
    public string ToHtml(string head)
    {
        var page = new StringBuilder();
        var passage = new Passage();
        passage.Add(new(Kind.Panel, head));
        int sections = 0;
        foreach (var (place, part) in parts.Index())
        {
            bool isOpening = part.Kind == Kind.Section && ++sections == 1 && !passage.HasPicture;
            bool begins = part.Kind switch
            {
                Kind.Picture or Kind.Lead => passage.HasPicture,
                Kind.Section => !isOpening && !(passage.HasPicture && AsksFirst(place)),
                Kind.Panel => true,
                _ => false,
            };
            bool isDrawn = part.Kind is Kind.Text or Kind.Section && part.Html.Contains(Drawing, StringComparison.Ordinal);
            if (begins || isDrawn)
            {
                passage.WriteTo(page);
                passage = new();
            }

            if (isDrawn)
            {
                page.Append($"<div class=\"drawn\">\n{part.Html}</div>\n");
            }
            else if (part.Kind == Kind.Picture)
            {
                passage.Picture = part.Html;
            }
            else
            {
                passage.Add(part);
            }
        }

        passage.WriteTo(page);
        return page.ToString();
    }

    // A section that asks before it has shown anything asks about the picture before it.
    private bool AsksFirst(int section) =>
        parts.Skip(section + 1).TakeWhile(part => part.Kind != Kind.Section).FirstOrDefault(part => part.Kind is not (Kind.Text or Kind.Code))?.Kind == Kind.Question;

    private void Add(Kind kind, string html) => parts.Add(new(kind, html.Length > 0 && Cover is not null ? Cover(html) : html));

    private sealed record Part(Kind Kind, string Html);

    private sealed class Passage
    {
        private readonly StringBuilder before = new();
        private readonly StringBuilder after = new();
        private bool hasText;
        private bool isAllText = true;

        public string Picture { get; set; } = "";

        public bool HasPicture => Picture.Length > 0;

        public void Add(Part part)
        {
            (HasPicture ? after : before).Append(part.Html);
            hasText |= part.Kind != Kind.Code && part.Html.Length > 0;
            isAllText &= part.Kind is Kind.Text or Kind.Section or Kind.Code || part.Html.Length == 0;
        }

        public void WriteTo(StringBuilder page)
        {
            if (HasPicture && hasText)
            {
                page.Append($"<div class=\"passage\">\n{Told("before", before)}<div class=\"stays\">\n{Picture}</div>\n{Told("after", after)}</div>\n");
            }
            else if (hasText && isAllText)
            {
                page.Append($"<div class=\"words\">\n{before}</div>\n");
            }
            else
            {
                page.Append(before).Append(Picture).Append(after);
            }
        }

        private static string Told(string when, StringBuilder text) => text.Length == 0 ? "" : $"<div class=\"told {when}\">\n{text}</div>\n";
    }
}
