using InteractiveArticle.Cells.Running;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Kernel.Tests.Cells;

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

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) ;")]
    [InlineData("again: goto again;")]
    [InlineData("switch (1) { case 1: goto case 1; }")]
    [InlineData("for (;;) try { throw new Exception(); } catch (Exception) { }")]
    [InlineData("do\n{\n    // nothing\n}\nwhile (true);")]
    [InlineData("IEnumerable<int> All() { while (true) yield return 1; }\nforeach (var one in All()) ;")]
    [InlineData("foreach (var (a, b) in Enumerable.Repeat((1, 2), int.MaxValue)) await Task.Yield();")]
    public async Task ALoop_EndsSoonAfterItsCell(string loop)
    {
        using var session = new Session();
        using var cancellation = new CancellationTokenSource();
        var ended = new TaskCompletionSource();
        string name = Guid.NewGuid().ToString();
        AppDomain.CurrentDomain.SetData(name, ended);

        var result = await session.Kernel.ExecuteAsync(
            $"Console.Write(1);\ntry {{ {loop} }} finally {{ ((TaskCompletionSource)AppDomain.CurrentDomain.GetData(\"{name}\")).SetResult(); }}",
            new CancellingSink(cancellation),
            cancellation.Token);

        Assert.Equal(CellError.Cancelled, result.Error?.Name);
        Assert.InRange(result.Error?.Line ?? 0, 2, 2 + loop.Count(c => c == '\n'));
        await ended.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Loops_KeepTheirLines_AndErrorsTheirColumns()
    {
        using var session = new Session();

        Assert.Equal(3, (await session.Fail("for (int i = 0; i < 2; i++)\n{\n    throw new Exception();\n}")).Line);
        Assert.Equal((1, 16), ((await session.Fail("while (true) { nope(); }")).Line, (await session.Fail("while (true) { nope(); }")).Column));
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
}
