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
    private CSharpCompilation? last;
    private bool changesOthers;

    /// <summary>The cells so far.</summary>
    /// <remarks>Where some cell changes what another declared, only all cells in the notebook's order give the right results.</remarks>
    public IReadOnlyList<ShippedCell> Cells => changesOthers
        ? [.. cells.Select((cell, place) => cell with { Needs = [.. Enumerable.Range(0, place)], Levers = [.. levers.Select(lever => lever.Name)] })]
        : cells;

    /// <summary>Compiles the next cell; one that does not compile leaves nothing to those after it.</summary>
    /// <returns>Why it does not compile; <see langword="null"/> if it does.</returns>
    public CellError? Add(Cell cell)
    {
        int place = cells.Count;
        var (compiled, error) = compiler.Compile(cell.Source, place + 1, last, revision);
        if (compiled is null)
        {
            cells.Add(new(cell.Id, null, null, [], []) { Error = error, Revision = revision });
            return error;
        }

        last = compiled.Compilation;
        var uses = CellUses.Of(last);
        changesOthers |= uses.ChangesOthers;
        cells.Add(new(
            cell.Id,
            compiled.Program,
            compiled.ResultLine,
            [.. uses.Cells.Select(number => number - 1).Order()],
            [.. levers.Select(lever => lever.Name).Where(uses.Variables.Contains)]) { Revision = revision });
        return null;
    }

    /// <summary>Reads what may become the next cell.</summary>
    public CSharpCompilation Draft(string source) => compiler.CreateCompilation(source, cells.Count + 1, last, revision);

    /// <summary>Takes a cell as it was compiled before.</summary>
    public void Keep(Cell cell, ShippedCell known)
    {
        last = compiler.CreateCompilation(cell.Source, cells.Count + 1, last, known.Revision);
        cells.Add(known);
    }
}
