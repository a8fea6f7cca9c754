using InteractiveArticle.Cells.Running;
using Microsoft.CodeAnalysis.CSharp;

namespace InteractiveArticle.Kernel.Hosting;

/// <summary>A cell that runs.</summary>
/// <param name="code">Its code.</param>
/// <param name="number">Its number.</param>
/// <param name="context">Where its output goes.</param>
internal sealed class RunningCell(string code, int number, CellContext context)
{
    private readonly TaskCompletionSource abandoned = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int searched;

    public int Number { get; } = number;

    public CellContext Context { get; } = context;

    /// <summary>Whether its loops and recursions get an end; not where the compiler does not accept the code with it.</summary>
    public bool IsBounded { get; init; } = true;

    /// <summary>The compilation of what was submitted last, as it was written.</summary>
    public CSharpCompilation? Compilation { get; set; }

    /// <summary>Why it was refused before it was submitted, or why its value cannot be shown; null for neither.</summary>
    public CellError? Error { get; set; }

    /// <summary>Ends when the kernel has come to the cell's code.</summary>
    public Task Reached => reached.Task;

    /// <summary>Notes that the kernel has come to the cell's code.</summary>
    public void Reach() => reached.TrySetResult();

    /// <summary>Ends when nobody waits for the cell any more.</summary>
    public Task Abandoned => abandoned.Task;

    /// <summary>Leaves the cell to itself, whatever it still does.</summary>
    public void Abandon()
    {
        Context.Close();
        abandoned.TrySetResult();
    }

    /// <summary>A piece of the cell's code, moved down to the line where it stands in the cell.</summary>
    /// <param name="piece">The piece; pieces come in their order.</param>
    public string AtItsLine(string piece)
    {
        int start = code.IndexOf(piece, searched, StringComparison.Ordinal);
        if (start < 0)
        {
            return piece;
        }

        searched = start + piece.Length;
        return new string('\n', code.AsSpan(0, start).Count('\n')) + piece;
    }
}
