using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Notebook.Levers;

/// <summary>
/// The levers of a notebook: the cell tagged "parameters", read and rewritten.
/// </summary>
public sealed class LeverPanel
{
    /// <summary>The tag of the cell that declares levers (the papermill convention).</summary>
    public const string Tag = "parameters";

    private readonly Cell? cell;
    private readonly IReadOnlyDictionary<int, LeverLine> lines;

    private LeverPanel(Cell? cell, IReadOnlyDictionary<int, LeverLine> lines)
    {
        this.cell = cell;
        this.lines = lines;
    }

    /// <summary>The levers in the order of their declaration; empty where the notebook has none.</summary>
    public IReadOnlyList<Lever> Levers => [.. lines.OrderBy(line => line.Key).Select(line => line.Value.Lever)];

    /// <summary>Reads the levers of a notebook.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="name">What to call it in error messages.</param>
    /// <exception cref="NotebookException">A line of the parameters cell does not declare a lever.</exception>
    public static LeverPanel Of(NotebookDocument document, string name)
    {
        ArgumentNullException.ThrowIfNull(document);
        var cell = document.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Code && cell.HasTag(Tag));
        var lines = new Dictionary<int, LeverLine>();
        string[] source = cell?.Source.Split('\n') ?? [];
        for (int i = 0; i < source.Length; i++)
        {
            string line = source[i].Trim();
            if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
            {
                lines[i] = LeverLine.Read(source[i], $"{name}, parameters cell, line {i + 1}");
            }
        }

        return new(cell, lines);
    }

    /// <summary>The notebook with other values in its parameters cell; comments and all other lines stay.</summary>
    /// <param name="document">The notebook that the levers were read from.</param>
    /// <param name="values">Typed values by lever.</param>
    /// <exception cref="NotebookException">There is no such lever, or it does not take such a value.</exception>
    public NotebookDocument Apply(NotebookDocument document, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
        {
            return document;
        }

        string[] source = cell?.Source.Split('\n') ?? [];
        foreach (var (name, text) in values)
        {
            var (row, line) = lines.FirstOrDefault(line => line.Value.Lever.Name == name);
            if (line is null)
            {
                throw new NotebookException($"{name}: there is no such lever; there {(lines.Count == 0 ? "are none here" : $"is {string.Join(", ", Levers.Select(lever => lever.Name))}")}");
            }

            source[row] = string.Concat(
                source[row].AsSpan(0, line.ValueStart),
                line.Lever.ToLiteral(text),
                source[row].AsSpan(line.ValueStart + line.ValueLength));
        }

        var rewritten = cell! with { Source = string.Join('\n', source) };
        return document with { Cells = [.. document.Cells.Select(other => ReferenceEquals(other, cell) ? rewritten : other)] };
    }
}
