namespace InteractiveArticle.Cells.Running;

/// <summary>Answers when a cell asks its reader for a line.</summary>
public interface ICellInput
{
    /// <summary>Asks, and waits for the answer.</summary>
    /// <param name="prompt">What to ask; may be empty.</param>
    /// <param name="isPassword">Whether the answer is to be hidden while it is typed.</param>
    /// <returns>The line, without its end; <see langword="null"/> where nobody can be asked.</returns>
    /// <exception cref="OperationCanceledException">The cell was interrupted meanwhile.</exception>
    string? Ask(string prompt, bool isPassword);
}
