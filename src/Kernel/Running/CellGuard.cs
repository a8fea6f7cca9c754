using System.Globalization;
using InteractiveArticle.Cells.Running;

namespace InteractiveArticle.Kernel.Running;

/// <summary>Watches one cell, and cancels it when it goes beyond its limits.</summary>
internal sealed class CellGuard : IDisposable
{
    private const long Megabyte = 1 << 20;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource end;
    private readonly Timer? clock;
    private readonly CancellationTokenSource ended = new();
    private volatile CellError? breach;

    public CellGuard(CellLimits limits, CancellationToken cancellationToken)
    {
        end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (limits.Time is { } time)
        {
            clock = new Timer(_ => End(CellError.TimeLimit, $"The cell ran for longer than {time.TotalSeconds:0.###} s, which is its limit."), null, time, Timeout.InfiniteTimeSpan);
        }

        if (limits.Memory is { } megabytes)
        {
            _ = WatchMemoryAsync(megabytes);
        }
    }

    /// <summary>Cancelled when the cell must end.</summary>
    public CancellationToken Token => end.Token;

    /// <summary>Which limit the cell has passed, if it was ended for that.</summary>
    public CellError? Breach => breach;

    public void Dispose()
    {
        ended.Cancel();
        clock?.Dispose();
    }

    private async Task WatchMemoryAsync(int megabytes)
    {
        using var timer = new PeriodicTimer(Glance);
        long before = OutsideOfDotNet();
        long Held(bool collect) => GC.GetTotalMemory(collect) + Math.Max(0, OutsideOfDotNet() - before);
        try
        {
            while (await timer.WaitForNextTickAsync(ended.Token).ConfigureAwait(false))
            {
                // Most of it may be waiting to be collected.
                if (Held(collect: false) > megabytes * Megabyte && Held(collect: true) > megabytes * Megabyte)
                {
                    End(CellError.MemoryLimit, $"The cell holds more memory than {megabytes} MB, which is its limit.");
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The cell has ended within its limits.
        }
    }

    // What native code has taken for a cell is in no heap of the collector's. Its own is known as it was at the last collection.
    private static long OutsideOfDotNet() => Environment.WorkingSet - GC.GetGCMemoryInfo().TotalCommittedBytes;

    private void End(string name, FormattableString words)
    {
        string message = words.ToString(CultureInfo.InvariantCulture);
        breach ??= new CellError(name, message, null, null, [message]);

        // Not on this thread, which may be the cell's.
        _ = end.CancelAsync();
    }
}
