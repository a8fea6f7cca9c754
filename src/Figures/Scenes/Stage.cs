using InteractiveArticle.Figures.Scenes.Parts;

namespace InteractiveArticle.Figures.Scenes;

/// <summary>
/// A scene laid out at one size. One unit is one CSS pixel where the stage is shown at its own width.
/// </summary>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
/// <param name="Parts">What is on it, from the back to the front.</param>
public sealed record Stage(double Width, double Height, IReadOnlyList<Part> Parts)
{
    /// <summary>The width of every wide stage.</summary>
    public const double WideWidth = 900;

    /// <summary>The width of every narrow stage.</summary>
    public const double NarrowWidth = 390;

    /// <summary>The places that a reader can take in hand.</summary>
    public IReadOnlyList<Hand> Hands { get; init; } = [];

    /// <summary>How much at its lower edge the rail of the film takes, which is cut off where a page has a player of its own; units of the stage.</summary>
    public double RailHeight { get; init; }

    /// <summary>All actors on the stage, in whatever group they stand.</summary>
    public IEnumerable<Actor> Actors => Parts.SelectMany(part => part.All).OfType<Crowd>().SelectMany(crowd => crowd.Actors);
}
