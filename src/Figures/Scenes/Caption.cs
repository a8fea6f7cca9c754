namespace InteractiveArticle.Figures.Scenes;

/// <summary>What is said from a moment on, until the next caption.</summary>
/// <param name="At">The moment; seconds of film.</param>
/// <param name="Headline">The first line: at most about 60 characters.</param>
/// <param name="Detail">The second line, at most about 80 characters; may be empty.</param>
public sealed record Caption(double At, string Headline, string Detail = "");
