using System.Text.Json.Nodes;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Notebook.Levers;

/// <summary>
/// The names of the levers that move what a cell shows, as somebody found by trying and wrote into the cell's metadata.
/// </summary>
public static class MovingLevers
{
    private const string Member = "levers";

    /// <summary>The levers that move what a cell shows.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>Their names; <see langword="null"/> where nobody has tried.</returns>
    public static IReadOnlyList<string>? Of(Cell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Metadata[Member] is JsonArray names ? [.. names.OfType<JsonValue>().Select(name => name.TryGetValue<string>(out var text) ? text : null).OfType<string>()] : null;
    }

    /// <summary>Writes the levers into a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="names">Their names in the order of their declaration; <see langword="null"/> takes out what was written.</param>
    /// <returns>The cell with them; the same cell where nothing changes.</returns>
    public static Cell Write(Cell cell, IReadOnlyList<string>? names)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (names is null ? !cell.Metadata.ContainsKey(Member) : Of(cell) is { } written && written.SequenceEqual(names))
        {
            return cell;
        }

        var metadata = (JsonObject)cell.Metadata.DeepClone();
        metadata.Remove(Member);
        if (names is not null)
        {
            metadata[Member] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]);
        }

        return cell with { Metadata = metadata };
    }
}
