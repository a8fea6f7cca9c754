using InteractiveArticle.Cells.Compiler;
using InteractiveArticle.Cells.Running;

namespace InteractiveArticle.Cells.Shipping;

/// <summary>A code cell, compiled, with what it needs of other cells.</summary>
/// <param name="Id">The identity of the cell in its notebook.</param>
/// <param name="Program">What to run; <see langword="null"/> for a cell of nothing but <c>#r</c> and <c>using</c> lines.</param>
/// <param name="ResultLine">The line of the trailing expression, from 1; <see langword="null"/> if the cell shows no result.</param>
/// <param name="Needs">The code cells whose declarations it uses, by their place among the code cells from 0; all earlier than itself.</param>
/// <param name="Levers">The names of the levers that it reads itself.</param>
public sealed record ShippedCell(string Id, CellProgram? Program, int? ResultLine, IReadOnlyList<int> Needs, IReadOnlyList<string> Levers)
{
    /// <summary>Why the cell does not compile; <see langword="null"/> if it does.</summary>
    public CellError? Error { get; init; }

    /// <summary>
    /// Why a page cannot run the cell, in one sentence: it keeps there what it showed in the notebook. <see langword="null"/> for a
    /// cell that runs on a page.
    /// </summary>
    public string? StillBecause { get; init; }

    /// <summary>How often the notebook had been edited when the cell was compiled.</summary>
    public int Revision { get; init; }
}
