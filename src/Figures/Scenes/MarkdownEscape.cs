using System.Text;

namespace InteractiveArticle.Figures.Scenes;

/// <summary>Text as Markdown that shows it as it is.</summary>
internal static class MarkdownEscape
{
    private const string Special = "\\`*_[]<>&#~|";

    /// <summary>Escapes what Markdown would take for its own.</summary>
    public static string Of(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char letter in text)
        {
            if (Special.Contains(letter, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(letter);
        }

        return escaped.ToString();
    }
}
