namespace InteractiveArticle.Figures.Scenes.Parts;

/// <summary>The rail of the film at the bottom of a stage. A page that has a player of its own hides it.</summary>
/// <param name="Parts">What it is made of.</param>
public sealed record Rail(IReadOnlyList<Part> Parts) : Part
{
    /// <inheritdoc/>
    public override IReadOnlyList<Part> Inner => Parts;
}
