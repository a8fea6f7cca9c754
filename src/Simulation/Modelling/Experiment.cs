using System.Runtime.ExceptionServices;
using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.Modelling;

/// <summary>
/// How a model is run: from which seed, how often, and who is told of it.
/// </summary>
public sealed record Experiment
{
    /// <summary>The seed of all randomness; any value. The same seed gives the same bits on every platform.</summary>
    public ulong Seed { get; init; } = 20170228;

    /// <summary>How many independent replications to run, from 1 to 10 000; 0 leaves it to the model.</summary>
    public int Replications { get; init; }

    /// <summary>Is told the finished share of the work, from 0 to 1, from time to time and from any thread.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Ends the run early with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>An experiment that differs from the usual one only in its seed.</summary>
    /// <param name="seed">Any value.</param>
    public static Experiment WithSeed(ulong seed) => new() { Seed = seed };

    /// <summary>Runs independent replications on all cores.</summary>
    /// <typeparam name="T">What one replication gives.</typeparam>
    /// <param name="usually">How many replications the model runs when the experiment does not say; at least 1.</param>
    /// <param name="replicate">One replication, given its own random streams; called from several threads at once.</param>
    /// <returns>The results in the order of the replications, whatever the number of threads.</returns>
    /// <remarks>A replication that throws ends the run with its own exception.</remarks>
    /// <exception cref="ModelOptionsException">The number of replications is out of range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public IReadOnlyList<T> Replicate<T>(int usually, Func<RandomStreams, T> replicate)
    {
        ArgumentNullException.ThrowIfNull(replicate);
        if (Replications is < 0 or > 10_000)
        {
            throw new ModelOptionsException($"replications = {Replications}: not allowed; give a whole number from 1 to 10000, or 0 for the model's usual number");
        }

        var results = new T[Replications == 0 ? usually : Replications];
        int finished = 0;
        void RunOne(int replication)
        {
            Cancellation.ThrowIfCancellationRequested();
            results[replication] = replicate(new RandomStreams(Seed, replication));
            Progress?.Report((double)Interlocked.Increment(ref finished) / results.Length);
        }

        // The browser has one thread, and Parallel.For would ask it for more.
        if (results.Length == 1 || Environment.ProcessorCount == 1)
        {
            for (int replication = 0; replication < results.Length; replication++)
            {
                RunOne(replication);
            }
        }
        else
        {
            RunOnAllCores(results.Length, RunOne);
        }

        return results;
    }

    private void RunOnAllCores(int replications, Action<int> runOne)
    {
        try
        {
            Parallel.For(0, replications, new ParallelOptions { CancellationToken = Cancellation }, runOne);
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }
}
