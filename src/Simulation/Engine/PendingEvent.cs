using System.Runtime.CompilerServices;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Engine;

/// <summary>
/// A pending event: its time, its place in the order of insertion, and its payload.
/// </summary>
/// <typeparam name="TEvent">What happens.</typeparam>
internal readonly struct PendingEvent<TEvent>(double time, long order, TEvent happening) : IComparable<PendingEvent<TEvent>>
    where TEvent : struct
{
    public readonly double Time = time;
    public readonly TEvent Happening = happening;
    private readonly long order = order;

    /// <summary>Whether this event happens before the other; no two events tie, for no two have the same order.</summary>
    [MethodImpl(HotPath.Inlined)]
    public bool IsBefore(in PendingEvent<TEvent> other) => Time < other.Time || (Time == other.Time && order < other.order);

    /// <summary>Sorts the latest event first, as a line keeps them.</summary>
    public int CompareTo(PendingEvent<TEvent> other) => other.IsBefore(this) ? -1 : IsBefore(other) ? 1 : 0;
}
