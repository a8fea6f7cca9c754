namespace InteractiveArticle.Notebook.Outputs;

/// <summary>
/// Takes what a cell shows, as it is shown: one call at a time, on any thread. Calls may come after the cell has ended, when a
/// task that it has started shows something late.
/// </summary>
public interface IOutputSink
{
    /// <summary>Something new was shown. Console text comes in the pieces in which the cell wrote it.</summary>
    /// <param name="output">A stream, display or result output.</param>
    void Write(Output output);

    /// <summary>Something shown earlier, by this cell or one before, has changed.</summary>
    /// <param name="output">What to show in place of every output with the same <see cref="DisplayOutput.DisplayId"/>.</param>
    void Update(DisplayOutput output);

    /// <summary>All that this cell has shown so far is taken back, as by <c>Console.Clear</c>.</summary>
    void Clear();
}
