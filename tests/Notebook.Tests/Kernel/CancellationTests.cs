using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Kernel;

namespace InteractiveArticle.Notebook.Tests.Kernel;

public class CancellationTests
{
    [Fact]
    public async Task CellThatHonoursNothing_IsAbandoned()
    {
        using var session = new Session();
        await session.Run("int a = 1;");
        using var cancellation = new CancellationTokenSource();
        var sink = new CancellingSink(cancellation);

        var result = await session.Kernel.ExecuteAsync(
            "int a = 2;\nint b = 3;\nConsole.WriteLine(\"running\");\nnew System.Threading.ManualResetEvent(false).WaitOne();", sink, cancellation.Token);

        Assert.Equal(CellError.Cancelled, result.Error?.Name);
        Assert.Equal("1", await session.Run("a"));
        Assert.Equal("CS0103", (await session.Fail("b")).Name);
    }

    [Fact]
    public async Task CancelledBefore_NothingRuns()
    {
        using var session = new Session();
        var recorder = new OutputRecorder();

        var result = await session.Kernel.ExecuteAsync("Console.Write(1);", recorder, new CancellationToken(canceled: true));

        Assert.Equal(CellError.Cancelled, result.Error?.Name);
        Assert.Empty(recorder.Outputs);
        Assert.Equal("2", await session.Run("1 + 1"));
    }

    [Fact]
    public async Task CancellationThatTheCellThrowsItself_IsAnErrorLikeAnyOther()
    {
        using var session = new Session();

        Assert.Equal("System.OperationCanceledException", (await session.Fail("throw new OperationCanceledException();")).Name);
    }

    private sealed class CancellingSink(CancellationTokenSource cancellation) : IOutputSink
    {
        // Not at once, as this runs on the cell's own thread.
        public void Write(Output output) => cancellation.CancelAfter(TimeSpan.Zero);

        public void Update(DisplayOutput output) => Assert.Fail("nothing is updated");
    }
}
