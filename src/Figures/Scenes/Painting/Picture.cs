using InteractiveArticle.Figures.Scenes.Parts;

namespace InteractiveArticle.Figures.Scenes.Painting;

/// <summary>What is painted: a stage with its parts, and what a picture says of itself.</summary>
/// <param name="Name">A short name of lower-case letters, which every class and animation begins with.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Finding">Its text alternative.</param>
/// <param name="Duration">How long it plays; seconds.</param>
/// <param name="StillAt">The moment at which it stands where nothing can move; seconds of film.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
/// <param name="Parts">What is on it, from the back to the front.</param>
public sealed record Picture(string Name, string Title, string Finding, double Duration, double StillAt, double Width, double Height, IReadOnlyList<Part> Parts);
