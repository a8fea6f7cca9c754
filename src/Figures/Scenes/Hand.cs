namespace InteractiveArticle.Figures.Scenes;

/// <summary>
/// A part of the picture that is a lever in disguise: taking it sets the lever, and the scene is made anew.
/// </summary>
/// <param name="Area">Where it is on the stage.</param>
/// <param name="Lever">The name of the lever.</param>
/// <param name="Value">What the lever is set to, as the lever's text.</param>
/// <param name="Label">What taking it does, as its button says: "Make the neighbour noisy".</param>
public sealed record Hand(Area Area, string Lever, string Value, string Label)
{
    /// <summary>The key that takes it while the scene has the focus; null for none.</summary>
    public char? Key { get; init; }
}
