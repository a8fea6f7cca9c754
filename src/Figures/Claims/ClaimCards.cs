using System.Net;
using System.Text;
using InteractiveArticle.Figures.Display;
using InteractiveArticle.Figures.Text;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Claims;

/// <summary>
/// A ledger as a list of cards: on the front of each the verdict, the claim and both numbers; on its back why, and the source.
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
            string source = claim.Source is { } address
                ? $"<a href=\"{WebUtility.HtmlEncode(address)}\">{WebUtility.HtmlEncode(claim.Basis)}</a>"
                : WebUtility.HtmlEncode(claim.Basis);
            html.Append(Prose($"<details class=\"card {ClassOf(verdict)}\"><summary><strong>{Sign(verdict)} {Word(verdict)}</strong> <span>{index + 1}. {WebUtility.HtmlEncode(claim.Words)}</span> <em>{WebUtility.HtmlEncode(Numbers(claim))}</em></summary>"))
                .Append($"<p>{WebUtility.HtmlEncode(Why(claim, ledger.Generosity))}</p><p>After {source}.</p></details>");
        }

        return html.Append("</div>").ToString();
    }

    private static string ToMarkdown(ClaimsLedger ledger) => string.Join("\n\n", ledger.Claims.Select((claim, index) =>
    {
        var verdict = claim.Judge(ledger.Generosity);
        string basis = MarkdownText.Of(claim.Basis);
        string source = claim.Source is { } address ? $"[{basis}]({address})" : basis;
        return Prose($"""
            <details><summary>{Sign(verdict)} <b>{Word(verdict)}</b> · {index + 1}. {WebUtility.HtmlEncode(claim.Words)}: {WebUtility.HtmlEncode(Numbers(claim))}</summary>

            {MarkdownText.Of(Why(claim, ledger.Generosity))} After {source}.

            </details>
            """);
    }));

    private static string ToText(ClaimsLedger ledger) => string.Join('\n', ledger.Claims.Select((claim, index) =>
        Prose($"{Word(claim.Judge(ledger.Generosity)),-5}  {index + 1}. {claim.Words}: {Numbers(claim)} (after {claim.Basis})")));

    private static string Numbers(Claim claim) => $"said {claim.SaidInWords}, {(claim.IsModelled ? "our model:" : "found")} {claim.FoundAmount}";

    private static string Why(Claim claim, double generosity)
    {
        string what = claim.FoundRange is not null ? "The middle of what is found" : claim.IsModelled ? "What the model finds" : "What is found";
        string off = claim.Deviation switch
        {
            0 when claim.Kind == ClaimKind.About => what + " is what was said.",
            0 => what + " keeps to it.",
            var deviation => Prose($"{what} is {100 * deviation:0.#} % {(claim.Ratio > 1 ? "more" : "less")} than was said."),
        };
        string rule = claim.Judge(generosity) switch
        {
            Verdict.Holds when claim.Deviation == 0 => "",
            Verdict.Holds => Prose($" With {100 * generosity:0.#} % allowed, that is near enough."),
            Verdict.Loose when claim.ReachesSaid => Prose($" That is more than the {100 * generosity:0.#} % allowed, but the range reaches what was said."),
            Verdict.Loose => Prose($" That is more than the {100 * generosity:0.#} % allowed, but no more than three times as much."),
            _ => Prose($" That is more than three times the {100 * generosity:0.#} % allowed."),
        };
        return (claim.Note.Length > 0 ? claim.Note + " " : "") + off + rule;
    }

    /// <summary>The sign of a verdict, which tells it without colour.</summary>
    internal static string Sign(Verdict verdict) => verdict switch { Verdict.Holds => "✓", Verdict.Loose => "≈", _ => "✕" };

    /// <summary>The verdict in a word.</summary>
    internal static string Word(Verdict verdict) => verdict switch { Verdict.Holds => "holds", Verdict.Loose => "loose", _ => "wrong" };

    private static string ClassOf(Verdict verdict) => "card-" + Word(verdict);
}
