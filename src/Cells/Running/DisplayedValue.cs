using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Cells.Running;

/// <summary>A value shown by <c>display</c>, which can be updated where it stands.</summary>
public sealed class DisplayedValue
{
    private readonly CellContext cell;
    private readonly IReadOnlyList<string> mimeTypes;

    private DisplayedValue(CellContext cell, IReadOnlyList<string> mimeTypes)
    {
        this.cell = cell;
        this.mimeTypes = mimeTypes;
        DisplayId = cell.DisplayIds.Next();
    }

    /// <summary>The name of what was shown, unique in its kernel and the same in every run.</summary>
    public string DisplayId { get; }

    /// <summary>Shows another value in its place, in the same forms; also from a later cell.</summary>
    /// <param name="updatedValue">The value.</param>
    /// <exception cref="InvalidOperationException">The value's formatter failed.</exception>
    public void Update(object? updatedValue) =>
        (CellContext.Current ?? cell).Update(new DisplayOutput(ValueFormatter.Format(updatedValue, mimeTypes), [], DisplayId));

    internal static DisplayedValue Show(MimeBundle data)
    {
        var cell = CellContext.Current ?? throw new InvalidOperationException("Nothing can be shown: no cell is running here.");
        var displayed = new DisplayedValue(cell, data.MimeTypes);
        cell.Write(new DisplayOutput(data, [], displayed.DisplayId));
        return displayed;
    }
}
