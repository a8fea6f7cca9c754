using System.Net;

namespace InteractiveArticle.Figures.Text;

/// <summary>
/// Sentences that compute their own numbers, and the words in which all figures, scenes and cells put theirs.
/// </summary>
public static class Narration
{
    private const long HoursInWords = 48;
    private const long MinutesPerHour = 60;
    private const long HoursPerDay = 24;

    /// <summary>A sentence whose holes are filled from the model; move a lever and the sentence changes.</summary>
    /// <param name="sentence">An interpolated string; its holes are emphasised.</param>
    public static Passage Say(FormattableString sentence) => new("", [Html(sentence)], [Prose(sentence)]);

    /// <summary>The answer to a question, folded until the reader has tried.</summary>
    /// <param name="paragraphs">Interpolated strings, one a paragraph; their holes are emphasised.</param>
    public static Passage Answer(params FormattableString[] paragraphs) =>
        new("Answer", [.. paragraphs.Select(Html)], [.. paragraphs.Select(Prose)]);

    /// <summary>
    /// Text for readers: its numbers are written as in all of the article, as "−1,047.5" and "12 %". What machines read, such
    /// as the setting of a lever or the path of a line, is written with <see cref="FormattableString.Invariant"/> instead.
    /// </summary>
    /// <param name="text">An interpolated string.</param>
    public static string Prose(FormattableString text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.ToString(ArticleNumbers.Instance);
    }

    /// <summary>A number of things, such as "1 minute", "2 minutes" or "1,500 minutes".</summary>
    /// <param name="number">How many.</param>
    /// <param name="one">What one of them is called.</param>
    /// <param name="many">What several are called; null for the singular with an "s".</param>
    /// <param name="format">The format of the number; null for an <see cref="Amount"/>.</param>
    public static string Count(double number, string one, string? many = null, string? format = null)
    {
        string shown = format is null ? Amount(number) : ArticleNumbers.Instance.Format(format, number, null);
        return $"{shown} {(shown == "1" ? one : many ?? one + "s")}";
    }

    /// <summary>A number with three digits that mean something, such as "0.166", "1.98", "12.9" or "22,450".</summary>
    /// <param name="number">Any number.</param>
    public static string Amount(double number) => Math.Abs(number) switch
    {
        >= 99.95 => Prose($"{number:0}"),
        >= 9.995 => Prose($"{number:0.#}"),
        >= 0.9995 => Prose($"{number:0.##}"),
        _ => Prose($"{number:0.###}"),
    };

    /// <summary>A share in whole per cent; "under 1 %" where some are left that would round to none.</summary>
    /// <param name="share">From 0 to 1.</param>
    public static string Share(double share) => share is > 0 and < 0.005 ? "under 1 %" : Prose($"{share:P0}");

    /// <summary>A length of time in words, such as "36 s", "4 h 17 min" or "4 days 3 h".</summary>
    /// <param name="minutes">At least 0, in minutes.</param>
    public static string Duration(double minutes)
    {
        long whole = (long)Math.Round(minutes);
        long hours = (long)Math.Round(minutes / MinutesPerHour);
        return minutes is > 0 and < 1 ? Prose($"{MinutesPerHour * minutes:0.#} s")
            : whole < MinutesPerHour ? Prose($"{whole} min")
            : whole < HoursInWords * MinutesPerHour ? Both(whole, MinutesPerHour, Prose($"{whole / MinutesPerHour} h"), "min")
            : Both(hours, HoursPerDay, Count(hours / HoursPerDay, "day"), "h");
    }

    private static string Both(long amount, long larger, string words, string unit) => amount % larger == 0 ? words : $"{words} {amount % larger} {unit}";

    private static string Html(FormattableString sentence) => string.Format(
        ArticleNumbers.Instance,
        WebUtility.HtmlEncode(sentence.Format),
        [.. sentence.GetArguments().Select(object? (hole) => new Hole(hole))]);

    private sealed class Hole(object? value) : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) =>
            $"<strong>{WebUtility.HtmlEncode(ArticleNumbers.Instance.Format(format, value, formatProvider))}</strong>";
    }
}
