namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>
/// For each client, how many things it has seen over a trailing window of time, and how many of them were good. The
/// window moves on by a tenth of its length at a time.
/// </summary>
/// <param name="clients">The number of clients; at least 1.</param>
/// <param name="window">The length of the window in seconds; above 0.</param>
internal sealed class TrailingCounts(int clients, double window)
{
    private const int Slots = 10;

    private readonly (int All, int Good)[] slots = new (int, int)[clients * Slots];
    private readonly (int All, int Good)[] sums = new (int, int)[clients];
    private readonly long[] newest = new long[clients];

    public void Add(int client, double now, int all, int good)
    {
        MoveOn(client, now);
        ref var slot = ref Slot(client, newest[client]);
        slot = (slot.All + all, slot.Good + good);
        sums[client] = (sums[client].All + all, sums[client].Good + good);
    }

    public (int All, int Good) Of(int client, double now)
    {
        MoveOn(client, now);
        return sums[client];
    }

    public void Clear(int client)
    {
        sums[client] = default;
        Array.Clear(slots, client * Slots, Slots);
    }

    private void MoveOn(int client, double now)
    {
        long current = (long)(now * Slots / window);
        for (long moved = Math.Max(newest[client] + 1, current - Slots + 1); moved <= current; moved++)
        {
            ref var slot = ref Slot(client, moved);
            sums[client] = (sums[client].All - slot.All, sums[client].Good - slot.Good);
            slot = default;
        }

        newest[client] = current;
    }

    private ref (int All, int Good) Slot(int client, long number) => ref slots[(client * Slots) + (int)(number % Slots)];
}
