using System.Runtime.CompilerServices;

namespace InteractiveArticle.Simulation.Engine;

/// <summary>
/// The future event list: events by time, and among equal times in the order in which they were added.
/// </summary>
/// <typeparam name="TEvent">What happens; a small value type, so that adding an event allocates nothing.</typeparam>
/// <remarks>
/// A heap with four children a node: half the levels of a binary heap, and the four children that a step compares
/// stand side by side in memory. Taking an event leaves a hole at the root, and the next event added drops into it:
/// a model that answers every event with a new one pays for one walk through the heap instead of two.
/// <see cref="Add"/> and <see cref="Take"/> cost O(log n); memory grows with the largest number of pending events.
/// </remarks>
public sealed class EventQueue<TEvent>
    where TEvent : struct
{
    private const int Arity = 4;

    private Entry[] heap = new Entry[64];
    private int size;
    private bool rootIsHole;
    private long added;

    /// <summary>How many events are pending.</summary>
    public int Count => rootIsHole ? size - 1 : size;

    /// <summary>Adds an event.</summary>
    /// <param name="time">When it happens, in the model's unit of time; not NaN.</param>
    /// <param name="happening">What happens.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(double time, TEvent happening)
    {
        var entry = new Entry(time, added++, happening);
        if (rootIsHole)
        {
            rootIsHole = false;
            SiftDown(entry);
            return;
        }

        if (size == heap.Length)
        {
            Array.Resize(ref heap, heap.Length * 2);
        }

        SiftUp(size++, entry);
    }

    /// <summary>Takes the earliest event, or says that there is none.</summary>
    /// <param name="time">When it happens.</param>
    /// <param name="happening">What happens.</param>
    /// <returns>False when no event is pending.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Take(out double time, out TEvent happening)
    {
        if (rootIsHole)
        {
            FillHole();
        }

        if (size == 0)
        {
            time = 0;
            happening = default;
            return false;
        }

        ref readonly var root = ref heap[0];
        time = root.Time;
        happening = root.Happening;
        rootIsHole = true;
        return true;
    }

    private void FillHole()
    {
        rootIsHole = false;
        if (--size > 0)
        {
            SiftDown(heap[size]);
        }
    }

    private void SiftUp(int index, Entry entry)
    {
        var nodes = heap;
        while (index > 0)
        {
            int parent = (index - 1) / Arity;
            if (!entry.IsBefore(nodes[parent]))
            {
                break;
            }

            nodes[index] = nodes[parent];
            index = parent;
        }

        nodes[index] = entry;
    }

    private void SiftDown(Entry entry)
    {
        var nodes = heap.AsSpan(0, size);
        int index = 0;
        for (int child = 1; child < nodes.Length; child = (index * Arity) + 1)
        {
            int last = Math.Min(child + Arity, nodes.Length);
            int earliest = child;
            for (int other = child + 1; other < last; other++)
            {
                if (nodes[other].IsBefore(nodes[earliest]))
                {
                    earliest = other;
                }
            }

            if (!nodes[earliest].IsBefore(entry))
            {
                break;
            }

            nodes[index] = nodes[earliest];
            index = earliest;
        }

        nodes[index] = entry;
    }

    private readonly struct Entry(double time, long order, TEvent happening)
    {
        public readonly double Time = time;
        public readonly TEvent Happening = happening;
        private readonly long order = order;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool IsBefore(in Entry other) => Time < other.Time || (Time == other.Time && order < other.order);
    }
}
