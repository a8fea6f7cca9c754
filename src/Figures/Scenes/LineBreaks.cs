namespace InteractiveArticle.Figures.Scenes;

/// <summary>Breaks text into lines, which SVG does not do by itself.</summary>
public static class LineBreaks
{
    /// <summary>Breaks a text at its spaces.</summary>
    /// <param name="text">The text.</param>
    /// <param name="letters">About how many letters a line holds; a longer word has a line of its own.</param>
    /// <returns>The lines; none for an empty text.</returns>
    public static IReadOnlyList<string> Break(string text, int letters)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<string> lines = [];
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= letters)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }
}
