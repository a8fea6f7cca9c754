namespace InteractiveArticle.Notebook.Guesses;

/// <summary>The numbers among which a reader guesses.</summary>
/// <param name="Minimum">The least of them.</param>
/// <param name="Maximum">The largest, above <paramref name="Minimum"/>.</param>
/// <param name="Step">How far apart they lie, above 0; on a logarithmic scale they have two digits instead.</param>
/// <param name="IsLogarithmic">Whether equal distances are equal factors; then <paramref name="Minimum"/> is above 0.</param>
/// <param name="Unit">What they count, such as "%" or "servers"; <see langword="null"/> for plain numbers.</param>
public sealed record GuessScale(double Minimum, double Maximum, double Step, bool IsLogarithmic, string? Unit);
