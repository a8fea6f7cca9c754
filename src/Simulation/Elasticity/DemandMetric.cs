namespace InteractiveArticle.Simulation.Elasticity;

/// <summary>
/// Demand as the autoscaler sees it: a mean over some minutes, some minutes late.
/// </summary>
/// <param name="delay">How many minutes late; at least 0.</param>
/// <param name="window">Over how many minutes the mean is taken; at least 1.</param>
internal sealed class DemandMetric(int delay, int window)
{
    // A ring: the oldest minute stands behind the newest.
    private readonly double[] minutes = new double[delay + window];
    private int newest = -1;

    /// <summary>Records the demand of one more minute.</summary>
    /// <param name="demand">The demand in requests a second.</param>
    /// <returns>What is seen in this minute, in requests a second.</returns>
    public double Record(double demand)
    {
        if (newest < 0)
        {
            // Before the simulation demand was as in its first minute.
            Array.Fill(minutes, demand);
        }

        newest = Next(newest);
        minutes[newest] = demand;
        double sum = 0;
        int minute = newest;
        for (int i = 0; i < window; i++)
        {
            minute = Next(minute);
            sum += minutes[minute];
        }

        return sum / window;
    }

    private int Next(int minute) => minute + 1 == minutes.Length ? 0 : minute + 1;
}
