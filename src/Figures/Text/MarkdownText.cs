using System.Text;

namespace InteractiveArticle.Figures.Text;

/// <summary>Text as Markdown that shows it as it is, for the front ends of notebooks.</summary>
internal static class MarkdownText
{
    // Some of them mean something in some front ends only, as the dollar does where formulas are set.
    private const string Special = "\\`*_[]<>&#~|$";
    private const string SpecialInHtml = "\\`*_[]~|$";

    /// <summary>Escapes what Markdown would take for its own.</summary>
    public static string Of(string text) => Escaped(text, Special);

    /// <summary>The same for encoded text with tags in it, which Markdown lets be.</summary>
    public static string OfHtml(string html) => Escaped(html, SpecialInHtml);

    private static string Escaped(string text, string special)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char letter in text)
        {
            if (special.Contains(letter, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(letter);
        }

        return escaped.ToString();
    }
}
