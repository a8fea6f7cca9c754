using System.Runtime.ExceptionServices;
using InteractiveArticle.Cells.Running;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Kernel.Hosting;

/// <summary>
/// Keeps exceptions on threads that cells have started from ending the process: they are shown as an error text with their
/// cell, and all goes on.
/// </summary>
internal static class StrayExceptions
{
    private static readonly Lock Gate = new();
    private static bool isCaught;

    // The runtime takes one handler for the life of the process.
    public static void EnsureCaught()
    {
        lock (Gate)
        {
            if (!isCaught)
            {
                ExceptionHandling.SetUnhandledExceptionHandler(Take);
                isCaught = true;
            }
        }
    }

    /// <summary>The cell that has started last: where to show what has lost the thread to its own cell.</summary>
    public static WeakReference<CellContext>? Latest { get; set; }

    private static bool Take(Exception exception)
    {
        var cell = CellContext.Current;
        if (cell is null)
        {
            // A timer's flow has ended by now, but the trace leads to a cell.
            if (!ExceptionReport.IsOfCell(exception))
            {
                return false;
            }

            Latest?.TryGetTarget(out cell);
        }

        try
        {
            cell?.Write(new StreamOutput("stderr", $"An exception on another thread of the cell: {string.Join('\n', ExceptionReport.Of(exception, "", null).Traceback)}\n"));
        }
        catch (InvalidOperationException)
        {
            // It has shown too much already, which will be its error.
        }

        return true;
    }
}
