using System.Reflection;
using System.Text.Json;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;
using Microsoft.DotNet.Interactive.Formatting;

namespace InteractiveArticle.Cells.Running;

/// <summary>
/// Turns a value into the forms that a front end can show, by the formatters of .NET Interactive. Types bring their own
/// by a <c>TypeFormatterSourceAttribute</c>; no type is special here.
/// </summary>
internal static class ValueFormatter
{
    private const string Html = MimeTypes.Html;
    private const string PlainText = MimeTypes.Text;

    // Well below what a notebook may hold, whose outputs lie a few levels deep in it.
    private const int MaxDepth = 64;

    /// <summary>Formats a value as its type prefers, or as asked, and always as plain text too.</summary>
    /// <exception cref="InvalidOperationException">The value's formatter failed, or gave JSON that is none.</exception>
    public static MimeBundle Format(object? value, IReadOnlyList<string> mimeTypes)
    {
        var wanted = mimeTypes.Count > 0 ? mimeTypes : Preferred(value);
        return new MimeBundle(wanted.Append(PlainText).Distinct(StringComparer.Ordinal).Select(mimeType => KeyValuePair.Create(mimeType, Format(value, mimeType))));
    }

    /// <summary>Takes text that is of a MIME type already, and adds it as plain text too.</summary>
    /// <exception cref="InvalidOperationException">The MIME type is JSON and the text is not.</exception>
    public static MimeBundle Raw(string text, string mimeType)
    {
        CheckJson(text, mimeType, text);
        return new MimeBundle([KeyValuePair.Create(mimeType, text)]).With(PlainText, text);
    }

    private static IReadOnlyList<string> Preferred(object? value) => CellContext.Current?.Wanted(PreferredFor(value)) ?? PreferredFor(value);

    private static IReadOnlyList<string> PreferredFor(object? value)
    {
        try
        {
            return [.. Formatter.GetPreferredMimeTypesFor(value?.GetType())];
        }
        catch (Exception e)
        {
            throw Failed(value, "its formatters cannot be created", e);
        }
    }

    private static string Format(object? value, string mimeType)
    {
        string text;
        try
        {
            // Formatters end lines as the system they were built on or run on does; outputs are the same everywhere.
            text = value.ToDisplayString(mimeType).Replace("\r\n", "\n", StringComparison.Ordinal);
        }
        catch (Exception e)
        {
            throw Failed(value, $"its formatter for {mimeType} failed", e);
        }

        CheckJson(value, mimeType, text);
        return mimeType == Html && IsScalar(value) ? WithoutStyle(text) : text;
    }

    private static void CheckJson(object? value, string mimeType, string text)
    {
        if (!MimeBundle.IsJson(mimeType))
        {
            return;
        }

        try
        {
            _ = StrictJson.Parse(text, MaxDepth);
        }
        catch (JsonException e)
        {
            throw Failed(value, $"its text for {mimeType} is not JSON", e);
        }
    }

    private static bool IsScalar(object? value) => Type.GetTypeCode(value?.GetType()) != TypeCode.Object;

    // The formatting package ends even a bare number with the style sheet of its trees, which a bare number has no use for.
    private static string WithoutStyle(string html) =>
        html.StartsWith("<div class=\"dni-plaintext\">", StringComparison.Ordinal) && html.IndexOf("<style>", StringComparison.Ordinal) is > 0 and var style
            ? html[..style]
            : html;

    private static InvalidOperationException Failed(object? value, string what, Exception e)
    {
        var cause = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
        return new InvalidOperationException($"A value of type {value?.GetType().ToString() ?? "null"} cannot be shown: {what} ({cause.Message}).", cause);
    }
}
