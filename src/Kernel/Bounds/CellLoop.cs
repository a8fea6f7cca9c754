using System.ComponentModel;
using InteractiveArticle.Cells.Running;

namespace InteractiveArticle.Kernel.Bounds;

/// <summary>What the kernel puts at the start of each turn of a cell's loops, so that a loop without end can be ended.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellLoop
{
    // Read on every turn of every loop, so the usual case must cost next to nothing.
    private static volatile bool isAnyCellStopped;

    /// <summary>Lets the loop go on.</summary>
    /// <exception cref="OperationCanceledException">The cell that the loop belongs to was stopped.</exception>
    public static void Turn()
    {
        if (isAnyCellStopped)
        {
            CellContext.Current?.ThrowIfStopped();
        }
    }

    internal static void Stop(CellContext cell)
    {
        cell.Stop();
        isAnyCellStopped = true;
    }
}
