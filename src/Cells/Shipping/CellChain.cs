using InteractiveArticle.Cells.Compiler;
using InteractiveArticle.Cells.Running;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Levers;
using Microsoft.CodeAnalysis.CSharp;

namespace InteractiveArticle.Cells.Shipping;

/// <summary>Code cells, compiled one on top of the other.</summary>
/// <param name="compiler">The compiler.</param>
/// <param name="levers">The notebook's levers.</param>
/// <param name="revision">How often the notebook has been edited.</param>
internal sealed class CellChain(CellCompiler compiler, IReadOnlyList<Lever> levers, int revision = 0)
{
    private readonly List<ShippedCell> cells = [];
    private readonly HashSet<int> changedOutOfSight = [];
    private CSharpCompilation? last;
    private bool changesOthers;

    /// <summary>The cells so far.</summary>
    /// <remarks>Where some cell changes what another declared, only all cells in the notebook's order give the right results.</remarks>
    public IReadOnlyList<ShippedCell> Cells => changesOthers
        ? [.. cells.Select((cell, place) => cell.Error is not null ? cell : cell with
        {
            Needs = [.. Enumerable.Range(0, place).Where(above => cells[above].Error is null)],
            Levers = [.. levers.Select(lever => lever.Name)],
        })]
        : cells;

    /// <summary>Compiles the next cell; one that does not compile leaves nothing to those after it.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="stillBecause">Why it is a still so far; it stays one as long as it does not compile.</param>
    /// <returns>Why it does not compile; <see langword="null"/> if it does.</returns>
    public CellError? Add(Cell cell, string? stillBecause = null)
    {
        int place = cells.Count;
        var (compiled, error) = compiler.Compile(cell.Source, place + 1, last, revision);
        if (compiled is null)
        {
            NoteWhatChangesOutOfSight(cell, error!);
            return Refuse(cell, error!, stillBecause);
        }

        var uses = CellUses.Of(compiled.Compilation);
        int[] needs = [.. uses.Cells.Select(number => number - 1).Order()];
        if (needs.Any(changedOutOfSight.Contains))
        {
            return Refuse(cell, ChangedOutOfSight, stillBecause);
        }

        last = compiled.Compilation;
        changesOthers |= uses.ChangesOthers;
        cells.Add(new(cell.Id, compiled.Program, compiled.ResultLine, needs, [.. levers.Select(lever => lever.Name).Where(uses.Variables.Contains)]) { Revision = revision });
        return null;
    }

    /// <summary>Leaves the next cell out.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="error">Why.</param>
    /// <param name="stillBecause">Why it is a still so far.</param>
    /// <returns>The same error.</returns>
    public CellError Refuse(Cell cell, CellError error, string? stillBecause = null)
    {
        cells.Add(new(cell.Id, null, null, [], []) { Error = error, StillBecause = stillBecause, Revision = revision });
        return error;
    }

    /// <summary>Reads what may become the next cell.</summary>
    public CSharpCompilation Draft(string source) => compiler.CreateCompilation(source, cells.Count + 1, last, revision);

    /// <summary>Takes a cell as it was compiled before, or refused.</summary>
    public void Keep(Cell cell, ShippedCell known)
    {
        if (known.Error is { } error)
        {
            NoteWhatChangesOutOfSight(cell, error);
        }
        else
        {
            last = compiler.CreateCompilation(cell.Source, cells.Count + 1, last, known.Revision);
        }

        cells.Add(known);
    }

    private static CellError ChangedOutOfSight { get; } = CompileErrors.NotPortable("The cell uses what one above may change, and that one does not run here.");

    // As far as the compiler understands a cell that it does not compile.
    private void NoteWhatChangesOutOfSight(Cell cell, CellError error)
    {
        if (error.Name != CellError.CompilerFailed && CellUses.Of(Draft(cell.Source)) is { ChangesOthers: true } uses)
        {
            changedOutOfSight.UnionWith(uses.Cells.Select(number => number - 1));
        }
    }
}
