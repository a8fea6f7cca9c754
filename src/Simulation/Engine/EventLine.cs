using System.Runtime.CompilerServices;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Engine;

/// <summary>
/// The events that come next, sorted.
/// </summary>
/// <typeparam name="TEvent">What happens.</typeparam>
/// <remarks>
/// The latest event stands first, so that taking the earliest is dropping the last. A new event walks from the end to
/// its place: with a few dozen events that is faster than any cleverer search.
/// </remarks>
internal struct EventLine<TEvent>()
    where TEvent : struct
{
    /// <summary>How many events a line holds at most, except where more of them happen at the same time.</summary>
    public const int Capacity = 32;

    private PendingEvent<TEvent>[] line = new PendingEvent<TEvent>[Capacity];
    private int limit = Capacity;

    public int Count { get; private set; }

    /// <summary>Whether the line has to <see cref="Shed"/> before it takes another event.</summary>
    public readonly bool IsFull => Count >= limit;

    /// <summary>Adds an event that was scheduled after all those in the line; it must not be full.</summary>
    [MethodImpl(HotPath.Inlined)]
    public void Add(double time, long order, TEvent happening)
    {
        var events = line;
        int place = Count++;

        // Among equal times the new event comes last, so it stops before it passes them.
        while (place > 0 && !(time < events[place - 1].Time))
        {
            events[place] = events[place - 1];
            place--;
        }

        events[place] = new(time, order, happening);
    }

    /// <summary>Takes the earliest event, or says that the line is empty.</summary>
    [MethodImpl(HotPath.Inlined)]
    public bool Take(out double time, out TEvent happening)
    {
        var events = line;
        int last = Count - 1;
        if ((uint)last >= (uint)events.Length)
        {
            time = 0;
            happening = default;
            return false;
        }

        Count = last;
        time = events[last].Time;
        happening = events[last].Happening;
        return true;
    }

    /// <summary>Says when the earliest event happens, or that the line is empty.</summary>
    public readonly bool Peek(out double time)
    {
        time = Count == 0 ? 0 : line[Count - 1].Time;
        return Count > 0;
    }

    /// <summary>Makes an empty line hold events in any order, to be followed by <see cref="Sort"/>.</summary>
    /// <returns>Their places.</returns>
    public Span<PendingEvent<TEvent>> Fill(int count)
    {
        if (line.Length < count)
        {
            line = new PendingEvent<TEvent>[Math.Max(count, 2 * line.Length)];
        }

        Count = count;
        limit = Capacity;
        return line.AsSpan(0, count);
    }

    public readonly void Sort()
    {
        var events = line.AsSpan(0, Count);
        if (events.Length > Capacity)
        {
            events.Sort();
            return;
        }

        for (int i = 1; i < events.Length; i++)
        {
            var moving = events[i];
            int place = i;
            while (place > 0 && events[place - 1].IsBefore(moving))
            {
                events[place] = events[place - 1];
                place--;
            }

            events[place] = moving;
        }
    }

    /// <summary>
    /// Keeps a few of the earliest events, with all that happen at the same time as the last of them, and gives the
    /// others to the ladder.
    /// </summary>
    /// <returns>The time from which on events now belong to the ladder.</returns>
    public double Shed(EventLadder<TEvent> ladder)
    {
        int shed = Count - (Capacity / 2);
        double lastKept = line[shed].Time;
        while (shed > 0 && line[shed - 1].Time == lastKept)
        {
            shed--;
        }

        double horizon = shed == 0 ? lastKept : line[shed - 1].Time;
        foreach (ref readonly var pending in line.AsSpan(0, shed))
        {
            ladder.Add(pending);
        }

        Count -= shed;
        Array.Copy(line, shed, line, 0, Count);

        // A crowd at one time cannot be split; let the line double before it tries again.
        limit = Math.Max(Capacity, 2 * Count);
        if (line.Length < limit)
        {
            Array.Resize(ref line, limit);
        }

        return horizon;
    }
}
