namespace InteractiveArticle.Notebook.Documents;

/// <summary>The beginning of a text that may be of any length, for messages that somebody is to read.</summary>
public static class Excerpt
{
    /// <summary>A text, or its beginning with an ellipsis.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mostCharacters">How many characters of it are kept, above 0.</param>
    public static string Of(string text, int mostCharacters) => text.Length > mostCharacters ? $"{text.AsSpan(0, mostCharacters)} …" : text;
}
