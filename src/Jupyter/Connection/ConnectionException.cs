namespace InteractiveArticle.Jupyter.Connection;

/// <summary>
/// The kernel cannot serve its front end as asked. <see cref="Exception.Message"/> is one plain line for a person:
/// it names the input, what is allowed and what to do.
/// </summary>
/// <param name="message">The line.</param>
public sealed class ConnectionException(string message) : Exception(message.ReplaceLineEndings(" "));
