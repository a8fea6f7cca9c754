using InteractiveArticle.Cells.Running;
using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Kernel.Running;

/// <summary>A notebook after its run.</summary>
/// <param name="Document">The notebook with what its cells showed, the failing cell's error included; cells that did not run show nothing.</param>
/// <param name="FailedCell">The cell that ended the run; <see langword="null"/> if the run came to its end.</param>
public sealed record NotebookRun(NotebookDocument Document, FailedCell? FailedCell);

/// <summary>The cell that ended a run.</summary>
/// <param name="CellNumber">Its place among all cells of the notebook, from 1.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Error">What ended it.</param>
public sealed record FailedCell(int CellNumber, Cell Cell, CellError Error);
