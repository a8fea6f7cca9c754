using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace InteractiveArticle.Simulation.Modelling;

/// <summary>
/// Independent pieces of work on all cores.
/// </summary>
public static class AllCores
{
    /// <summary>Does pieces of work, begun in their order, so that what is finished early is the beginning and not pieces from everywhere.</summary>
    /// <param name="count">How many there are; at least 0.</param>
    /// <param name="work">One piece, given its number from 0 on; called from several threads at once.</param>
    /// <param name="cancellation">Keeps pieces from being begun.</param>
    /// <remarks>A piece that throws ends the whole with its own exception: with that of a failure rather than of a cancellation, where there are both.</remarks>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static void For(int count, Action<int> work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);

        // The browser has one thread, and Parallel would ask it for more.
        if (count == 1 || Environment.ProcessorCount == 1)
        {
            for (int number = 0; number < count; number++)
            {
                cancellation.ThrowIfCancellationRequested();
                work(number);
            }

            return;
        }

        try
        {
            Parallel.ForEach(
                Partitioner.Create(Enumerable.Range(0, count), EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
                work);
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions.FirstOrDefault(failure => failure is not OperationCanceledException) ?? failures.InnerExceptions[0]);
        }
    }
}
