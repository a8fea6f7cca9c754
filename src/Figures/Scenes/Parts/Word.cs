namespace InteractiveArticle.Figures.Scenes.Parts;

/// <summary>A line of text that stays.</summary>
/// <param name="X">Where it is anchored.</param>
/// <param name="Y">Its baseline.</param>
/// <param name="Text">The text.</param>
/// <param name="Style">How it is set.</param>
public sealed record Word(double X, double Y, string Text, TextStyle Style) : Part
{
    /// <summary>Which part of the text is at <see cref="X"/>.</summary>
    public Anchor Anchor { get; init; }
}

/// <summary>Which part of a text is at its place.</summary>
public enum Anchor
{
    /// <summary>Its beginning.</summary>
    Start,

    /// <summary>Its middle.</summary>
    Middle,

    /// <summary>Its end.</summary>
    End,
}

/// <summary>How a text is set.</summary>
/// <param name="Size">The size of its letters, in units of the stage; at least 11 on a narrow stage.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="Face">Its typeface.</param>
/// <param name="Weight">400 for usual text, up to 700 for bold.</param>
public sealed record TextStyle(double Size, Paint Ink, Face Face = Face.Sans, int Weight = 400)
{
    /// <summary>How far apart the letters of what is typed stand, in units of the stage: the same in every font, so that other parts can stand on single letters.</summary>
    public double CellWidth => 0.6 * Size;
}

/// <summary>The typefaces of the article.</summary>
public enum Face
{
    /// <summary>For labels and numbers.</summary>
    Sans,

    /// <summary>For what is told.</summary>
    Serif,

    /// <summary>For what is typed; every letter has a cell of its own (<see cref="TextStyle.CellWidth"/>).</summary>
    Mono,
}
