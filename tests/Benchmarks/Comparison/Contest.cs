namespace InteractiveArticle.Benchmarks.Comparison;

/// <summary>One row of the comparison: the same work for every contestant.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Amount">How many of them a compiled contestant does in one measurement.</param>
/// <param name="Ours">Does the given amount with the engine, in this process.</param>
/// <param name="Baseline">The name of the baseline programs, which differ only in their extension.</param>
/// <param name="Setting">What the baseline programs are told before the amount: the load or the number of pending events.</param>
internal sealed record Contest(string Name, string Unit, int Amount, Action<int> Ours, string Baseline, string Setting);
