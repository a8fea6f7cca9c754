namespace InteractiveArticle.Figures.Drawing;

/// <summary>
/// A vertical line at a place of interest: a milestone, a limit, the present setting of a lever.
/// </summary>
/// <param name="At">Where on the horizontal axis.</param>
/// <param name="Text">A few words at its top; several lines are separated by a line feed.</param>
/// <param name="Ink">Its colour.</param>
public sealed record Mark(double At, string Text, Ink Ink = Ink.Grey);
