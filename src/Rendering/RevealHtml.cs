using InteractiveArticle.Figures.Guesses;

namespace InteractiveArticle.Rendering;

/// <summary>
/// A result that a reader has guessed at, on the page: the answer, folded, and what a script lays over the guess and says of
/// it.
/// </summary>
internal static class RevealHtml
{
    /// <summary>Renders a result.</summary>
    /// <param name="reveal">The result.</param>
    /// <param name="reduce">Reduces HTML that a cell made to what a page may hold.</param>
    public static string Render(ShownReveal reveal, Func<string, string> reduce)
    {
        // Inside a script element no "<" may stand, whatever follows it; in JSON it only stands within texts.
        string json = reveal.Script.Replace("<", "\\u003c", StringComparison.Ordinal);
        string verdicts = string.Concat(reveal.Verdicts.Select(verdict => $"<p class=\"verdict verdict-{verdict.Key}\">{Words(verdict.Value)}</p>"));
        return $"<div class=\"reveal\"><script type=\"application/json\" class=\"reveal-data\">{json}</script>{verdicts}<details class=\"answer\"><summary>Answer</summary>{string.Concat(reveal.Answer.Select(words => $"<p>{Words(words)}</p>"))}</details></div>";

        string Words(string html) => reduce(Typography.OfHtml(html)).Replace(RevealForms.GuessInWords, "<span class=\"guessed\"></span>", StringComparison.Ordinal);
    }
}
