using System.Runtime.CompilerServices;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Engine;

/// <summary>
/// The future event list: events by time, and among equal times in the order in which they were added.
/// </summary>
/// <typeparam name="TEvent">What happens; a small value type, so that adding an event allocates nothing.</typeparam>
/// <remarks>
/// The next few events stand in a sorted line; those from a certain time on, the horizon, wait roughly sorted in a
/// ladder until the line is empty and their turn comes. A model with a few dozen pending events never leaves the line;
/// with any number of them <see cref="Add"/> and <see cref="Take"/> cost O(1) on average for delays as they occur in
/// models. Memory grows with the largest number of pending events.
/// </remarks>
public sealed class EventQueue<TEvent>
    where TEvent : struct
{
    private readonly EventLadder<TEvent> ladder = new();
    private EventLine<TEvent> line = new();
    private double horizon = double.PositiveInfinity;
    private long added;

    /// <summary>How many events are pending.</summary>
    public int Count => line.Count + ladder.Count;

    /// <summary>Adds an event.</summary>
    /// <param name="time">When it happens, in the model's unit of time; not NaN; infinity comes after every other time.</param>
    /// <param name="happening">What happens.</param>
    [MethodImpl(HotPath.Inlined)]
    public void Add(double time, TEvent happening)
    {
        if (time < horizon && !line.IsFull)
        {
            line.Add(time, added++, happening);
        }
        else
        {
            AddBeyond(time, happening);
        }
    }

    /// <summary>Takes the earliest event, or says that there is none.</summary>
    /// <param name="time">When it happens.</param>
    /// <param name="happening">What happens.</param>
    /// <returns>False when no event is pending.</returns>
    [MethodImpl(HotPath.Inlined)]
    public bool Take(out double time, out TEvent happening) =>
        line.Take(out time, out happening) || (Refill() && line.Take(out time, out happening));

    /// <summary>Says when the earliest event happens, and leaves it where it is.</summary>
    /// <param name="time">When it happens.</param>
    /// <returns>False when no event is pending.</returns>
    public bool Peek(out double time) => line.Peek(out time) || (Refill() && line.Peek(out time));

    private void AddBeyond(double time, TEvent happening)
    {
        if (time < horizon)
        {
            horizon = line.Shed(ladder);
            Add(time, happening);
        }
        else
        {
            ladder.Add(new(time, added++, happening));
        }
    }

    private bool Refill()
    {
        if (ladder.Count == 0)
        {
            horizon = double.PositiveInfinity;
            return false;
        }

        horizon = ladder.Refill(ref line);
        return true;
    }
}
