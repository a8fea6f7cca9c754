using System.Net;
using System.Text;
using InteractiveArticle.Figures.Display;
using InteractiveArticle.Figures.Text;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Claims;

/// <summary>
/// A ledger as a list of cards: on the front of each the verdict, the claim and how far it is off; on its back the numbers, why,
/// and the source.
/// </summary>
/// <param name="Ledger">The ledger.</param>
[TypeFormatterSource(typeof(ClaimCardForms), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Markdown, MimeTypes.Text])]
public sealed record ClaimCards(ClaimsLedger Ledger);

/// <summary>
/// The forms that <see cref="ClaimCards"/> are shown in.
/// </summary>
public sealed class ClaimCardForms : IFormatterSource
{
    /// <inheritdoc/>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new TypeFormatter<ClaimCards>(MimeTypes.Html, cards => ToHtml(cards.Ledger)),
        new TypeFormatter<ClaimCards>(MimeTypes.Markdown, cards => ToMarkdown(cards.Ledger)),
        new TypeFormatter<ClaimCards>(MimeTypes.Text, cards => ToText(cards.Ledger)),
    ];

    private static string ToHtml(ClaimsLedger ledger)
    {
        var html = new StringBuilder("<div class=\"cards\">");
        foreach (var (index, claim) in ledger.Claims.Index())
        {
            var verdict = claim.Judge(ledger.Generosity);
            string sources = Sources(claim, (basis, source) => source is null
                ? WebUtility.HtmlEncode(basis)
                : $"<a href=\"{WebUtility.HtmlEncode(source)}\">{WebUtility.HtmlEncode(basis)}</a>");
            html.Append(Prose($"<details class=\"card {ClassOf(verdict)}\"><summary><strong>{Sign(verdict)} {Word(verdict)}</strong> <span>{index + 1}. {WebUtility.HtmlEncode(claim.Words)}</span> <em>{claim.OffInWords}</em></summary>"))
                .Append($"<p>{WebUtility.HtmlEncode(Why(claim, ledger.Generosity))}</p><p>{sources}</p></details>");
        }

        return html.Append("</div>").ToString();
    }

    private static string ToMarkdown(ClaimsLedger ledger) => string.Join("\n\n", ledger.Claims.Select((claim, index) =>
    {
        var verdict = claim.Judge(ledger.Generosity);
        string sources = Sources(claim, (basis, source) => source is null ? MarkdownText.Of(basis) : $"[{MarkdownText.Of(basis)}]({source})");
        return Prose($"""
            <details><summary>{Sign(verdict)} <b>{Word(verdict)}</b> · {index + 1}. {WebUtility.HtmlEncode(claim.Words)}: {claim.OffInWords}</summary>

            {MarkdownText.Of(Why(claim, ledger.Generosity))} {sources}

            </details>
            """);
    }));

    private static string ToText(ClaimsLedger ledger) => string.Join('\n', ledger.Claims.Select((claim, index) =>
        Prose($"{Word(claim.Judge(ledger.Generosity)),-5}  {index + 1}. {claim.Words}. {Numbers(claim)} {Sources(claim, (basis, _) => basis)}")));

    private static string Numbers(Claim claim) => $"Said: {claim.SaidInWords}. {(claim.IsModelled ? "In the model" : "Found")}: {claim.FoundAmount}.";

    private static string Why(Claim claim, double generosity)
    {
        string rule = claim.Judge(generosity) switch
        {
            ClaimVerdict.Holds => "",
            ClaimVerdict.Loose when claim.ReachesSaid => "The range reaches what was said.",
            _ when generosity == 0 => "Nothing may be off.",
            ClaimVerdict.Loose => Prose($"That is more than the {100 * generosity:0.#} % allowed."),
            _ => Prose($"That is more than three times the {100 * generosity:0.#} % allowed."),
        };
        return string.Join(' ', new[] { Numbers(claim), rule, claim.Note }.Where(sentence => sentence.Length > 0));
    }

    private static string Sources(Claim claim, Func<string, string?, string> link) =>
        $"By {link(claim.Basis, claim.Source)}{(claim.Also is { } also ? " and " + link(also.Basis, also.Source) : "")}.";

    /// <summary>The sign of a verdict, which tells it without colour.</summary>
    internal static string Sign(ClaimVerdict verdict) => verdict switch { ClaimVerdict.Holds => "✓", ClaimVerdict.Loose => "≈", _ => "✕" };

    /// <summary>The verdict in a word.</summary>
    internal static string Word(ClaimVerdict verdict) => verdict switch { ClaimVerdict.Holds => "holds", ClaimVerdict.Loose => "loose", _ => "wrong" };

    private static string ClassOf(ClaimVerdict verdict) => "card-" + Word(verdict);
}
