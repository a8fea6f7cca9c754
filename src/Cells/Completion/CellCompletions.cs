namespace InteractiveArticle.Cells.Completion;

/// <summary>What could be written at a place of a cell.</summary>
/// <param name="Start">Where the piece of code begins that a completion replaces.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Items">The completions, by name.</param>
public sealed record CellCompletions(int Start, int End, IReadOnlyList<CellCompletion> Items)
{
    /// <summary>Of all that fits a place, what begins with what is written there already; the same case first, then by the alphabet.</summary>
    /// <param name="start">Where that begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="prefix">What it is.</param>
    /// <param name="items">All that fits.</param>
    internal static CellCompletions Of(int start, int end, string prefix, IEnumerable<CellCompletion> items) => new(start, end, [.. items
        .Where(item => item.Text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        .DistinctBy(item => item.Text)
        .OrderByDescending(item => item.Text.StartsWith(prefix, StringComparison.Ordinal))
        .ThenBy(item => item.Text, StringComparer.OrdinalIgnoreCase)]);
}

/// <summary>One thing that could be written.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Kind">What it is, in one word, such as <c>method</c> or <c>keyword</c>.</param>
public sealed record CellCompletion(string Text, string Kind);
