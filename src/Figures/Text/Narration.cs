using System.Globalization;
using System.Net;

namespace InteractiveArticle.Figures.Text;

/// <summary>
/// Sentences that compute their own numbers.
/// </summary>
public static class Narration
{
    /// <summary>A sentence whose holes are filled from the model; move a lever and the sentence changes.</summary>
    /// <param name="sentence">An interpolated string; its holes are emphasised.</param>
    public static Passage Say(FormattableString sentence) => new("", [Html(sentence)], [Plain(sentence)]);

    /// <summary>The answer to a question, folded until the reader has tried.</summary>
    /// <param name="paragraphs">Interpolated strings, one a paragraph; their holes are emphasised.</param>
    public static Passage Answer(params FormattableString[] paragraphs) =>
        new("Answer", [.. paragraphs.Select(Html)], [.. paragraphs.Select(Plain)]);

    /// <summary>A length of time in words, such as "4 h 17 min".</summary>
    /// <param name="minutes">At least 0, in minutes.</param>
    public static string Duration(double minutes)
    {
        long whole = (long)Math.Round(minutes);
        return whole < 60 ? $"{whole} min" : whole % 60 == 0 ? $"{whole / 60} h" : $"{whole / 60} h {whole % 60} min";
    }

    private static string Plain(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);

    private static string Html(FormattableString sentence) => string.Format(
        CultureInfo.InvariantCulture,
        WebUtility.HtmlEncode(sentence.Format),
        [.. sentence.GetArguments().Select(object? (hole) => new Hole(hole))]);

    private sealed class Hole(object? value) : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider)
        {
            string text = value is IFormattable formattable ? formattable.ToString(format, formatProvider) : value?.ToString() ?? "";
            return $"<strong>{WebUtility.HtmlEncode(text)}</strong>";
        }
    }
}
