namespace InteractiveArticle.Simulation.Modelling;

/// <summary>
/// Declares an option of a model: what it means, its unit and its range. The declaration is what the border checks,
/// what the command line lists and what the documentation says.
/// </summary>
/// <param name="description">What it means, in a few words.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(string description) : Attribute
{
    /// <summary>What it means, in a few words.</summary>
    public string Description { get; } = description;

    /// <summary>Its unit, such as "1/s" or "min"; empty for a pure number.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The smallest value allowed.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>The largest value allowed.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;
}
