using System.Runtime.CompilerServices;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Engine;

/// <summary>
/// A stretch of time cut into buckets of equal width, emptied from the earliest to the latest.
/// </summary>
/// <remarks>
/// The first bucket is open to the past and the last one to the future, so that every time has its bucket; a rung that
/// was never <see cref="Start">started</see> has one bucket for everything. The width is a power of two: then
/// no rounding parts the bucket of a time from the time at which that bucket ends.
/// </remarks>
internal struct LadderRung()
{
    public const int MostBuckets = 2048;

    private int[] chains = new int[1];
    private int next;
    private int last;
    private double bucketsPerTime;
    private double first;

    /// <summary>The time from which on events belong to a rung further up.</summary>
    public double End { get; private set; } = double.PositiveInfinity;

    /// <summary>Whether every bucket has been taken.</summary>
    public readonly bool IsExhausted => next > last;

    public void Start(double earliest, double width, int buckets, double end)
    {
        if (chains.Length < MostBuckets)
        {
            chains = new int[MostBuckets];
        }

        bucketsPerTime = Math.ScaleB(1, -Math.ILogB(width));
        first = Math.Floor(earliest * bucketsPerTime);
        last = buckets - 1;
        next = 0;
        End = end;
    }

    /// <summary>The chain of events to which an event at <paramref name="time"/> belongs.</summary>
    [MethodImpl(HotPath.Inlined)]
    public ref int ChainAt(double time)
    {
        double bucket = Math.Floor(time * bucketsPerTime) - first;
        int index = bucket >= last ? last : bucket > 0 ? (int)bucket : 0;

        // An event that the line has shed reopens its bucket.
        next = Math.Min(next, index);
        return ref chains[index];
    }

    /// <summary>Empties the earliest bucket that holds events, or the last bucket.</summary>
    /// <param name="end">The time at which the bucket ends.</param>
    /// <returns>Its chain of events.</returns>
    public int TakeBucket(out double end)
    {
        while (next < last && chains[next] == 0)
        {
            next++;
        }

        int chain = chains[next];
        chains[next] = 0;
        end = next == last ? End : (first + next + 1) / bucketsPerTime;
        next++;
        return chain;
    }
}
