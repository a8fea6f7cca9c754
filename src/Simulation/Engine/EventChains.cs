using System.Runtime.CompilerServices;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Engine;

/// <summary>
/// Storage for many unsorted lists of events that grow one by one and are emptied at once.
/// </summary>
/// <typeparam name="TEvent">What happens.</typeparam>
/// <remarks>
/// A chain is a number: the place behind its last event, or 0 while it is empty. Its events fill blocks of one array,
/// each block knowing the chain as it was before, so that events of a chain stand side by side in memory; blocks of
/// emptied chains are used again, so that nothing is allocated once the storage is large enough.
/// </remarks>
internal struct EventChains<TEvent>()
    where TEvent : struct
{
    private const int BlockBits = 4;
    private const int BlockSize = 1 << BlockBits;
    private const int FirstBlocks = 4;

    private PendingEvent<TEvent>[] places = new PendingEvent<TEvent>[FirstBlocks * BlockSize];
    private int[] before = new int[FirstBlocks];

    // Block 0 is never used: as a chain it is the empty one, as a free block it is none.
    private int free;
    private int used = 1;

    [MethodImpl(HotPath.Inlined)]
    public void Append(ref int chain, in PendingEvent<TEvent> pending)
    {
        // A full block ends where the next one starts.
        if ((chain & (BlockSize - 1)) == 0)
        {
            chain = StartBlock(chain);
        }

        places[chain++] = pending;
    }

    public readonly int Count(int chain)
    {
        int count = 0;
        for (; chain != 0; chain = WithoutLastBlock(chain))
        {
            count += LastBlock(chain).Length;
        }

        return count;
    }

    /// <summary>The events in the last block of a chain that is not empty.</summary>
    public readonly ReadOnlySpan<PendingEvent<TEvent>> LastBlock(int chain)
    {
        int start = (chain - 1) & -BlockSize;
        return places.AsSpan(start, chain - start);
    }

    /// <summary>What is left of a chain that is not empty without its last block.</summary>
    public readonly int WithoutLastBlock(int chain) => before[(chain - 1) >> BlockBits];

    /// <summary>Gives the last block of a chain that is not empty back for other chains to use.</summary>
    /// <returns>What is left of the chain.</returns>
    public int ReleaseLastBlock(int chain)
    {
        int block = (chain - 1) >> BlockBits;
        int left = before[block];
        before[block] = free;
        free = block;
        return left;
    }

    private int StartBlock(int chain)
    {
        int block = free;
        if (block != 0)
        {
            free = before[block];
        }
        else
        {
            block = used++;
            if (block == before.Length)
            {
                Array.Resize(ref before, 2 * before.Length);
                Array.Resize(ref places, 2 * places.Length);
            }
        }

        before[block] = chain;
        return block << BlockBits;
    }
}
