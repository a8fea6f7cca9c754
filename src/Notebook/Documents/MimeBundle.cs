using System.Collections;

namespace InteractiveArticle.Notebook.Documents;

/// <summary>
/// One value in several forms, the richest first: text by MIME type.
/// </summary>
public sealed class MimeBundle : IEnumerable<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> forms = [];

    /// <summary>The form of a MIME type, or null where the value has none.</summary>
    /// <param name="mimeType">Such as "text/html".</param>
    public string? this[string mimeType] => forms.FirstOrDefault(form => form.Key == mimeType).Value;

    /// <summary>Adds a form; a form of the same type is replaced.</summary>
    /// <param name="mimeType">Such as "text/html".</param>
    /// <param name="text">The value in that form.</param>
    public void Add(string mimeType, string text)
    {
        forms.RemoveAll(form => form.Key == mimeType);
        forms.Add(new(mimeType, text));
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => forms.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
