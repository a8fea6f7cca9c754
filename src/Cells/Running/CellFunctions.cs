using Microsoft.AspNetCore.Html;

namespace InteractiveArticle.Cells.Running;

#pragma warning disable CA1707, IDE1006 // The names are those of .NET Interactive, so that a cell runs there unchanged.

/// <summary>
/// What every cell can call with no <c>using</c>, under the names of .NET Interactive. Output of code that outlives
/// its cell is dropped.
/// </summary>
public static class CellFunctions
{
    /// <summary>Shows a value under the cell.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The forms wanted; none for those that the value's type prefers.</param>
    /// <returns>What was shown, so that it can be updated.</returns>
    /// <exception cref="InvalidOperationException">The value's formatter failed, or no cell is running.</exception>
    public static DisplayedValue display(object? value, params string[] mimeTypes) =>
        DisplayedValue.Show(ValueFormatter.Format(value, mimeTypes));

    /// <summary>Text that is HTML already.</summary>
    /// <param name="content">The HTML.</param>
    /// <returns>Content that is shown as it is.</returns>
    public static IHtmlContent HTML(string content) => new HtmlString(content);
}
