namespace InteractiveArticle.Notebook.Kernel;

/// <summary>
/// Something that a cell has shown and may show anew in the same place.
/// </summary>
public sealed class DisplayedValue
{
    private readonly CellSession session;
    private readonly string displayId;

    internal DisplayedValue(CellSession session, string displayId)
    {
        this.session = session;
        this.displayId = displayId;
    }

    /// <summary>Shows another value in the same place.</summary>
    /// <param name="value">The value.</param>
    public void Update(object? value) => session.Update(displayId, ValueFormatter.Format(value));
}
