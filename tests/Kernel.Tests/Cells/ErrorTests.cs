using InteractiveArticle.Formatting;
using InteractiveArticle.Cells.Compiler;
using InteractiveArticle.Cells.Running;
using InteractiveArticle.Kernel.Bounds;
using InteractiveArticle.Notebook.Outputs;
using Microsoft.CodeAnalysis;

namespace InteractiveArticle.Kernel.Tests.Cells;

public class ErrorTests
{
    private static readonly CellEnvironment Environment = PageCells.Environment with { Libraries = [.. PageCells.Environment.Libraries, typeof(CellLoop).Assembly.Location, typeof(Queryable).Assembly.Location, typeof(System.Linq.Expressions.Expression).Assembly.Location] };

    [Theory]
    [InlineData("nonsense", "CS0103", 1, 1)]
    [InlineData("int a = 1;\n\n  a = \"text\";", "CS0029", 3, 7)]
    [InlineData("if (true) {", "CS1513", 1, 12)]
    [InlineData("int a;\nint Bad() { }", "CS0161", 2, 5)]
    [InlineData("class C {\n int x = \"a\"; }\nnonsense", "CS0029", 2, 10)]
    public async Task CompileError_HasItsPlace(string code, string name, int line, int column)
    {
        using var session = new Session();
        var error = await session.Fail(code);

        Assert.Equal((name, line, column), (error.Name, error.Line, error.Column));
        Assert.StartsWith($"({line},{column}): error {name}: {error.Message}", error.Traceback[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("async Task<int> Count()\n{\n    Span<int> some = new int[2];\n    await Task.Yield();\n    return some.Length;\n}", 5)]
    [InlineData("{\n    Span<int> some = new int[2];\n    await Task.Yield();\n    some[0] = 1;\n}", 4)]
    [InlineData("#!time\n{\n    Span<int> some = new int[2];\n    await Task.Yield();\n    some[0] = 1;\n}", 5)]
    public async Task WhatTheCompilerFindsOnlyAsItWritesTheProgram_HasItsLineToo(string code, int line)
    {
        using var session = new Session();
        var error = await session.Fail(code);

        Assert.Equal(("CS4007", line), (error.Name, error.Line));
        Assert.Equal("2", await session.Run("1 + 1"));
    }

    [Fact]
    public async Task CompileErrors_AreAllInTheTraceback()
    {
        using var session = new Session();
        var error = await session.Fail("first();\nsecond();");

        Assert.Equal("The name 'first' does not exist in the current context", error.Message);
        Assert.Equal(2, error.Traceback.Count);
    }

    [Theory]
    [InlineData("int Down(int n)\n{\n    return Down(n + 1) + 1;\n}\nDown(0)", 3)]
    [InlineData("int Down(int n) => Down(n + 1) + 1;\nDown(0)", 1)]
    [InlineData("void Down(int n) =>\n    Down(n + 1);\nDown(0);", 1)]
    [InlineData("async Task Down() => await Down();\nawait Down();", 1)]
    [InlineData("class Deep\n{\n    public static Deep Down() => new() { Next = Down() };\n    public Deep Next;\n}\nDeep.Down()", 3)]
    [InlineData("{\n    double Down() => Down() + 1;\n    Down();\n}", 2)]
    [InlineData("int Down => Down + 1;\nDown", 1)]
    [InlineData("class Deep\n{\n    public int Down { get => Down + 1; set => Down = value; }\n}\nnew Deep().Down", 3)]
    [InlineData("class Deep\n{\n    public int Down { get { return 1; } set { Down = value; } }\n}\nnew Deep { Down = 2 }", 3)]
    [InlineData("class Deep\n{\n    public int this[int n] => this[n + 1] + 1;\n}\nnew Deep()[0]", 3)]
    [InlineData("class Deep\n{\n    public Deep() => new Deep().ToString();\n}\nnew Deep()", 3)]
    [InlineData("class Deep\n{\n    public static Deep operator +(Deep a, Deep b) => b + a;\n}\nnew Deep() + new Deep()", 3)]
    [InlineData("class Deep\n{\n    public static implicit operator int(Deep a) => 1 + a;\n}\n1 + new Deep()", 3)]
    [InlineData("Func<int, int> down = null;\ndown = n => down(n + 1) + 1;\ndown(0)", 2)]
    [InlineData("Action down = null;\ndown = () => down();\ndown();", 2)]
    [InlineData("Func<Task> down = null;\ndown = async () => await down();\nawait down();", 2)]
    [InlineData("Func<int, int> down = null;\ndown = delegate(int n) { return down(n + 1) + 1; };\ndown(0)", 2)]
    [InlineData("class Deep\n{\n    Deep next = new Deep();\n}\nnew Deep()", 3)]
    [InlineData("class Deep\n{\n    public Deep[] Next { get; } = [new()];\n}\nnew Deep()", 3)]
    [InlineData("class Deep(Deep next)\n{\n    public Deep()\n        : this(new Deep()) { }\n}\nnew Deep()", 4)]
    [InlineData("class Deep(object next);\nclass Deeper()\n    : Deep(new Deeper());\nnew Deeper()", 3)]
    public async Task ARecursionWithoutEnd_IsAnErrorAtItsLine(string code, int line)
    {
        using var session = new Session();
        var error = await session.Fail(code);

        Assert.Equal(("System.InsufficientExecutionStackException", line), (error.Name, error.Line));
        Assert.Equal("2", await session.Run("1 + 1"));
    }

    [Theory]
    [InlineData("string Name() => throw new TimeoutException();\ntry { Name(); } catch (TimeoutException) { }\n1 + 1", "2")]
    [InlineData("async Task<int> Later() => await Task.FromResult(3);\nawait Later()", "3")]
    [InlineData("int[] all = [1, 2];\nref int First() => ref all[0];\nFirst() = 4;\nall[0]", "4")]
    [InlineData("IEnumerable<int> Two() { yield return 5; yield return 6; }\nTwo().Last()", "6")]
    [InlineData("abstract class Shape { public abstract int Area(); }\nclass Square : Shape { public override int Area() => 7; }\nnew Square().Area()", "7")]
    [InlineData("int[] Two() => [8, 9];\nTwo()[1]", "9")]
    [InlineData("int Nine => 9;\nNine", "9")]
    [InlineData("class Box { int[] all = [3, 4]; public ref int this[int i] => ref all[i]; }\nvar box = new Box();\nbox[1] = 6;\nbox[1]", "6")]
    [InlineData("class Box { int held; public int Held { get => held; init => held = value + 1; } }\nnew Box { Held = 1 }.Held", "2")]
    [InlineData("class Box(int n) { public Box() : this(7) { } public int N => n; }\nnew Box().N", "7")]
    [InlineData("System.Linq.Expressions.Expression<Func<int, int>> twice = n => n * 2;\ntwice.Body.ToString()", "(n * 2)")]
    [InlineData("System.Linq.Expressions.LambdaExpression twice = (int n) => n * 2;\ntwice.Body.ToString()", "(n * 2)")]
    [InlineData("new[] { 1, 2 }.AsQueryable().Where(n => n > 1).Single()", "2")]
    [InlineData("Action<List<int>> clear = all => all.Clear();\nvar some = new List<int> { 1 };\nclear(some);\nsome.Count", "0")]
    [InlineData("await Task.Run(async () => { await Task.Yield(); return 5; })", "5")]
    [InlineData("await Task.Run(() => Task.FromResult(5))", "5")]
    [InlineData("Func<int> fail = () => throw new TimeoutException();\ntry { fail(); } catch (TimeoutException) { }\n1", "1")]
    [InlineData("var pick = (bool yes) => yes ? 1 : 2;\npick(true)", "1")]
    [InlineData("class Box { const int None = new int(); DateTime day = new(2017, 2, 28); List<int> all = new() { 1, 2 }; static object[] some = { new() }; public int N => None + day.Day + all.Count + some.Length; }\nnew Box().N", "31")]
    [InlineData("class Box<T> where T : new() { T held = new T(); public T Held => held; }\nnew Box<int>().Held", "0")]
    [InlineData("class Box { public Action Make = () => { new object(); }; public int N = (from n in new[] { 1 }.AsQueryable() select new object()).Count(); }\nnew Box().N", "1")]
    [InlineData("class Box { public int N = // made\n    new string( // of\n    'x', 3) // three\n    .Length; }\nnew Box().N", "3")]
    public async Task AFunction_OfAnyForm_DoesWhatItSays(string code, string value)
    {
        using var session = new Session();
        var compilation = CellCompiler.In(Directory.GetCurrentDirectory(), Environment).CreateCompilation(code, 1, previous: null, revision: 0);
        var bounded = CellCompiler.In(Directory.GetCurrentDirectory(), Environment).CreateCompilation(BoundedCode.Of(compilation), 1, previous: null, revision: 0);

        Assert.Equal(value, await session.Run(code));
        Assert.DoesNotContain(bounded.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("public override string Message => throw new Exception();", "its message cannot be read (Exception)")]
    [InlineData("public override string Message => null;", "")]
    [InlineData("public override string Message => new('x', 50_000_000);", "xxx")]
    public async Task AnExceptionWithAStrangeMessage_IsAnErrorLikeAnyOther(string message, string told)
    {
        using var session = new Session();
        var error = await session.Fail($"class Strange : Exception {{ {message} }}\nthrow new Strange();");

        Assert.StartsWith(told, error.Message, StringComparison.Ordinal);
        Assert.True(error.Message.Length < 20_000, "a message that nobody can read to its end");
        Assert.Equal("2", await session.Run("1 + 1"));
    }

    [Theory]
    [InlineData("while (true) { try { Console.WriteLine(new string('x', 100_000)); } catch (InvalidOperationException) { break; } }")]
    [InlineData("var talker = new System.Threading.Thread(() => { while (true) Console.WriteLine(new string('x', 100_000)); });\ntalker.Start();\ntalker.Join();")]
    public async Task ACellThatShowsTooMuch_Fails_WhateverItMakesOfTheException(string code)
    {
        using var session = new Session();

        Assert.StartsWith("The cell has shown more than 16 MB, which is the limit", (await session.Fail(code)).Message, StringComparison.Ordinal);
        Assert.Equal("2", await session.Run("1 + 1"));
    }

    [Theory]
    [InlineData("int zero = 0;\n\nvar x = 1 / zero;", "System.DivideByZeroException", 3)]
    [InlineData("await Task.Yield();\nthrow new TimeoutException(\"late\");", "System.TimeoutException", 2)]
    [InlineData("int F(int n)\n{\n    return 1 / n;\n}\nF(0)", "System.DivideByZeroException", 3)]
    [InlineData("async Task F()\n{\n    await Task.Yield();\n    throw new TimeoutException();\n}\nawait F();", "System.TimeoutException", 4)]
    [InlineData("class C\n{\n    public int X => throw new TimeoutException();\n}\nnew C().X + 1", "System.TimeoutException", 3)]
    [InlineData("new[] { 1, 0 }\n    .Select(n => 1 / n)\n    .ToArray()", "System.DivideByZeroException", 2)]
    [InlineData("int Later =>\n    throw new TimeoutException();\nLater", "System.TimeoutException", 2)]
    [InlineData("int F(int n) =>\n    1 / n;\nF(0)", "System.DivideByZeroException", 2)]
    [InlineData("int F(int n)\n    // divides\n    => 1 / n;\nF(0)", "System.DivideByZeroException", 3)]
    [InlineData("Func<int> later = () =>\n    // late\n    throw new TimeoutException();\nlater()", "System.TimeoutException", 3)]
    [InlineData("string s = null;\ns.Length", "System.NullReferenceException", 2)]
    [InlineData("int.Parse(\"x\")", "System.FormatException", 1)]
    public async Task Exception_HasItsLine(string code, string name, int line)
    {
        using var session = new Session();
        var error = await session.Fail(code);

        Assert.Equal((name, line), (error.Name, error.Line));
        Assert.Contains($"   at cell 1, line {line}", error.Traceback);
    }

    [Fact]
    public async Task Exception_InAFunctionOfAnEarlierCell_PointsAtTheCallInThisOne()
    {
        using var session = new Session();
        await session.Run("int F(int n)\n{\n    return 1 / n;\n}");
        var error = await session.Fail("var zero = 0;\nF(zero)");

        Assert.Equal(2, error.Line);
        Assert.Equal(["System.DivideByZeroException: Attempted to divide by zero.", "   at cell 1, line 3", "   at cell 2, line 2"], error.Traceback);
    }

    [Theory]
    [InlineData("typeof(C).GetMethod(\"F\").Invoke(null, null);\nclass C { public static void F() => throw new TimeoutException(\"inner\"); }")]
    [InlineData("Task.Run(() => throw new TimeoutException(\"inner\")).Wait();")]
    [InlineData("_ = C.X;\nclass C { public static int X = F(); static int F() => throw new TimeoutException(\"inner\"); }")]
    public async Task WrappedException_IsUnwrapped(string code)
    {
        using var session = new Session();
        var error = await session.Fail(code);

        Assert.Equal(("System.TimeoutException", "inner"), (error.Name, error.Message));
        Assert.NotNull(error.Line);
    }

    [Fact]
    public async Task SeveralExceptionsAtOnce_StayTogether()
    {
        using var session = new Session();
        var error = await session.Fail("throw new AggregateException(new TimeoutException(\"a\"), new TimeoutException(\"b\"));");

        Assert.Equal("System.AggregateException", error.Name);
    }

    [Fact]
    public async Task Error_IsTheSameEveryTime()
    {
        const string Code = "await Task.Yield();\nvar words = new[] { \"a\" };\nwords.Select(int.Parse).ToList()";
        using var one = new Session();
        using var two = new Session();
        var (first, second) = (await one.Fail(Code), await two.Fail(Code));

        Assert.Equal(first.Traceback, second.Traceback);
        Assert.DoesNotContain(first.Traceback, line => line.Contains("InteractiveArticle", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Environment.Exit(0);", "Environment.Exit")]
    [InlineData("System.Environment.Exit(3);", "Environment.Exit")]
    [InlineData("using static System.Environment;\nExit(0);", "Environment.Exit")]
    [InlineData("Action<int> leave = Environment.Exit;\nleave(0);", "Environment.Exit")]
    [InlineData("Environment.FailFast(\"now\");", "Environment.FailFast")]
    public async Task ACellThatWouldEndTheProgram_Fails(string code, string call)
    {
        using var session = new Session();
        var error = await session.Fail(code);

        Assert.StartsWith($"{call} would end the kernel", error.Message, StringComparison.Ordinal);
        Assert.Equal(code.Count(c => c == '\n') + 1, error.Line);
        Assert.Equal("2", await session.Run("1 + 1"));
    }
}
