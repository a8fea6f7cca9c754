namespace InteractiveArticle.Simulation.Elasticity;

/// <summary>
/// The highest of the present value and of those of the last minutes.
/// </summary>
/// <remarks>
/// Only values that no later one exceeds can still become the highest. They are kept from the highest to the latest, so
/// that a minute costs O(1) on average however long the window is.
/// </remarks>
/// <param name="minutes">How many minutes back a value counts; at least 0, where only the present one does.</param>
internal sealed class RecentMaximum(int minutes)
{
    private readonly (long Minute, double Value)[] candidates = new (long, double)[minutes + 1];
    private int first;
    private int count;
    private long minute;

    /// <summary>Adds the value of one more minute.</summary>
    /// <returns>The highest value now.</returns>
    public double Add(double value)
    {
        if (count > 0 && candidates[first].Minute < minute - minutes)
        {
            first = PlaceOf(1);
            count--;
        }

        while (count > 0 && candidates[PlaceOf(count - 1)].Value <= value)
        {
            count--;
        }

        candidates[PlaceOf(count)] = (minute, value);
        count++;
        minute++;
        return candidates[first].Value;
    }

    private int PlaceOf(int candidate) => (first + candidate) % candidates.Length;
}
