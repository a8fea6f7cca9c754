namespace InteractiveArticle.Figures.Scenes.Parts;

/// <summary>A bar that shows a share over time, as a gauge or as a gate that shuts.</summary>
/// <param name="Area">Where it is when it is full.</param>
/// <param name="Paint">Its colour.</param>
/// <param name="Grows">From where it grows.</param>
/// <param name="Samples">Its level from 0 to 1 over film time, in the order of time; straight between them, and the same before the first and after the last.</param>
public sealed record Level(Area Area, Paint Paint, Growth Grows, IReadOnlyList<Sample> Samples) : Part
{
    /// <summary>Whether the level jumps at each sample instead of moving there.</summary>
    public bool IsStepped { get; init; }

    /// <summary>The level at a moment.</summary>
    /// <param name="film">The moment; seconds of film.</param>
    public double At(double film)
    {
        int next = 0;
        while (next < Samples.Count && Samples[next].At <= film)
        {
            next++;
        }

        if (next == 0 || next == Samples.Count || IsStepped)
        {
            return Samples[Math.Max(0, next - 1)].Value;
        }

        var (before, after) = (Samples[next - 1], Samples[next]);
        return before.Value + ((after.Value - before.Value) * (film - before.At) / (after.At - before.At));
    }
}

/// <summary>A value at a moment.</summary>
/// <param name="At">When; seconds of film.</param>
/// <param name="Value">The value.</param>
public readonly record struct Sample(double At, double Value);

/// <summary>From where a level grows.</summary>
public enum Growth
{
    /// <summary>From its left edge to the right.</summary>
    Rightwards,

    /// <summary>From its lower edge upwards.</summary>
    Upwards,

    /// <summary>From its middle to the left and right: a gate that shuts.</summary>
    Sideways,

    /// <summary>From its middle up and down: a gate that shuts.</summary>
    UpAndDown,
}
