namespace InteractiveArticle.Figures.Drawing;

/// <summary>
/// A vertical line at a place of interest: a milestone, a limit, the present setting of a lever.
/// </summary>
/// <param name="At">Where on the horizontal axis.</param>
/// <param name="Text">A few words at its top; several lines are separated by a line feed.</param>
/// <param name="Color">The part that its colour plays.</param>
public sealed record Mark(double At, string Text, ColorRole Color = ColorRole.Reference)
{
    /// <summary>The present setting of the lever that the horizontal axis shows.</summary>
    /// <param name="at">The setting.</param>
    /// <param name="color">The part that its colour plays.</param>
    public static Mark Here(double at, ColorRole color = ColorRole.Reference) => new(at, "you are here", color);
}
