namespace InteractiveArticle.Jupyter.Wire;

/// <summary>What came over a socket is no message to act on.</summary>
/// <param name="message">What is wrong with it, after "it".</param>
internal sealed class WireException(string message) : Exception(message);
