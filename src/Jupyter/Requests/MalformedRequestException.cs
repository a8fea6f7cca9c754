namespace InteractiveArticle.Jupyter.Requests;

/// <summary>A request's content is not what its type asks for.</summary>
/// <param name="message">One plain line on what is wrong.</param>
internal sealed class MalformedRequestException(string message) : Exception(message);
