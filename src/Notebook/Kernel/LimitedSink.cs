using InteractiveArticle.Notebook.Documents;

namespace InteractiveArticle.Notebook.Kernel;

/// <summary>Takes what a cell shows up to a limit, and then fails the cell that goes on.</summary>
/// <param name="sink">Where it goes to.</param>
internal sealed class LimitedSink(IOutputSink sink) : IOutputSink
{
    // The largest chapter shows less than one; a page or a notebook with more cannot be read any more.
    private const int Megabytes = 16;

    // Outputs without words are not free either.
    private const int Overhead = 100;

    private long left = Megabytes * 1_000_000L;

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

    private void Take(Output output)
    {
        left -= Overhead + output switch
        {
            StreamOutput stream => stream.Text.Length,
            DisplayOutput display => display.Data.Sum(form => form.Value.Length),
            ResultOutput result => result.Data.Sum(form => form.Value.Length),
            _ => 0,
        };
        if (left < 0)
        {
            throw new InvalidOperationException($"The cell has shown more than {Megabytes} MB, which is the limit; print or display less.");
        }
    }
}
