using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Cells.Running;

/// <summary>
/// The cell that the current flow of control belongs to. It follows the cell's code through awaits, tasks and
/// threads, so that two kernels in one process never take each other's output.
/// </summary>
internal sealed class CellContext(IOutputSink sink, DisplayIds displayIds, Func<IReadOnlyList<string>, IReadOnlyList<string>>? forms = null)
{
    private static readonly AsyncLocal<CellContext?> Flow = new();

    private readonly Lock gate = new();
    private volatile bool isStopped;
    private bool ended;

    public static CellContext? Current
    {
        get => Flow.Value;
        set => Flow.Value = value;
    }

    public DisplayIds DisplayIds { get; } = displayIds;

    /// <summary>Of the forms that a value's type prefers, those that this cell's host wants.</summary>
    public IReadOnlyList<string> Wanted(IReadOnlyList<string> preferred) => forms?.Invoke(preferred) ?? preferred;

    public void Write(Output output)
    {
        lock (gate)
        {
            if (!ended)
            {
                sink.Write(output);
            }
        }
    }

    public void Update(DisplayOutput output)
    {
        lock (gate)
        {
            if (!ended)
            {
                sink.Update(output);
            }
        }
    }

    public bool IsStopped => isStopped;

    public void Stop() => isStopped = true;

    public void ThrowIfStopped()
    {
        if (isStopped)
        {
            throw new OperationCanceledException();
        }
    }

    // What a cell's forgotten tasks show later would land at a place that depends on luck, so it lands nowhere.
    public void End()
    {
        lock (gate)
        {
            ended = true;
        }
    }
}
