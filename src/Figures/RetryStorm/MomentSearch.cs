namespace InteractiveArticle.Figures.RetryStorm;

/// <summary>
/// Finds the first of some moments at or after a time. A storm asks for it some hundred thousand times, so each search begins
/// close to where it ends.
/// </summary>
internal sealed class MomentSearch
{
    // So fine that there is rarely more than one moment in a slot.
    private const int SlotsPerMoment = 4;

    private readonly double[] moments;
    private readonly int[] firstOfSlot;
    private readonly double slotsPerSecond;

    /// <summary>Prepares the search.</summary>
    /// <param name="moments">The moments, at least two, in seconds and in their order.</param>
    public MomentSearch(double[] moments)
    {
        this.moments = moments;
        firstOfSlot = new int[(SlotsPerMoment * moments.Length) + 1];
        slotsPerSecond = SlotsPerMoment * moments.Length / (moments[^1] - moments[0]);
        for (int n = moments.Length - 1; n >= 0; n--)
        {
            firstOfSlot[SlotOf(moments[n])] = n;
        }

        // An empty slot begins with the next moment there is; the last slot has the last moment.
        for (int slot = firstOfSlot.Length - 2; slot > 0; slot--)
        {
            firstOfSlot[slot] = firstOfSlot[slot] == 0 ? firstOfSlot[slot + 1] : firstOfSlot[slot];
        }
    }

    /// <summary>The number of the first moment at or after a time; how many there are if none is.</summary>
    /// <param name="time">The time in seconds; may be infinite.</param>
    public int FirstFrom(double time)
    {
        if (!(time > moments[0]))
        {
            return 0;
        }

        if (time > moments[^1])
        {
            return moments.Length;
        }

        int first = firstOfSlot[SlotOf(time)];
        while (moments[first] < time)
        {
            first++;
        }

        return first;
    }

    private int SlotOf(double time) => (int)((time - moments[0]) * slotsPerSecond);
}
