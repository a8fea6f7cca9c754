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

    /// <summary>Ends the run early with an <see cref="OperationCanceledException"/>, or as <see cref="KeepsFinished"/> says.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>
    /// Whether a run that is cancelled gives the replications that are finished by then, if there are any. Which these are
    /// depends on the machine, and short ones are more likely to be among them, so that the result is no longer that of the seed.
    /// </summary>
    public bool KeepsFinished { get; init; }

    /// <summary>Is told how many replications a run that was cancelled gives.</summary>
    internal Action<int>? CutShort { get; init; }

    /// <summary>An experiment that differs from the usual one only in its seed.</summary>
    /// <param name="seed">Any value.</param>
    public static Experiment WithSeed(ulong seed) => new() { Seed = seed };

    /// <summary>Runs independent replications on all cores.</summary>
    /// <typeparam name="T">What one replication gives; ten thousand of them have to fit into memory.</typeparam>
    /// <param name="usually">How many replications the model runs when the experiment does not say; at least 1.</param>
    /// <param name="replicate">One replication, given its own random streams and a monitor to pause at; called from several threads at once.</param>
    /// <returns>The results in the order of the replications, whatever the number of threads; fewer during a <see cref="RoughRun"/>, and after a cancellation if the experiment <see cref="KeepsFinished"/>.</returns>
    /// <remarks>A replication that throws ends the run with its own exception.</remarks>
    /// <exception cref="ModelOptionsException">The number of replications is out of range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled, and nothing is kept of it or no replication had finished.</exception>
    public IReadOnlyList<T> Replicate<T>(int usually, Func<RandomStreams, ReplicationMonitor, T> replicate) => Replicate(usually, replicate, keep: result => result).Kept;

    /// <summary>Runs independent replications on all cores; the first stays whole, for its series, and of each a few numbers are kept.</summary>
    /// <typeparam name="TRun">One replication with its series, queues and whatever else it needed.</typeparam>
    /// <typeparam name="TKept">What is kept of it; ten thousand of them have to fit into memory.</typeparam>
    /// <param name="usually">How many replications the model runs when the experiment does not say; at least 1.</param>
    /// <param name="replicate">One replication, given its own random streams and a monitor to pause at; called from several threads at once.</param>
    /// <param name="keep">What to keep of a replication that has been run; called from several threads at once.</param>
    /// <returns>The first replication, and what is kept of each in their order, whatever the number of threads; after a cancellation the first of those that had finished.</returns>
    /// <inheritdoc cref="Replicate{T}" path="/remarks|/exception"/>
    public (TRun First, IReadOnlyList<TKept> Kept) Replicate<TRun, TKept>(int usually, Func<RandomStreams, ReplicationMonitor, TRun> replicate, Func<TRun, TKept> keep)
    {
        ArgumentNullException.ThrowIfNull(replicate);
        ArgumentNullException.ThrowIfNull(keep);
        if (Replications is < 0 or > 10_000)
        {
            throw new ModelOptionsException($"replications = {Replications}: not allowed; give a whole number from 1 to 10000, or 0 for the model's usual number");
        }

        var finished = new Finished<TRun, TKept>(RoughRun.Replications(Replications == 0 ? usually : Replications));
        var progress = Progress is { } whole ? new CombinedProgress(whole, finished.Expected) : null;
        void RunOne(int replication)
        {
            var part = progress?.OfOnePart();
            var run = replicate(new RandomStreams(Seed, replication), new ReplicationMonitor(Cancellation, part));
            finished.Add(replication, run, keep(run));
            part?.Report(1);
        }

        try
        {
            AllCores.For(finished.Expected, RunOne, Cancellation);
        }
        catch (OperationCanceledException) when (KeepsFinished && Cancellation.IsCancellationRequested && finished.Count > 0)
        {
            CutShort?.Invoke(finished.Count);
        }

        return finished.InOrder();
    }

    /// <summary>The replications that are finished so far.</summary>
    private sealed class Finished<TRun, TKept>(int expected)
    {
        private readonly Lock gate = new();
        private readonly TKept[] kept = new TKept[expected];
        private readonly bool[] isFinished = new bool[expected];
        private int firstNumber = int.MaxValue;
        private TRun first = default!;

        public int Expected => kept.Length;

        public int Count { get; private set; }

        public void Add(int replication, TRun run, TKept part)
        {
            lock (gate)
            {
                (kept[replication], isFinished[replication]) = (part, true);
                if (replication < firstNumber)
                {
                    (firstNumber, first) = (replication, run);
                }

                Count++;
            }
        }

        public (TRun First, IReadOnlyList<TKept> Kept) InOrder() => (first, Count == kept.Length ? kept : [.. kept.Where((_, replication) => isFinished[replication])]);
    }
}
