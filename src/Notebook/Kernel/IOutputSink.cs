using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Notebook.Kernel;

/// <summary>
/// Where a cell's outputs go while it runs. Members may be called from any thread, one call at a time.
/// </summary>
public interface IOutputSink
{
    /// <summary>Takes an output.</summary>
    /// <param name="output">Console text as it is written, a displayed value, the cell's value, or its error.</param>
    void Write(Output output);

    /// <summary>Replaces what has been displayed under an identity.</summary>
    /// <param name="output">The new display, with its <see cref="DisplayOutput.DisplayId"/>.</param>
    void Update(DisplayOutput output);
}
