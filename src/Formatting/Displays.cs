using System.Runtime.CompilerServices;
using InteractiveArticle.Cells.Running;
using InteractiveArticle.Notebook.Outputs;
using Microsoft.DotNet.Interactive.Formatting;

namespace InteractiveArticle.Formatting;

/// <summary>
/// Brings what cells display to their outputs, and updates to what they update.
/// </summary>
/// <remarks>
/// <c>x.Display()</c> raises one <see cref="DisplayedValue"/> and returns another one with the same forms, so that an update
/// comes with an identity of its own. What leads from an update back to the original are the MIME types: an update passes on
/// the very same text objects. So each display gets copies of its MIME types, by which it is known from then on.
/// </remarks>
internal static class Displays
{
    private static readonly ConditionalWeakTable<string, string> Ids = [];

    // The same display may be told by the formatter and by a kernel, one right after the other.
    [ThreadStatic]
    private static IReadOnlyCollection<FormattedValue>? latest;

    /// <summary>Takes all that is displayed in this process from now on.</summary>
    public static void Follow() => Formatter.SubscribeToDisplayedValues(displayed => Take(displayed.Value, displayed.FormattedValues));

    /// <summary>Shows a value with the cell that runs here, or updates what shows it already.</summary>
    /// <param name="value">The value.</param>
    /// <param name="forms">Its forms.</param>
    /// <param name="known">The name of what it updates where the forms do not tell; null for none.</param>
    /// <returns>The name of what shows it; null where no cell runs.</returns>
    /// <exception cref="InvalidOperationException">It cannot be shown.</exception>
    public static string? Take(object? value, IReadOnlyCollection<FormattedValue> forms, string? known = null)
    {
        string? id = forms.Select(form => Ids.TryGetValue(form.MimeType, out string? told) ? told : null).FirstOrDefault(told => told is not null) ?? known;
        if (ReferenceEquals(forms, latest) || CellContext.Current is not { } cell)
        {
            return id;
        }

        latest = forms;
        var bundle = ValueFormatter.Bundle(value, forms);
        if (id is not null)
        {
            cell.Update(StillPictures.AddTo(new DisplayOutput(bundle, [], id), value));
            return id;
        }

        id = cell.DisplayIds.Next();
        foreach (var form in forms)
        {
            ref string mimeType = ref MimeTypeOf(form);
            mimeType = new string(mimeType);
            Ids.Add(mimeType, id);
        }

        cell.Write(StillPictures.AddTo(new DisplayOutput(bundle, [], id), value));
        return id;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<MimeType>k__BackingField")]
    private static extern ref string MimeTypeOf(FormattedValue form);
}
