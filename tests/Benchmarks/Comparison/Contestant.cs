namespace InteractiveArticle.Benchmarks.Comparison;

/// <summary>Someone who can do the work of a <see cref="Contest"/>.</summary>
internal abstract class Contestant(string name)
{
    public string Name { get; } = name;

    /// <summary>Does the work once.</summary>
    /// <returns>How much of it was done in a second; null where this contestant is not installed.</returns>
    public abstract double? Measure(Contest contest);
}
