using InteractiveArticle.Notebook.Documents;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace InteractiveArticle.Notebook.Kernel;

/// <summary>
/// Turns a value into its forms by the conventions of .NET Interactive's formatting library.
/// </summary>
internal static class ValueFormatter
{
    /// <summary>Formats a value in the forms asked for, or in those its type prefers, and always in plain text too.</summary>
    public static MimeBundle Format(object? value, params IReadOnlyCollection<string> mimeTypes)
    {
        if (mimeTypes.Count == 0)
        {
            mimeTypes = Formatter.GetPreferredMimeTypesFor(value?.GetType() ?? typeof(object));
        }

        var bundle = new MimeBundle();
        foreach (string mimeType in mimeTypes.Append(MimeTypes.Text).Distinct())
        {
            // Ready-made HTML has no members worth listing; its plain text is itself.
            string text = value is IHtmlContent html && mimeType == MimeTypes.Text ? html.ToString()! : value.ToDisplayString(mimeType);
            bundle.Add(mimeType, text.ReplaceLineEndings("\n"));
        }

        return bundle;
    }
}
