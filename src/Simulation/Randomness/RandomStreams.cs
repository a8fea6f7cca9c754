namespace InteractiveArticle.Simulation.Randomness;

/// <summary>
/// The independent random streams of one replication: one for each named source of randomness.
/// </summary>
/// <remarks>
/// A stream depends on the seed, the number of the replication and its own name, and on nothing else: neither on the
/// order in which streams are asked for nor on what other streams draw. That is what keeps two runs with different
/// levers paired (common random numbers), and what makes the result independent of threads.
/// </remarks>
/// <param name="seed">The seed of the experiment; any value.</param>
/// <param name="replication">The number of the replication, from 0.</param>
public sealed class RandomStreams(ulong seed, int replication = 0)
{
    /// <summary>The stream for one source of randomness. Asking twice gives the same stream from its start.</summary>
    /// <param name="source">What is random, such as "arrivals".</param>
    /// <param name="index">Which one of several alike, such as a server's number; from 0.</param>
    public RandomStream Stream(string source, int index = 0)
    {
        ArgumentNullException.ThrowIfNull(source);
        ulong mixed = Mix(seed, (ulong)(uint)replication);
        foreach (char letter in source)
        {
            mixed = Mix(mixed, letter);
        }

        return new RandomStream(Mix(mixed, (ulong)(uint)index));
    }

    private static ulong Mix(ulong state, ulong value) => new SplitMix64(state ^ (value * 0xD6E8_FEB8_6659_FD93)).Next();
}
