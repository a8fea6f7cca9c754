using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Kernel.Running;

/// <summary>A code cell is about to run.</summary>
/// <param name="Index">Which of the code cells it is, from 1.</param>
/// <param name="Count">How many code cells the notebook has.</param>
/// <param name="Cell">The cell.</param>
public sealed record CellProgress(int Index, int Count, Cell Cell);
