namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>Which of the waiting requests the fleet serves next, and whether it drops any before.</summary>
public enum QueueDiscipline
{
    /// <summary>First in, first out: the oldest comes next.</summary>
    Fifo,

    /// <summary>
    /// Last in, first out: the newest comes next. Where one request waits the two orders are the same, so that this
    /// matters only while a line forms, as with the adaptive LIFO of B. Maurer, "Fail at scale", ACM Queue 13, 2015.
    /// </summary>
    Lifo,

    /// <summary>
    /// First in, first out, with controlled delay (CoDel): while every request has waited longer than a target, some
    /// are refused, and ever more of them. K. Nichols and V. Jacobson, "Controlling queue delay", ACM Queue 10, 2012.
    /// It was made for senders that slow down when something is dropped; against clients that do not, the wait stays
    /// above the target, by some intervals.
    /// </summary>
    Codel,
}
