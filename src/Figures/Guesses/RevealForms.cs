using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using InteractiveArticle.Figures.Display;
using InteractiveArticle.Figures.Text;

namespace InteractiveArticle.Figures.Guesses;

/// <summary>
/// The forms that a <see cref="Reveal"/> is shown in: JSON for the article's page, Markdown with the answer folded, and words.
/// </summary>
public sealed class RevealForms : IFormatterSource
{
    /// <summary>The character that stands for the guess in the words of the JSON: one that Unicode leaves to private use.</summary>
    public const string GuessInWords = "\uE000";

    private const string YourGuess = "your guess";

    // Words keep their quotes and angle brackets: who puts the JSON into a page escapes it there.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TypeFormatter<Reveal>(MimeTypes.Reveal, ToJson),
        new TypeFormatter<Reveal>(MimeTypes.Markdown, ToMarkdown),
        new TypeFormatter<Reveal>(MimeTypes.Text, ToText),
    ];

    private static string ToJson(Reveal reveal)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(reveal.Kind.ToString()));
            WriteList(json, "names", reveal.Names, json.WriteStringValue);
            WriteList(json, "x", reveal.X, json.WriteNumberValue);
            WriteList(json, "y", reveal.Y, json.WriteNumberValue);
            json.WriteNumber("within", reveal.Within);
            json.WriteNumber("at", reveal.At);
            json.WriteStartObject("verdicts");
            foreach (var verdict in reveal.Verdicts)
            {
                WriteList(json, verdict.Of, verdict.Words.Html, json.WriteStringValue);
            }

            json.WriteEndObject();
            WriteList(json, "answer", reveal.Answer.Html, json.WriteStringValue);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    private static string ToMarkdown(Reveal reveal) => WithoutGuess($"""
        <details><summary>{reveal.Answer.Summary}</summary>

        {string.Join("\n\n", reveal.Answer.Html.Select(MarkdownText.OfHtml))}

        {string.Join('\n', reveal.Verdicts.Select(verdict => $"- *{verdict.Heading}:* {string.Concat(verdict.Words.Html.Select(MarkdownText.OfHtml))}"))}

        </details>
        """);

    private static string ToText(Reveal reveal) => WithoutGuess(
        $"{reveal.Answer.Summary}: {string.Join("\n\n", reveal.Answer.Plain)}\n" + string.Join('\n', reveal.Verdicts.Select(verdict => $"  {verdict.Heading}: {string.Concat(verdict.Words.Plain)}")));

    private static string WithoutGuess(string text) => text.Replace($"<strong>{GuessInWords}</strong>", YourGuess, StringComparison.Ordinal).Replace(GuessInWords, YourGuess, StringComparison.Ordinal);
}
