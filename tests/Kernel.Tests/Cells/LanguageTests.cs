using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Kernel.Tests.Cells;

public class LanguageTests
{
    [Fact]
    public async Task Declarations_AreSeenByLaterCells()
    {
        using var session = new Session();
        await session.Run("using System.Globalization;\nint a = 40;\nint Twice(int n) => 2 * n;\nrecord Point(int X, int Y);");

        Assert.Equal("42", await session.Run("a += 2; a"));
        Assert.Equal("84", await session.Run("Twice(a)"));
        Assert.Equal("3", await session.Run("var p = new Point(1, 2);\np.X + p.Y"));
        Assert.Equal("1.5", await session.Run("1.5.ToString(CultureInfo.InvariantCulture)"));
    }

    [Fact]
    public async Task Declarations_CanBeMadeAnew()
    {
        using var session = new Session();
        await session.Run("var a = 1; string F() => \"old\";");
        await session.Run("var a = \"text\"; string F() => \"new\" + a;");

        Assert.Equal("newtext", await session.Run("F()"));
    }

    [Fact]
    public async Task Await_AtTopLevel_Works()
    {
        using var session = new Session();

        Assert.Equal("7", await session.Run("await Task.Yield();\nvar n = await Task.FromResult(7);\nn"));
    }

    [Theory]
    [InlineData("Enumerable.Range(1, 4).Sum()", "10")]
    [InlineData("new StringBuilder(\"a\").Append(\"b\").ToString()", "ab")]
    [InlineData("new List<int> { 1 }.Count", "1")]
    [InlineData("(System.Collections.ICollection)new ArrayList() is null", "False")]
    [InlineData("System.Text.Json.JsonSerializer.Serialize(new { a = 1 })", "{\"a\":1}")]
    [InlineData("int[] spread = [1, .. new[] { 2 }]; string.Join(\"-\", spread)", "1-2")]
    [InlineData("if (DateTime.UnixEpoch.Year == 1970) return 5; return 6;", "5")]
    public async Task DefaultsAndLatestLanguage_NeedNoUsing(string code, string value)
    {
        using var session = new Session();

        Assert.Equal(value, await session.Run(code));
    }

    [Theory]
    [InlineData("Math.Sqrt(4);")]
    [InlineData("int a = 1;")]
    [InlineData("Console.Out.Flush()")]
    [InlineData("using System.IO;")]
    [InlineData("{ int F() { return 1; } F(); }")]
    [InlineData("Func<int> f = () => { return 1; };")]
    [InlineData("if (true) return;")]
    [InlineData("// nothing")]
    [InlineData("")]
    public async Task Cell_WithoutTrailingExpression_ShowsNothing(string code)
    {
        using var session = new Session();
        await session.Run(code);

        Assert.Empty(session.Outputs);
    }

    [Fact]
    public async Task Warnings_AreNotErrors()
    {
        using var session = new Session();

        Assert.Equal("1", await session.Run("#warning careful\n[Obsolete] int Old() => 1;\nint unused;\nOld()"));
    }

    [Fact]
    public async Task Null_IsShown()
    {
        using var session = new Session();

        Assert.Equal("<null>", await session.Run("null"));
    }

    [Fact]
    public async Task CellThatThrows_LeavesWhatItDeclared()
    {
        using var session = new Session();
        await session.Fail("int a = 5;\nthrow new InvalidOperationException();");

        Assert.Equal("5", await session.Run("a"));
    }

    /// <summary>The kernel lets go of a cell that declares nothing; what others still hold of it must work all the same.</summary>
    [Fact]
    public async Task WhatACellThatDeclaresNothing_HasLeftInAnotherOne_GoesOnWorking()
    {
        using var session = new Session();
        await session.Run("record Point(int X); var left = new List<Func<object>>(); Point made = null;");
        await session.Run("left.Add(() => { made = new Point(left.Count); return System.Text.Json.JsonSerializer.Serialize(new { made.X }); });");
        await session.Run("for (int i = 0; i < 5; i++) { GC.Collect(); GC.WaitForPendingFinalizers(); }");

        Assert.Equal("{\"X\":1}", await session.Run("left[0]()"));
        Assert.Equal("1", await session.Run("made.X"));
    }

    [Fact]
    public async Task CellThatDoesNotCompile_LeavesNothing()
    {
        using var session = new Session();
        await session.Run("int a = 5;");
        await session.Fail("string a = \"b\"; nonsense;");

        Assert.Equal("5", await session.Run("a"));
    }

    [Fact]
    public async Task ExecutionCount_CountsEveryCell()
    {
        using var session = new Session();
        await session.Run("1");
        await session.Fail("nonsense");
        await session.Run("2");

        Assert.Equal(3, session.Outputs.OfType<ResultOutput>().Single().ExecutionCount);
    }

    [Fact]
    public async Task DisposedKernel_RefusesCells()
    {
        var kernel = new NotebookKernel(".");
        await Task.Run(kernel.Dispose);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => kernel.ExecuteAsync("1", new OutputRecorder(), TestContext.Current.CancellationToken));
    }
}
