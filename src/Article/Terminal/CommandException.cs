namespace InteractiveArticle.Article.Terminal;

/// <summary>
/// Something asked of the command line that cannot be done. The message is one plain line for a person.
/// </summary>
internal sealed class CommandException(string message) : Exception(message.ReplaceLineEndings(" "));
