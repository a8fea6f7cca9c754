using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Guesses;
using InteractiveArticle.Rendering;

namespace InteractiveArticle.Article.Site;

/// <summary>
/// Questions to guess at: their controls, hidden until a script is there, and the cover over what answers them. Without scripts
/// the question stands and nothing is covered.
/// </summary>
internal static class GuessHtml
{
    // So many points make a curve that a hand draws well and a keyboard sets soon.
    private const int PointsOfACurve = 9;

    // A slider on a logarithmic scale goes by per cent of its way.
    private const int StepsOfASlider = 100;

    /// <summary>A question with its controls.</summary>
    /// <param name="part">What is asked and revealed.</param>
    /// <param name="question">The question, as HTML.</param>
    /// <exception cref="NotebookException">The cell that reveals does not show a result that was guessed at like this.</exception>
    public static string Question(GuessedPart part, string question)
    {
        var guess = part.Guess;
        var shown = part.Revealing.Outputs.Select(ShownReveal.In).FirstOrDefault(reveal => reveal is not null);
        string kind = JsonNamingPolicy.CamelCase.ConvertName(guess.Kind.ToString());
        if (shown?.Kind != kind || !shown.Names.SequenceEqual(guess.Bars))
        {
            string bars = guess.Bars.Count == 0 ? "" : $" with the bars {string.Join(", ", guess.Bars)} in this order";
            throw new NotebookException($"its guess is by {(guess.Kind == GuessKind.Bars ? "" : "a ")}{kind}, so the cell tagged {CellTags.Reveal} behind it must end in Reveal.{guess.Kind}(…){bars}");
        }

        string id = Id(part);
        string data = Encode(new JsonObject
        {
            ["kind"] = kind,
            ["values"] = Json(guess.Values),
            ["across"] = guess.Across is null ? null : Json(guess.Across),
            ["bars"] = new JsonArray([.. guess.Bars.Select(bar => JsonValue.Create(bar))]),
            ["areApart"] = guess.AreApart,
        }.ToJsonString());
        return $"""
            <section class="guess" id="{id}" data-guess="{data}" data-reveal="{Encode(part.Revealing.Id)}">
            {question}<p class="guess-line">{Words(guess.Line)}</p>
            <div class="guess-form" hidden>
            {Controls(guess, id)}
            <div class="guess-actions"><button type="button" class="commit" disabled>That is my guess</button><button type="button" class="show">Just show me</button></div>
            </div>
            <div class="guess-result" hidden></div>
            <div class="guess-words" role="status"></div>
            </section>

            """;
    }

    /// <summary>What is covered until the reader has guessed.</summary>
    /// <param name="part">What is asked and revealed.</param>
    /// <param name="html">A part of what stands between, as HTML.</param>
    public static string Covered(GuessedPart part, string html)
    {
        string cover = html.Contains("<figure class=\"scene", StringComparison.Ordinal) ? "The film begins when you have guessed." : "The result is covered until you have guessed.";
        return $"<div class=\"until-guessed\" data-guess=\"{Id(part)}\"><p class=\"guess-cover\">{cover}</p>\n{html}</div>\n";
    }

    private static string Id(GuessedPart part) => Encode($"guess-{part.Asking.Id}");

    private static string Controls(Guess guess, string id)
    {
        string label = Words(guess.Label);
        string unit = guess.Values.Unit is null ? "" : $" <span class=\"unit\">{Encode(guess.Values.Unit)}</span>";
        return guess.Kind switch
        {
            GuessKind.Number => $"""
                <p class="guess-number"><input type="text" inputmode="decimal" autocomplete="off" class="exact" aria-label="Your guess: {label}">{unit} {label}</p>
                {Slider(guess.Values, $"aria-label=\"Your guess on a slider: {label}\"")}
                """,
            GuessKind.Bars => $"<p class=\"guess-number\">Drag the bars: {unit} {label}</p><div class=\"guess-bars\">{string.Concat(guess.Bars.Select((bar, n) => $"<label for=\"{id}-{n}\">{Words(bar)}</label>{Slider(guess.Values, $"id=\"{id}-{n}\"", 0)}<output for=\"{id}-{n}\"></output>"))}</div>",
            _ => $"""
                <p class="guess-number">Draw a line:{unit} {label}</p>
                <div class="guess-curve"><div class="guess-paper"></div><div class="guess-points">{string.Concat(Enumerable.Range(0, PointsOfACurve).Select(n => Slider(guess.Values, $"aria-label=\"Point {n + 1} of {PointsOfACurve}\"")))}</div></div>
                """,
        };
    }

    private static string Slider(GuessScale scale, string attributes, double share = 0.5)
    {
        var (minimum, maximum, step) = scale.IsLogarithmic ? (0, StepsOfASlider, 1) : (scale.Minimum, scale.Maximum, scale.Step);
        return string.Create(CultureInfo.InvariantCulture, $"<input type=\"range\" {attributes} min=\"{minimum}\" max=\"{maximum}\" step=\"{step}\" value=\"{minimum + (share * (maximum - minimum))}\">");
    }

    private static JsonObject Json(GuessScale scale) => new()
    {
        ["minimum"] = scale.Minimum,
        ["maximum"] = scale.Maximum,
        ["step"] = scale.Step,
        ["isLogarithmic"] = scale.IsLogarithmic,
        ["unit"] = scale.Unit,
    };

    private static string Words(string text) => Encode(Typography.OfText(text));

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
