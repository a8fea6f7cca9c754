namespace InteractiveArticle.Figures.Display;

/// <summary>
/// Writes a value in one form. Kernels recognise the members by their names.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="mimeType">The form.</param>
/// <param name="format">Gives the value in that form.</param>
public sealed class TypeFormatter<T>(string mimeType, Func<T, string> format)
{
    /// <summary>The form.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="writer">Where to.</param>
    /// <returns>False when the value is of another type.</returns>
    public bool Format(object value, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is not T typed)
        {
            return false;
        }

        writer.Write(format(typed));
        return true;
    }
}
