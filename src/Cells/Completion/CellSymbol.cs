namespace InteractiveArticle.Cells.Completion;

/// <summary>What is known of a name in a cell.</summary>
/// <param name="Signature">Its declaration, in C#.</param>
/// <param name="Summary">What its library says of it, on one line; <see langword="null"/> if nothing.</param>
public sealed record CellSymbol(string Signature, string? Summary);
