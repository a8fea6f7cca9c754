using InteractiveArticle.Cells.Running;

namespace InteractiveArticle.Kernel.Tests.Cells;

public sealed class CellFuzzTests
{
    private static readonly string[] Good =
    [
        "int Twice(int a) => a * 2;\nasync Task<int> Later() { await Task.Yield(); return Twice(3); }\nawait Later()",
        "record Fleet(int Servers) { public int Half => Servers / 2; public Fleet Less() { return this with { Servers = Half }; } }\nnew Fleet(4).Less()",
        "foreach (var i in new[] { 1, 2 }) if (i > 1) Console.WriteLine($\"{i:0.0}\"); else display(i);\nfor (;;) { break; }\ndo { } while (false);",
        "using System.Text;\nIEnumerable<int> Ones() { yield return 1; }\nswitch (Ones().Count()) { case 1: try { throw null; } finally { } break; default: break; }",
    ];

    // The first line ends the cell, whatever the spoiled ones would do.
    [Fact]
    public async Task ASpoiledCell_IsAnsweredWithAnError()
    {
        using var session = new Session();
        await Mutator.TryAsync(80, async mutator => await session.Fail("throw null;\n" + mutator.Text(mutator.OneOf(Good))));
        Assert.Equal("2", await session.Run("1 + 1"));
    }

    [Theory]
    [InlineData("async int F() => 1;")]
    [InlineData("async void F() => nothing;")]
    [InlineData("int F() => throw; abstract void G();")]
    [InlineData("int Twice(int a) => a")]
    public async Task CodeThatIsWrong_IsAnsweredWithAnErrorOfTheCompiler(string code)
    {
        using var session = new Session();

        Assert.StartsWith("CS", (await session.Fail(code)).Name, StringComparison.Ordinal);
        Assert.Equal("2", await session.Run("1 + 1"));
    }

    [Fact]
    public async Task CodeAtWhichTheCompilerFails_IsAnsweredWithAnErrorThatSaysSo()
    {
        using var session = new Session();

        Assert.Equal(CellError.CompilerFailed, (await session.Fail("label: int F() => 1;")).Name);
        Assert.Equal("2", await session.Run("1 + 1"));
        await session.Kernel.CompleteAsync("label: int F() => 1; F", 22);
        await session.Kernel.InspectAsync("label: int F() => 1; F", 21);
    }

    // Each of these once ended the process.
    [Theory]
    [InlineData("", "(", "1", ")")]
    [InlineData("", "List<", "int", "> x;")]
    [InlineData("", "while (true) ", ";", "")]
    [InlineData("if (true) ; ", "else if (true) ;", "", "")]
    [InlineData("bool b = ", "!", "true", ";")]
    [InlineData("var s = ", "$\"{", "1", "}\"")]
    public async Task CodeOfTwentyThousandLevels_IsRefusedInOneLine(string before, string open, string middle, string close)
    {
        using var session = new Session();
        string code = Nested(20_000, before, open, middle, close);

        Assert.Equal(CellError.TooDeep, (await session.Fail(code)).Name);
        Assert.Equal(code.Length / 2, (await session.Kernel.CompleteAsync(code, code.Length / 2)).Start);
        Assert.Null(await session.Kernel.InspectAsync(code, code.Length / 2));
        Assert.Equal("2", await session.Run("1 + 1"));
    }

    [Theory]
    [InlineData("", "/// <a>\n", "1", "", "1")]
    [InlineData("", "(", "1", ")", "1")]
    [InlineData("", "1 + ", "1", "", "301")]
    [InlineData("int a = 0;\n", "if (a == 0) ", "a++;", "\na", "1")]
    public async Task CodeOfThreeHundredLevels_Runs(string before, string open, string middle, string close, string value)
    {
        using var session = new Session();

        Assert.Equal(value, await session.Run(Nested(300, before, open, middle, close.StartsWith('\n') ? "" : close) + (close.StartsWith('\n') ? close : "")));
    }

    private static string Nested(int levels, string before, string open, string middle, string close) =>
        before + string.Concat(Enumerable.Repeat(open, levels)) + middle + string.Concat(Enumerable.Repeat(close, levels));
}
