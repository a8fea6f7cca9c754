using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace InteractiveArticle.Formatting;

#pragma warning disable CA1707, IDE1006 // The names are those of .NET Interactive, so that a cell runs there unchanged.

/// <summary>
/// What cells on a page can call with no <c>using</c>: the functions that .NET Interactive's <c>Kernel</c> has natively and a
/// page without it needs too. The rest, such as <c>Display</c> and <c>DisplayTable</c>, comes with the formatters.
/// </summary>
public static class CellFunctions
{
    /// <summary>Shows a value under the cell.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The forms wanted; none for those that the value's type prefers.</param>
    /// <returns>What was shown, so that it can be updated.</returns>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => value.Display(mimeTypes);

    /// <summary>Text that is HTML already.</summary>
    /// <param name="content">The HTML.</param>
    /// <returns>Content that is shown as it is.</returns>
    public static IHtmlContent HTML(string content) => new HtmlString(content);
}
