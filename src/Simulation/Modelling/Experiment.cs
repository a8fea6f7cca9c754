using System.Runtime.ExceptionServices;
using InteractiveArticle.Simulation.Randomness;

namespace InteractiveArticle.Simulation.Modelling;

/// <summary>
/// How a model is run: its seed, the number of replications, who observes its progress, and what may cancel it.
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
    /// <typeparam name="T">What one replication gives; ten thousand of them have to fit into memory.</typeparam>
    /// <param name="usually">How many replications the model runs when the experiment does not say; at least 1.</param>
    /// <param name="replicate">One replication, given its own random streams; called from several threads at once.</param>
    /// <returns>The results in the order of the replications, whatever the number of threads.</returns>
    /// <remarks>A replication that throws ends the run with its own exception.</remarks>
    /// <exception cref="ModelOptionsException">The number of replications is out of range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public IReadOnlyList<T> Replicate<T>(int usually, Func<RandomStreams, T> replicate) => Replicate(usually, replicate, keep: result => result).Kept;

    /// <summary>Runs independent replications on all cores; the first stays whole, for its series, and of each a few numbers are kept.</summary>
    /// <typeparam name="TRun">One replication with its series, queues and whatever else it needed.</typeparam>
    /// <typeparam name="TKept">What is kept of it; ten thousand of them have to fit into memory.</typeparam>
    /// <param name="usually">How many replications the model runs when the experiment does not say; at least 1.</param>
    /// <param name="replicate">One replication, given its own random streams; called from several threads at once.</param>
    /// <param name="keep">What to keep of a replication that has been run; called from several threads at once.</param>
    /// <returns>The first replication, and what is kept of each in their order, whatever the number of threads.</returns>
    /// <inheritdoc cref="Replicate{T}" path="/remarks|/exception"/>
    public (TRun First, IReadOnlyList<TKept> Kept) Replicate<TRun, TKept>(int usually, Func<RandomStreams, TRun> replicate, Func<TRun, TKept> keep)
    {
        ArgumentNullException.ThrowIfNull(replicate);
        ArgumentNullException.ThrowIfNull(keep);
        if (Replications is < 0 or > 10_000)
        {
            throw new ModelOptionsException($"replications = {Replications}: not allowed; give a whole number from 1 to 10000, or 0 for the model's usual number");
        }

        TRun first = default!;
        var kept = new TKept[Replications == 0 ? usually : Replications];
        int finished = 0;
        void RunOne(int replication)
        {
            Cancellation.ThrowIfCancellationRequested();
            var run = replicate(new RandomStreams(Seed, replication));
            kept[replication] = keep(run);
            if (replication == 0)
            {
                first = run;
            }

            Progress?.Report((double)Interlocked.Increment(ref finished) / kept.Length);
        }

        // The browser has one thread, and Parallel.For would ask it for more.
        if (kept.Length == 1 || Environment.ProcessorCount == 1)
        {
            for (int replication = 0; replication < kept.Length; replication++)
            {
                RunOne(replication);
            }
        }
        else
        {
            RunOnAllCores(kept.Length, RunOne);
        }

        return (first, kept);
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
