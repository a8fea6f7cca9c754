namespace InteractiveArticle.Cells.Completion;

/// <summary>What could be written at a place of a cell.</summary>
/// <param name="Start">Where the piece of code begins that a completion replaces.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Items">The completions, by name.</param>
public sealed record CellCompletions(int Start, int End, IReadOnlyList<CellCompletion> Items);

/// <summary>One thing that could be written.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Kind">What it is, in one word, such as <c>method</c> or <c>keyword</c>.</param>
public sealed record CellCompletion(string Text, string Kind);
