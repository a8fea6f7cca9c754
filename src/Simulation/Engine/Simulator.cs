using System.Runtime.CompilerServices;
using InteractiveArticle.Simulation.Numerics;

namespace InteractiveArticle.Simulation.Engine;

/// <summary>
/// The simulated clock with its future event list: a model schedules what will happen and asks what happens next.
/// </summary>
/// <typeparam name="TEvent">What happens; a small value type (often an enumeration).</typeparam>
/// <remarks>
/// A model is a loop that reads like its textbook description:
/// <code>
/// var simulator = new Simulator&lt;Happening&gt;();
/// simulator.Schedule(Happening.Arrival, arrivals.NextExponential(1 / rate));
/// while (simulator.Next(out var happening))
/// {
///     switch (happening) { … }
/// }
/// </code>
/// </remarks>
public sealed class Simulator<TEvent>
    where TEvent : struct
{
    private readonly EventQueue<TEvent> pending = new();

    /// <summary>The simulated time, in the model's unit; starts at 0 and never goes back.</summary>
    public double Now { get; private set; }

    /// <summary>How many events have happened so far.</summary>
    public long Events { get; private set; }

    /// <summary>How many events are still to come.</summary>
    public int Pending => pending.Count;

    /// <summary>Schedules an event.</summary>
    /// <param name="happening">What will happen.</param>
    /// <param name="delay">How long from now, in the model's unit of time; at least 0. Equal times keep their order.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative or not a number.</exception>
    [MethodImpl(HotPath.Inlined)]
    public void Schedule(TEvent happening, double delay)
    {
        if (!(delay >= 0))
        {
            ThrowBadDelay(delay);
        }

        pending.Add(Now + delay, happening);
    }

    /// <summary>Moves the clock to the next event.</summary>
    /// <param name="happening">What happens now.</param>
    /// <returns>False when nothing is left to happen; the clock then stays.</returns>
    [MethodImpl(HotPath.Inlined)]
    public bool Next(out TEvent happening)
    {
        if (!pending.Take(out double time, out happening))
        {
            return false;
        }

        Now = time;
        Events++;
        return true;
    }

    private static void ThrowBadDelay(double delay) =>
        throw new ArgumentOutOfRangeException(nameof(delay), delay, "An event can only be scheduled now or later.");
}
