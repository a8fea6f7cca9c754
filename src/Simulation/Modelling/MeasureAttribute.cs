namespace InteractiveArticle.Simulation.Modelling;

/// <summary>
/// Marks a property of a result, or a column of a series, as something a model reports, with its unit.
/// </summary>
/// <param name="unit">The unit, such as "min"; empty for a pure number.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MeasureAttribute(string unit = "") : Attribute
{
    /// <summary>The unit; empty for a pure number.</summary>
    public string Unit { get; } = unit;
}
