using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Cells.Running;

/// <summary>
/// The cell that the current flow of control belongs to. It follows the cell's code through awaits, tasks and threads, so
/// that output always goes to the cell that made it: two kernels in one process never take each other's, and what a
/// forgotten task shows after its cell has ended is shown with that cell.
/// </summary>
/// <param name="sink">Takes what the cell shows.</param>
/// <param name="displayIds">The names of what its kernel displays.</param>
/// <param name="input">Answers when the cell asks its reader for a line; null where nobody can be asked.</param>
internal sealed class CellContext(IOutputSink sink, DisplayIds displayIds, ICellInput? input = null)
{
    private static readonly AsyncLocal<CellContext?> Flow = new();

    private readonly Lock gate = new();
    private volatile bool isStopped;
    private bool isClosed;

    /// <summary>The cell that runs here; null where none does.</summary>
    public static CellContext? Current
    {
        get => Flow.Value;
        set => Flow.Value = value;
    }

    public DisplayIds DisplayIds { get; } = displayIds;

    /// <summary>What the reader has answered and the cell has not read yet.</summary>
    public string Unread { get; set; } = "";

    /// <summary>Whether the cell was told to end.</summary>
    public bool IsStopped => isStopped;

    public void Write(Output output)
    {
        lock (gate)
        {
            if (!isClosed)
            {
                sink.Write(output);
            }
        }
    }

    public void Update(DisplayOutput output)
    {
        lock (gate)
        {
            if (!isClosed)
            {
                sink.Update(output);
            }
        }
    }

    /// <summary>Takes back everything that the cell has shown.</summary>
    public void Clear()
    {
        lock (gate)
        {
            if (!isClosed)
            {
                sink.Clear();
            }
        }
    }

    /// <summary>Asks the reader for a line.</summary>
    /// <param name="prompt">What to ask.</param>
    /// <param name="isPassword">Whether the answer is to be hidden.</param>
    /// <returns>The line.</returns>
    /// <exception cref="InvalidOperationException">Nobody can be asked.</exception>
    /// <exception cref="OperationCanceledException">The cell was stopped.</exception>
    public string Ask(string prompt, bool isPassword) => input?.Ask(prompt, isPassword)
        ?? throw new InvalidOperationException("A cell cannot ask for input here; write the value into the cell, or declare a lever for it in the parameters cell.");

    /// <summary>Tells the cell to end.</summary>
    public void Stop() => isStopped = true;

    /// <exception cref="OperationCanceledException">The cell was told to end.</exception>
    public void ThrowIfStopped()
    {
        if (isStopped)
        {
            throw new OperationCanceledException();
        }
    }

    /// <summary>Drops what the cell shows from now on.</summary>
    public void Close()
    {
        lock (gate)
        {
            isClosed = true;
        }
    }
}
