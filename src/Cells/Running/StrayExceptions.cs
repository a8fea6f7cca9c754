using System.Runtime.ExceptionServices;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Cells.Running;

/// <summary>
/// Keeps exceptions on threads that cells have started from ending the process: the cell that still runs shows them as an
/// error text, and goes on.
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

    private static bool Take(Exception exception)
    {
        var cell = CellContext.Current;

        // A timer's flow has ended by now, but the trace leads to the cell.
        if (cell is null && !ExceptionReport.IsOfCell(exception))
        {
            return false;
        }

        if (cell is { IsStopped: false })
        {
            try
            {
                cell.Write(new StreamOutput("stderr", $"An exception on another thread of the cell: {string.Join('\n', ExceptionReport.Of(exception, "", null).Traceback)}\n"));
            }
            catch (InvalidOperationException)
            {
                // It has shown too much already, which will be its error.
            }
        }

        return true;
    }
}
