using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace InteractiveArticle.Notebook.Outputs;

/// <summary>
/// One value in several forms: an ordered map from MIME type to text. The form of a JSON type
/// (<see cref="IsJson"/>) is the text of one JSON value. Immutable.
/// </summary>
public sealed class MimeBundle : IEnumerable<KeyValuePair<string, string>>
{
    private readonly OrderedDictionary<string, string> forms;

    /// <summary>Creates a bundle.</summary>
    /// <param name="forms">MIME types and texts, in order; no type twice.</param>
    /// <exception cref="ArgumentException">A MIME type comes twice.</exception>
    public MimeBundle(IEnumerable<KeyValuePair<string, string>> forms) =>
        this.forms = new OrderedDictionary<string, string>(forms, StringComparer.Ordinal);

    /// <summary>The MIME types, in order.</summary>
    public IReadOnlyList<string> MimeTypes => forms.Keys;

    /// <summary>The text of one form.</summary>
    /// <param name="mimeType">Its MIME type.</param>
    /// <exception cref="KeyNotFoundException">The bundle has no such form.</exception>
    public string this[string mimeType] => forms[mimeType];

    /// <summary>Whether a MIME type's text is JSON, which a notebook file holds as a value rather than as text.</summary>
    /// <param name="mimeType">The MIME type.</param>
    /// <returns><see langword="true"/> for <c>application/json</c> and <c>application/…+json</c>.</returns>
    public static bool IsJson(string mimeType) =>
        mimeType.StartsWith("application/", StringComparison.Ordinal)
        && (mimeType.EndsWith("/json", StringComparison.Ordinal) || mimeType.EndsWith("+json", StringComparison.Ordinal));

    /// <summary>This bundle with one form added at the end, or replaced where it stands.</summary>
    /// <param name="mimeType">The MIME type.</param>
    /// <param name="text">The text.</param>
    /// <returns>A new bundle.</returns>
    public MimeBundle With(string mimeType, string text)
    {
        var changed = new MimeBundle(forms);
        changed.forms[mimeType] = text;
        return changed;
    }

    /// <summary>This bundle without some forms.</summary>
    /// <param name="mimeTypes">Their MIME types; what it does not have is left out already.</param>
    /// <returns>A new bundle.</returns>
    public MimeBundle Without(params IReadOnlyCollection<string> mimeTypes) => new(forms.Where(form => !mimeTypes.Contains(form.Key)));

    /// <summary>Looks for one form.</summary>
    /// <param name="mimeType">Its MIME type.</param>
    /// <param name="text">Its text, if the bundle has it.</param>
    /// <returns>Whether the bundle has it.</returns>
    public bool TryGetValue(string mimeType, [MaybeNullWhen(false)] out string text) => forms.TryGetValue(mimeType, out text);

    /// <summary>The text of one form.</summary>
    /// <param name="mimeType">Its MIME type.</param>
    /// <returns>The text; <see langword="null"/> if the bundle has no such form.</returns>
    public string? Find(string mimeType) => forms.GetValueOrDefault(mimeType);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => forms.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
