namespace InteractiveArticle.Simulation.Modelling;

/// <summary>
/// What several options of a model have to fulfil together, each of which may take the value that it has.
/// </summary>
/// <param name="Words">The rule in a few words, with the names of the options as readers type them, such as "k ≤ n".</param>
/// <param name="IsMet">Whether the options fulfil it.</param>
/// <param name="Refusal">One line for options that do not: what was given, why not, and what to give.</param>
public sealed record ModelRule(string Words, bool IsMet, FormattableString Refusal);
