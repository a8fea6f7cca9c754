namespace InteractiveArticle.Cells.Running;

/// <summary>What every cell can call on a value with no <c>using</c>, under the names of .NET Interactive.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value under the cell, as <see cref="CellFunctions.display"/> does.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The forms wanted; none for those that the value's type prefers.</param>
    /// <returns>What was shown, so that it can be updated.</returns>
    /// <exception cref="InvalidOperationException">The value's formatter failed, or no cell is running.</exception>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) =>
        CellFunctions.display(value, mimeTypes);

    /// <summary>Shows text that is of a MIME type already.</summary>
    /// <param name="value">The text.</param>
    /// <param name="mimeType">Its MIME type, such as <c>text/html</c>.</param>
    /// <returns>What was shown, so that it can be updated.</returns>
    /// <exception cref="InvalidOperationException">The MIME type is JSON and the text is not, or no cell is running.</exception>
    public static DisplayedValue DisplayAs(this string value, string mimeType) =>
        DisplayedValue.Show(ValueFormatter.Raw(value, mimeType));
}
