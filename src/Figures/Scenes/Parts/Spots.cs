namespace InteractiveArticle.Figures.Scenes.Parts;

/// <summary>Equal round spots, painted as one: for so many of them that each cannot be an actor.</summary>
/// <param name="Places">Their centres.</param>
/// <param name="Radius">Their radius.</param>
/// <param name="Paint">Their colour.</param>
public sealed record Spots(IReadOnlyList<(double X, double Y)> Places, double Radius, Paint Paint) : Part
{
    /// <summary>A ring around each.</summary>
    public Paint Outline { get; init; } = Paint.None;
}
