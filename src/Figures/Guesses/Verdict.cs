using InteractiveArticle.Figures.Text;

namespace InteractiveArticle.Figures.Guesses;

/// <summary>What is said of one kind of guess.</summary>
/// <param name="Of">Which kind: <c>low</c>, <c>right</c>, <c>high</c> or <c>other</c>. Of bars, a guess is <c>high</c> when it puts others level with the longest.</param>
/// <param name="Heading">The kind in words, for front ends that do not know the guess.</param>
/// <param name="Words">The words, with <see cref="Reveal.Guess"/> where they name the guess.</param>
public sealed record Verdict(string Of, string Heading, Passage Words);
