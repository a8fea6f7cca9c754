namespace InteractiveArticle.Jupyter.Installation;

/// <summary>
/// The kernel cannot be installed or removed as asked. <see cref="Exception.Message"/> is one plain line for a person:
/// it names the input, what is allowed and what to do.
/// </summary>
/// <param name="message">The line.</param>
public sealed class InstallationException(string message) : Exception(message.ReplaceLineEndings(" "));
