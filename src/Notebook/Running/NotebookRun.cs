using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Kernel;

namespace InteractiveArticle.Notebook.Running;

/// <summary>A notebook after a run.</summary>
/// <param name="Document">The notebook with the outputs of this run; cells after a failed one have none.</param>
/// <param name="Failure">The cell that failed; null when all ran.</param>
public sealed record NotebookRun(NotebookDocument Document, FailedCell? Failure);

/// <summary>A cell that ended a run.</summary>
/// <param name="Number">Its number among all cells of the notebook, from 1.</param>
/// <param name="Error">Why it failed.</param>
public sealed record FailedCell(int Number, CellError Error)
{
    /// <summary>The failure in one line.</summary>
    /// <param name="notebook">What to call the notebook.</param>
    public string Describe(string notebook)
    {
        string line = Error.Line is { } number ? $", line {number}" : "";
        string message = Error.Message.ReplaceLineEndings(" ");
        return $"{notebook}: cell {Number}{line}: {(Error.Name == "CompilationError" ? "" : Error.Name + ": ")}{message}";
    }
}

/// <summary>How far a run has come.</summary>
/// <param name="Finished">How many code cells are done.</param>
/// <param name="Count">How many code cells there are.</param>
public readonly record struct CellProgress(int Finished, int Count);
