using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Parameters;

namespace InteractiveArticle.Notebook.Levers;

/// <summary>
/// The cell tagged <c>parameters</c>: plain C# that declares the notebook's levers, one a line, each with a comment
/// that gives its range, step, unit and label. A slider is logarithmic where <c>log</c> follows the step, or logarithmic in
/// what a share lacks of one where <c>nines</c> does; a share is shown times one hundred where <c>as %</c> follows:
/// <code>
/// double removed = 0.45; // 0…1 step 0.01 as % · share of the fleet removed
/// double rate = 0.02; // 0.005…1 step 0.001 log as % per minute · how fast it goes
/// int pause = 5; // 1…60 step 1 min · time between two looks
/// bool retry = true; // clients try again
/// string service = "exponential"; // exponential | deterministic · law of the service time
/// </code>
/// </summary>
public sealed class LeverCell
{
    /// <summary>The tag of the cell that declares levers (the papermill convention).</summary>
    public const string Tag = "parameters";

    private readonly Cell cell;
    private readonly int index;
    private readonly IReadOnlyList<LeverLine> lines;

    private LeverCell(Cell cell, int index)
    {
        this.cell = cell;
        this.index = index;
        lines = LeverLine.ParseAll(cell.Source);
        Levers = [.. lines.Select(line => line.Lever)];
    }

    /// <summary>The levers, in the order of the cell.</summary>
    public IReadOnlyList<Lever> Levers { get; }

    /// <summary>Finds and reads the parameters cell of a notebook.</summary>
    /// <param name="document">The notebook.</param>
    /// <returns>The cell, or <see langword="null"/> if the notebook has none.</returns>
    /// <exception cref="NotebookException">A line of the cell is not a lever, or more than one cell is tagged.</exception>
    public static LeverCell? Find(NotebookDocument document)
    {
        var tagged = document.Cells.Index().Where(cell => cell.Item.Kind == CellKind.Code && cell.Item.HasTag(Tag)).ToArray();
        return tagged switch
        {
            [] => null,
            [var one] => new LeverCell(one.Item, one.Index),
            [var one, var two, ..] => throw new NotebookException(
                $"cells {one.Index + 1} and {two.Index + 1} are both tagged {Tag}; a notebook has at most one such cell: move all levers there."),
        };
    }

    /// <summary>The values that papermill has set for levers, in a cell of its own (<see cref="InjectedCell"/>).</summary>
    /// <param name="document">The notebook that the cell was found in.</param>
    /// <returns>Values by the name of the lever, as <see cref="Lever.Parse"/> reads them.</returns>
    public IReadOnlyDictionary<string, string> Injected(NotebookDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var values = new Dictionary<string, string>();
        foreach (var (name, value) in InjectedCell.Of(document).Where(parameter => Levers.Any(lever => lever.Name == parameter.Name)))
        {
            values[name] = value.Trim().TrimEnd(';').Trim('"');
        }

        return values;
    }

    /// <summary>
    /// Sets levers: rewrites their values in the parameters cell, takes them out of the cell in which papermill may have set them before
    /// (<see cref="InjectedCell"/>), as that would have the last word, and leaves every other character as it is.
    /// </summary>
    /// <param name="document">The notebook that the cell was found in.</param>
    /// <param name="values">Values by the name of the lever, as <see cref="Lever.Parse"/> reads them.</param>
    /// <returns>The notebook with the values set.</returns>
    /// <exception cref="NotebookException">There is no lever of some name, or it does not take the value.</exception>
    public NotebookDocument Apply(NotebookDocument document, IReadOnlyDictionary<string, string> values)
    {
        foreach (var name in values.Keys.Where(name => Levers.All(lever => lever.Name != name)))
        {
            string[] names = [.. Levers.Select(lever => lever.Name)];
            throw new NotebookException($"{name}: no such lever{KnownNames.DidYouMean(name, names)}; this notebook has {(names.Length == 0 ? "none" : string.Join(", ", names))}");
        }

        var source = cell.Source.Split('\n');
        foreach (var line in lines)
        {
            if (values.TryGetValue(line.Lever.Name, out var text))
            {
                source[line.Lever.Line - 1] = line.Set(line.Lever.Parse(text));
            }
        }

        var cells = document.Cells.Select(other => InjectedCell.Without(other, values.ContainsKey)).ToArray();
        cells[index] = cell with { Source = string.Join('\n', source) };
        return document with { Cells = cells };
    }
}
