namespace InteractiveArticle.Notebook;

/// <summary>
/// Something a person asked of a notebook that cannot be done. The message is one plain line that names the input, what
/// is allowed and what to do.
/// </summary>
public sealed class NotebookException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">One plain line for a person.</param>
    public NotebookException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with the one that caused it.</summary>
    /// <param name="message">One plain line for a person.</param>
    /// <param name="innerException">The cause.</param>
    public NotebookException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
