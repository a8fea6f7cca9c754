using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Kernel.Tests.Cells;

/// <summary>Cancels a cell as soon as it shows something.</summary>
internal sealed class CancellingSink(CancellationTokenSource cancellation) : IOutputSink
{
    // Not at once, as this runs on the cell's own thread.
    public void Write(Output output) => cancellation.CancelAfter(TimeSpan.Zero);

    public void Update(DisplayOutput output) => Assert.Fail("nothing is updated");

    public void Clear() => Assert.Fail("nothing is taken back");
}
