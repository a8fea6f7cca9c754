using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Kernel.Tests.Cells;

/// <summary>An exception that has lost its cell is shown at whichever started last, so that no other test may run meanwhile.</summary>
[Collection(nameof(StrayExceptionTests))]
[CollectionDefinition(nameof(StrayExceptionTests), DisableParallelization = true)]
public class StrayExceptionTests
{
    [Fact]
    public async Task AnExceptionOnAThreadOfTheCell_IsShown()
    {
        using var session = new Session();
        await session.Run("var stray = new System.Threading.Thread(() =>\n    throw new TimeoutException(\"late\"));\nstray.Start();\nstray.Join();");
        var shown = Assert.IsType<StreamOutput>(Assert.Single(session.Outputs));

        Assert.Equal("stderr", shown.Name);
        Assert.StartsWith("An exception on another thread of the cell: System.TimeoutException: late\n   at cell 1, line 2\n", shown.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("async void Stray() { await Task.Yield(); ended.SetResult(); throw new TimeoutException(); }\nStray();")]
    [InlineData("System.Threading.ThreadPool.QueueUserWorkItem(_ => { ended.SetResult(); throw new TimeoutException(); });")]
    [InlineData("var timer = new System.Threading.Timer(_ => { ended.SetResult(); throw new TimeoutException(); }, null, 0, System.Threading.Timeout.Infinite);")]
    public async Task AnExceptionThatNobodyCatches_LeavesTheKernelAlive(string cell)
    {
        using var session = new Session();
        await session.Run($"var ended = new TaskCompletionSource();\n{cell}\nawait ended.Task;");

        Assert.Equal("2", await session.Run("await Task.Delay(200);\n1 + 1"));
    }
}
