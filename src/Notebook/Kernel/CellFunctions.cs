using InteractiveArticle.Notebook.Documents;
using Microsoft.AspNetCore.Html;

namespace InteractiveArticle.Notebook.Kernel;

/// <summary>
/// What a cell can call without naming it, as in .NET Interactive's C# kernel.
/// </summary>
#pragma warning disable IDE1006, CA1708 // The names are .NET Interactive's, lower case and all.
public static class CellFunctions
{
    /// <summary>Shows a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The forms to show it in; by default those its type prefers.</param>
    /// <returns>The display, which can be updated.</returns>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => value.Display(mimeTypes);

    /// <summary>Text that is HTML already.</summary>
    /// <param name="content">The HTML.</param>
    public static IHtmlContent HTML(string content) => new HtmlString(content);
}
#pragma warning restore IDE1006, CA1708

/// <summary>
/// Shows any value from within a cell.
/// </summary>
public static class DisplayExtensions
{
    /// <summary>Shows the value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The forms to show it in; by default those its type prefers.</param>
    /// <returns>The display, which can be updated.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) =>
        Session.Display(ValueFormatter.Format(value, mimeTypes));

    /// <summary>Shows text as what it is.</summary>
    /// <param name="value">The text.</param>
    /// <param name="mimeType">Its form, such as "text/markdown".</param>
    /// <returns>The display, which can be updated.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayedValue DisplayAs(this string value, string mimeType) =>
        Session.Display(new MimeBundle { { mimeType, value } });

    private static CellSession Session =>
        CellSession.Current ?? throw new InvalidOperationException("Values can be displayed only while a cell runs.");
}
