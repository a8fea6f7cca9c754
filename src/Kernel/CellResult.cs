using InteractiveArticle.Notebook.Outputs;

using InteractiveArticle.Cells.Running;


namespace InteractiveArticle.Kernel;

/// <summary>How a cell ended. What it showed went to the <see cref="IOutputSink"/>.</summary>
/// <param name="ExecutionCount">How many cells the kernel has run, this one included.</param>
/// <param name="Error">What ended the cell; <see langword="null"/> if it ran to its end.</param>
public sealed record CellResult(int ExecutionCount, CellError? Error)
{
    /// <summary>Whether the cell ran to its end.</summary>
    public bool Succeeded => Error is null;
}
