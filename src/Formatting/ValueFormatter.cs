using System.Reflection;
using System.Text.Json;
using InteractiveArticle.Cells.Running;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;
using Microsoft.DotNet.Interactive.Formatting;

namespace InteractiveArticle.Formatting;

/// <summary>
/// Turns a value into the forms that a front end can show, by the formatters of .NET Interactive. Types bring their own
/// by a <c>TypeFormatterSourceAttribute</c>; no type is special here.
/// </summary>
public sealed class ValueFormatter : IValueFormatter
{
    private const string Csv = "text/csv";

    // Well below what a notebook may hold, whose outputs lie a few levels deep in it.
    private const int MaxDepth = 64;

    /// <summary>The one formatter; creating it also makes what cells display reach their outputs.</summary>
    public static ValueFormatter Instance { get; } = new();

    private ValueFormatter()
    {
        Sequences.Register();
        Displays.Follow();
    }

    /// <inheritdoc/>
    public MimeBundle? Format(object? value) => value is DisplayedValue ? null : Bundle(value, FormsOf(value));

    /// <summary>The forms of a value that is formatted already, put right: always with plain text, and the same on every system.</summary>
    /// <param name="value">The value.</param>
    /// <param name="forms">Its forms.</param>
    /// <exception cref="InvalidOperationException">The plain text cannot be made, or a form of a JSON type is not JSON.</exception>
    internal static MimeBundle Bundle(object? value, IReadOnlyCollection<FormattedValue> forms)
    {
        var bundle = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var form in forms)
        {
            bundle[form.MimeType] = Text(value, form);
        }

        bundle.TryAdd(MimeTypes.Text, bundle.GetValueOrDefault(Csv) ?? (IsGivenInForms(value, forms) ? bundle.Values.FirstOrDefault("") : Text(value, Formatted(value, MimeTypes.Text))));
        return new MimeBundle(bundle);
    }

    // There may be no value behind the forms, or none but them.
    private static bool IsGivenInForms(object? value, IReadOnlyCollection<FormattedValue> forms) =>
        value is FormattedValue or IEnumerable<FormattedValue>
        || (value is null && forms.FirstOrDefault() is { } form && form.Value != Formatted(null, form.MimeType).Value);

    /// <summary>What to say of a value whose formatter has failed.</summary>
    internal static InvalidOperationException Failed(object? value, string what, Exception e)
    {
        var cause = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
        return new InvalidOperationException($"A value of type {value?.GetType().ToString() ?? "null"} cannot be shown: {what} ({cause.Message}).", cause);
    }

    private static IReadOnlyList<FormattedValue> FormsOf(object? value) => value switch
    {
        FormattedValue form => [form],
        IEnumerable<FormattedValue> forms => [.. forms],
        _ => [.. Preferred(value).Select(mimeType => Formatted(value, mimeType))],
    };

    private static string[] Preferred(object? value)
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

    private static FormattedValue Formatted(object? value, string mimeType)
    {
        try
        {
            return FormattedValue.CreateSingleFromObject(value, mimeType);
        }
        catch (Exception e)
        {
            throw Failed(value, $"its formatter for {mimeType} failed", e);
        }
    }

    private static string Text(object? value, FormattedValue form)
    {
        // Formatters end lines as the system they were built on or run on does; outputs are the same everywhere.
        string text = (form.Value ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);
        if (MimeBundle.IsJson(form.MimeType))
        {
            CheckJson(value, form.MimeType, text);
        }

        return form.MimeType == MimeTypes.Html && IsScalar(value) ? WithoutStyle(text) : text;
    }

    private static void CheckJson(object? value, string mimeType, string text)
    {
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
}
