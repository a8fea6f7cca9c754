using InteractiveArticle.Figures.Scenes.Parts;

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

    /// <summary>For a hand that is typed into instead of pressed; null for a button. Its value is then what the lever is set to now.</summary>
    public Prompt? Prompt { get; init; }
}

/// <summary>A field of whole numbers within the picture, such as the number in a command; Enter sets the lever.</summary>
/// <param name="Maximum">The largest number that can be typed; the smallest is 0.</param>
/// <param name="Scale">How much the number is for a lever that is at 1: 100 for a share that is typed in per cent.</param>
/// <param name="NoteArea">Where on the stage it is said what a number would do.</param>
/// <param name="Notes">What each number from 0 to <paramref name="Maximum"/> would do, said while it is typed and before Enter.</param>
public sealed record Prompt(int Maximum, double Scale, Area NoteArea, IReadOnlyList<string> Notes)
{
    /// <summary>Where the picture has a key that does what Enter does; null where it has none.</summary>
    public Area? EnterArea { get; init; }
}
