namespace InteractiveArticle.Simulation.RetryStorm;

/// <summary>
/// CoDel, which decides of each request that leaves the line whether it is served or dropped. Once every request of an
/// interval has waited for longer than the target, one is dropped; then the next after 1/√2, 1/√3, … of an interval,
/// until a request has waited for less than the target.
/// </summary>
/// <remarks>
/// K. Nichols and V. Jacobson, "Controlling queue delay", ACM Queue 10, 2012, in the form of RFC 8289, 2018, which also
/// says that one drops as often as last time when trouble comes back soon.
/// </remarks>
internal sealed class ControlledDelay(RetryStormOptions options)
{
    // What counts as soon in the pseudocode of RFC 8289.
    private const double SoonInIntervals = 16;

    private double dropsFrom = double.PositiveInfinity;
    private double nextDrop = double.NegativeInfinity;
    private bool isDropping;
    private int drops;
    private int dropsAtStart;

    /// <summary>Whether to drop the request that has just left the line.</summary>
    /// <param name="now">The time in seconds.</param>
    /// <param name="waited">How long the request has waited, in seconds.</param>
    /// <param name="behind">How many still wait.</param>
    public bool Drops(double now, double waited, int behind)
    {
        if (options.Discipline != QueueDiscipline.Codel)
        {
            return false;
        }

        if (!HasBeenSlowForAnInterval(now, waited, behind))
        {
            isDropping = false;
            return false;
        }

        if (!isDropping)
        {
            StartDropping(now);
            return true;
        }

        if (now < nextDrop)
        {
            return false;
        }

        drops++;
        nextDrop += options.CodelInterval / Math.Sqrt(drops);
        return true;
    }

    // The last request in line is never one too many.
    private bool HasBeenSlowForAnInterval(double now, double waited, int behind)
    {
        if (waited < options.CodelTarget || behind == 0)
        {
            dropsFrom = double.PositiveInfinity;
        }
        else if (double.IsPositiveInfinity(dropsFrom))
        {
            dropsFrom = now + options.CodelInterval;
        }

        return now >= dropsFrom;
    }

    private void StartDropping(double now)
    {
        int lastTime = drops - dropsAtStart;
        bool isSoon = now - nextDrop < SoonInIntervals * options.CodelInterval;
        isDropping = true;
        drops = isSoon && lastTime > 1 ? lastTime : 1;
        dropsAtStart = drops;
        nextDrop = now + (options.CodelInterval / Math.Sqrt(drops));
    }
}
