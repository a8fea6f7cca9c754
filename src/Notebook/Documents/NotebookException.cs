namespace InteractiveArticle.Notebook.Documents;

/// <summary>
/// A notebook, a lever or a file was not as it must be. <see cref="Exception.Message"/> is one plain line for
/// a person: it names the input, what is allowed and what to do.
/// </summary>
public sealed class NotebookException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One plain line: the input, what is allowed, what to do.</param>
    public NotebookException(string message)
        : base(message.ReplaceLineEndings(" "))
    {
    }

    /// <summary>Creates the exception with the failure that led to it.</summary>
    /// <param name="message">One plain line: the input, what is allowed, what to do.</param>
    /// <param name="innerException">The failure underneath, for logs; the message stands on its own.</param>
    public NotebookException(string message, Exception innerException)
        : base(message.ReplaceLineEndings(" "), innerException)
    {
    }
}
