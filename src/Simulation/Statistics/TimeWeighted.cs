namespace InteractiveArticle.Simulation.Statistics;

/// <summary>
/// The mean over time of a level that jumps, such as the length of a queue.
/// </summary>
public sealed class TimeWeighted
{
    private double level;
    private double area;
    private double start;
    private double last;

    /// <summary>Sets the level from <paramref name="now"/> on.</summary>
    /// <param name="now">The simulated time, never earlier than in the call before.</param>
    /// <param name="value">The new level.</param>
    public void Set(double now, double value)
    {
        area += level * (now - last);
        last = now;
        level = value;
    }

    /// <summary>Forgets what has been seen until <paramref name="now"/> and keeps the level: the end of a warm-up.</summary>
    /// <param name="now">The simulated time.</param>
    public void Restart(double now)
    {
        area = 0;
        start = now;
        last = now;
    }

    /// <summary>The mean level from the start (or the last restart) until <paramref name="now"/>.</summary>
    /// <param name="now">The simulated time.</param>
    /// <returns>The mean, or the level itself where no time has passed.</returns>
    public double Mean(double now) => now > start ? (area + (level * (now - last))) / (now - start) : level;
}
