using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Cells.Running;

/// <summary>
/// Takes what a cell shows up to a limit, and then fails the cell that goes on. A cell may be deaf to that, or show from a thread
/// that nobody waits for: whoever runs it looks at <see cref="Breach"/> when it has ended.
/// </summary>
/// <param name="sink">Where it goes to.</param>
internal sealed class LimitedSink(IOutputSink sink) : IOutputSink
{
    // The largest chapter shows less than one; a page or a notebook with more cannot be read any more.
    private const int Megabytes = 16;

    // Outputs without words are not free either; a text that goes on is the same output.
    private const int Overhead = 100;

    private long left = Megabytes * 1_000_000L;
    private string? openStream;

    /// <summary>That the cell has shown more than it may; null if it has not.</summary>
    public CellError? Breach { get; private set; }

    public void Write(Output output)
    {
        Take(output);
        sink.Write(output);
    }

    public void Update(DisplayOutput output)
    {
        Take(output);
        sink.Update(output);
    }

    public void Clear() => sink.Clear();

    private void Take(Output output)
    {
        string? stream = (output as StreamOutput)?.Name;
        bool goesOn = stream is not null && stream == openStream;
        openStream = stream;
        left -= (goesOn ? 0 : Overhead) + output switch
        {
            StreamOutput text => text.Text.Length,
            DisplayOutput display => display.Data.Sum(form => form.Value.Length),
            ResultOutput result => result.Data.Sum(form => form.Value.Length),
            _ => 0,
        };
        if (left < 0)
        {
            var refusal = new InvalidOperationException($"The cell has shown more than {Megabytes} MB, which is the limit; print or display less.");
            Breach = ExceptionReport.Of(refusal, "", null);
            throw refusal;
        }
    }
}
