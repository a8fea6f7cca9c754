using InteractiveArticle.Figures.Display;

namespace InteractiveArticle.Figures.Text;

/// <summary>
/// A computed piece of text, open or folded behind a summary.
/// </summary>
/// <param name="Summary">What is shown while it is folded; empty for open text.</param>
/// <param name="Html">The paragraphs in HTML.</param>
/// <param name="Plain">The paragraphs in plain text.</param>
[TypeFormatterSource(typeof(PassageFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Markdown, MimeTypes.Text])]
public sealed record Passage(string Summary, IReadOnlyList<string> Html, IReadOnlyList<string> Plain)
{
    /// <summary>Whether the reader has set the levers to what the question asks for; a page then says so.</summary>
    public bool IsFound { get; private init; }

    /// <summary>The answer to a question that asks for a setting of levers.</summary>
    /// <param name="isFound">Whether the levers are set so now.</param>
    public Passage FoundWhen(bool isFound) => this with { IsFound = isFound };
}

/// <summary>
/// The forms a <see cref="Passage"/> is shown in.
/// </summary>
public sealed class PassageFormatters : IFormatterSource
{
    /// <inheritdoc/>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TypeFormatter<Passage>(MimeTypes.Html, ToHtml),
        new TypeFormatter<Passage>(MimeTypes.Markdown, ToMarkdown),
        new TypeFormatter<Passage>(MimeTypes.Text, ToText),
    ];

    private static string ToHtml(Passage passage) => passage.Summary.Length == 0
        ? string.Concat(passage.Html.Select(paragraph => $"<p class=\"finding\">{paragraph}</p>"))
        : $"<details class=\"answer\"><summary{(passage.IsFound ? " class=\"found\"" : "")}>{passage.Summary}</summary>{string.Concat(passage.Html.Select(paragraph => $"<p>{paragraph}</p>"))}</details>";

    private static string ToMarkdown(Passage passage)
    {
        string paragraphs = string.Join("\n\n", passage.Html.Select(MarkdownText.OfHtml));
        return passage.Summary.Length == 0 ? paragraphs : $"<details><summary>{passage.Summary}</summary>\n\n{paragraphs}\n\n</details>";
    }

    private static string ToText(Passage passage) =>
        (passage.Summary.Length == 0 ? "" : passage.Summary + ": ") + string.Join("\n\n", passage.Plain);
}
