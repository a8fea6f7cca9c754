using InteractiveArticle.Cells.Shipping;
using InteractiveArticle.Formatting;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Cells.Tests.Shipping;

public sealed class LeverRunTests
{
    private const string Levers = "int a = 1; // 0…9 step 1 · one thing\nint b = 2; // 0…9 step 1 · another";

    [Fact]
    public async Task ALever_RunsAgainJustWhatDependsOnIt()
    {
        var session = Ship(Levers, "var twice = 2 * a;", "twice + b", "b", "\"neither\"");
        session.Set(new Dictionary<string, string> { ["a"] = "5" });

        Assert.Equal(["c0", "c1: ", "c2: 12"], await RunAll(session));
        session.Set(new Dictionary<string, string> { ["b"] = "7" });
        Assert.Equal(["c2: 17", "c3: 7"], await RunAll(session));
        Assert.Empty(await RunAll(session));
    }

    [Fact]
    public async Task ACellToBeRenewed_RunsAgain_WithWhatNeedsIt()
    {
        var session = Ship(Levers, "var twice = 2 * a;", "twice + b", "b");
        session.Renew(["c1"]);

        Assert.Equal(["c0", "c1: ", "c2: 4"], await RunAll(session));
    }

    [Fact]
    public async Task WhatAPageCannotRun_StaysAsItIs_AndTheRestIsAlive()
    {
        var notebook = Shipped.Notebook(Levers, "#!time\n1", "#r \"nuget: Some.Package\"\nvar chart = 1;", "chart + a", "10 * a", "Microsoft.CSharp.Nothing.Here");
        string?[] reasons = [.. notebook.Cells.Select(cell => cell.StillBecause)];

        Assert.Null(reasons[0]);
        Assert.StartsWith("#!time is a magic command, which a page does not have: ", reasons[1], StringComparison.Ordinal);
        Assert.StartsWith("#r \"nuget: Some.Package\" is a package from a feed", reasons[2], StringComparison.Ordinal);
        Assert.Equal("The cell uses what one above declares, and that one runs in the notebook only.", reasons[3]);
        Assert.Null(reasons[4]);

        var session = new ShippedSession(notebook, ValueFormatter.Instance);
        session.Set(new Dictionary<string, string> { ["a"] = "5" });
        Assert.Equal(["c0", "c4: 50"], await RunAll(session));
    }

    [Fact]
    public async Task WhatAStillMayChange_IsNotTakenForRight()
    {
        var notebook = Shipped.Notebook(Levers, "var list = new List<int> { a };", "#!time\nlist.Add(1);", "list.Count", "100 * a");
        string?[] reasons = [.. notebook.Cells.Select(cell => cell.StillBecause)];

        Assert.Equal([true, true, false, false, true], reasons.Select(reason => reason is null));
        Assert.Equal("The cell uses what one above may change, and that one does not run here.", reasons[3]);
        Assert.Equal(["a"], notebook.LeversThatMove);

        var session = new ShippedSession(notebook, ValueFormatter.Instance);
        session.Set(new Dictionary<string, string> { ["a"] = "5" });
        Assert.Equal(["c0", "c1: ", "c4: 500"], await RunAll(session));
    }

    [Fact]
    public async Task AStill_StaysOne_WhenCellsAboveItAreEdited_UnlessItCompilesThen()
    {
        var notebook = Shipped.Notebook(Levers, "var x = a;", "#!time\n1", "nowhere + x", "x + 1");
        var session = new ShippedSession(notebook, ValueFormatter.Instance);
        var (edited, _) = Shipped.Editor.Edit(notebook, "c1", "var x = 10 * a;");
        session.Edit(edited!, "c1", below: true);

        Assert.Equal(["c0", "c1: ", "c4: 11"], await RunAll(session));
        (edited, _) = Shipped.Editor.Edit(edited!, "c1", "var x = 10 * a; int nowhere = 3;");
        session.Edit(edited!, "c1", below: false);

        Assert.Null(edited!.StillBecause("c3"));
        Assert.Equal(["c1: ", "c3: 13", "c4: 11"], await RunAll(session));
    }

    [Fact]
    public void TheLeversBehindACell_AreThoseThatReachIt_OnWhateverWay()
    {
        var notebook = Shipped.Notebook(Levers, "var twice = 2 * a;", "int F() => twice;", "F() + twice", "b + F()", "\"neither\"");

        Assert.Equal(["a"], notebook.LeversBehind("c3"));
        Assert.Equal(["a", "b"], notebook.LeversBehind("c4").Order());
        Assert.Empty(notebook.LeversBehind("c5"));
    }

    [Fact]
    public async Task WhatIsWanted_ComesFirst_WithWhatItNeeds()
    {
        var session = Ship(Levers, "var x = a;", "x + 1", "int F() => a + 2;", "F()");
        session.Set(new Dictionary<string, string> { ["a"] = "3" });

        Assert.Equal(["c0", "c3: ", "c4: 5", "c1: ", "c2: 4"], await RunAll(session, "c4"));
    }

    [Fact]
    public async Task ANewerSetting_TakesOverBetweenTwoCells()
    {
        var session = Ship(Levers, "a * 10", "a * 100");
        session.Set(new Dictionary<string, string> { ["a"] = "3" });
        Assert.Equal("30", await RunUpTo(session, "c1"));
        session.Set(new Dictionary<string, string> { ["a"] = "4" });

        Assert.Equal(["c1: 40", "c2: 400"], await RunAll(session));
    }

    [Fact]
    public async Task WhatIsNotShown_RunsOnlyWhereItIsNeeded()
    {
        var session = new ShippedSession(Shipped.Notebook(Levers, "var x = a;", "x + 1", "x + 2"), ValueFormatter.Instance, shown: ["c3"]);
        session.Set(new Dictionary<string, string> { ["a"] = "3" });

        Assert.Single(session.Stale);
        Assert.Equal(["c0", "c1: ", "c3: 5"], await RunAll(session));
    }

    [Fact]
    public async Task WhatTookLong_ComesLater_ExceptWhereItIsNeeded()
    {
        var session = new ShippedSession(Shipped.Notebook(Levers, "var x = a;", "a + 1", "x + 2", "a + 3"), ValueFormatter.Instance, clock: new SetClock(0, 100, 500, 0, 0, 100, 50, 500, 0, 0, 100, 50, 500));
        session.Set(new Dictionary<string, string> { ["a"] = "3" });
        Assert.Equal(["c0", "c1: ", "c2: 4", "c3: 5", "c4: 6"], await RunAll(session));

        session.Set(new Dictionary<string, string> { ["a"] = "4" });
        Assert.Equal(100, session.NextTakes(["c3"]));
        Assert.Equal(["c1: ", "c3: 6", "c2: 5", "c4: 7"], await RunAll(session, "c2", "c3"));

        session.Set(new Dictionary<string, string> { ["a"] = "5" });
        Assert.Equal(["c4: 8", "c1: ", "c3: 7", "c2: 6"], await RunAll(session));
        Assert.Equal(0, session.NextTakes([]));
    }

    [Fact]
    public async Task WarmingUp_RunsWhatIsWantedAndWhatItNeeds_Once_AndLeavesTheRestToTheLevers()
    {
        var session = Ship(Levers, "var x = a;", "x + 1", "b");
        List<string> warmed = [];
        while (await session.WarmNextAsync(["c2"]) is { } ran)
        {
            warmed.Add(ran.Cell.Id);
        }

        Assert.Equal(["c0", "c1", "c2"], warmed);
        Assert.Empty(session.Stale);
        session.Set(new Dictionary<string, string> { ["a"] = "3" });
        Assert.Null(await session.WarmNextAsync(["c3"]));
        Assert.Equal(["c1: ", "c2: 4"], await RunAll(session));
    }

    [Fact]
    public async Task WhatARoughRunMade_AndWhoeverNeedsIt_RunsAgainWhenItIsToBeSharp()
    {
        var session = Ship(Levers, "var x = a;", "x + 1", "b", "a");
        session.Set(new Dictionary<string, string> { ["a"] = "3", ["b"] = "7" });
        await session.RunNextAsync(["c2"]);
        await session.RunNextAsync(["c2"]);
        session.Roughen("c1");
        Assert.Equal(["c2: 4", "c3: 7", "c4: 3"], await RunAll(session));

        session.Sharpen();
        Assert.True(session.IsStale(["c2"]));
        Assert.False(session.IsStale(["c3", "c4"]));
        Assert.Equal(["c1: ", "c2: 4"], await RunAll(session));
        session.Sharpen();
        Assert.Empty(await RunAll(session));
    }

    [Fact]
    public async Task WhatIsStale_Takes_AsLongAsItTookWithAllThatItNeeds_WhenItWasNotRough()
    {
        var clock = new SteppedClock();
        var session = new ShippedSession(Shipped.Notebook(Levers, "var x = a;", "x + 1", "b"), ValueFormatter.Instance, clock: clock);
        session.Set(new Dictionary<string, string> { ["a"] = "3" });
        await RunAll(session);
        Assert.Equal(0, session.StaleTake(["c2", "c3"]));

        session.Set(new Dictionary<string, string> { ["a"] = "4" });
        Assert.Equal(2 * SteppedClock.Milliseconds, session.StaleTake(["c2", "c3"]));
        Assert.Equal(SteppedClock.Milliseconds, session.StaleTake(["c1"]));
        clock.Stands = true;
        await RunAll(session);
        session.Roughen("c2");
        session.Sharpen();
        Assert.Equal(SteppedClock.Milliseconds, session.StaleTake(["c2"]));
    }

    [Fact]
    public async Task ALeverThatMovesWhileACellWaits_MakesItStaleAgain()
    {
        var session = Ship(Levers, "await System.Threading.Tasks.Task.Delay(200); a");
        session.Set(new Dictionary<string, string> { ["a"] = "3" });
        await session.RunNextAsync([]);
        var waiting = session.RunNextAsync([]);
        session.Set(new Dictionary<string, string> { ["a"] = "4" });
        await waiting;

        Assert.Equal(["c1: 4"], await RunAll(session));
    }

    [Theory]
    [InlineData("var list = new List<int>();", "list.Add(a);", "list.Count")]
    [InlineData("var list = new int[1];", "list[0] += 1;", "list[0]")]
    [InlineData("int count = 0;", "count += 1;", "count")]
    [InlineData("int count = 0; void Up() => count++;", "Up();", "count")]
    [InlineData("int count = 0; void Up(ref int n) => n++;", "Up(ref count);", "count")]
    public async Task WhereACellChangesAnother_EverythingRunsAgainInOrder(string first, string second, string third)
    {
        var session = Ship(Levers, first, second, third);
        session.Set(new Dictionary<string, string> { ["a"] = "3" });
        await RunAll(session);
        session.Set(new Dictionary<string, string> { ["a"] = "4" });

        Assert.Equal(["c0", "c1: ", "c2: ", "c3: 1"], await RunAll(session));
    }

    [Fact]
    public async Task AFailure_IsToldAtItsCell_AndWhatNeedsItIsLeftOut_UntilItIsRightAgain()
    {
        var session = Ship(Levers, "var x = 10 / a;", "x + 1", "b");
        session.Set(new Dictionary<string, string> { ["a"] = "0", ["b"] = "4" });

        Assert.Equal(["c0", "c1! System.DivideByZeroException", "c2! Skipped", "c3: 4"], await RunAll(session));
        session.Set(new Dictionary<string, string> { ["a"] = "5" });
        Assert.Equal(["c1: ", "c2: 3"], await RunAll(session));
    }

    [Theory]
    [InlineData("a", "10", "a = 10: not allowed; a (one thing) takes a whole number from 0 to 9")]
    [InlineData("c", "1", "c: no such lever")]
    public async Task AWrongSetting_IsRefused_AndChangesNothing(string lever, string value, string words)
    {
        var session = Ship(Levers, "a + b");
        var refusal = Assert.Throws<NotebookException>(() => session.Set(new Dictionary<string, string> { ["b"] = "5", [lever] = value }));

        Assert.Equal(words, refusal.Message);
        Assert.Empty(await RunAll(session));
    }

    [Fact]
    public async Task DisplayAndConsole_AreOutputsToo()
    {
        var session = Ship(Levers, "Console.Write(a); display(b);");
        session.Set(new Dictionary<string, string> { ["a"] = "3" });
        await session.RunNextAsync([]);
        var ran = await session.RunNextAsync([]);

        Assert.Equal("3", Assert.IsType<StreamOutput>(ran!.Outputs[0]).Text);
        Assert.Equal("2", Assert.IsType<DisplayOutput>(ran.Outputs[1]).Data["text/plain"]);
    }

    private static async Task<string?> RunUpTo(ShippedSession session, string cell)
    {
        var ran = await session.RunNextAsync([cell]);
        return ran!.Cell.Id == cell ? Shipped.TextOf(ran) : await RunUpTo(session, cell);
    }

    private static ShippedSession Ship(params string[] code) => new(Shipped.Notebook(code), ValueFormatter.Instance);

    private static Task<List<string>> RunAll(ShippedSession session, params string[] wanted) => Shipped.RunAll(session, wanted);

    /// <summary>A clock by which the cells take these times, in milliseconds, in the order in which they run.</summary>
    private sealed class SetClock(params IEnumerable<int> takes) : TimeProvider
    {
        private readonly Queue<int> takes = new(takes);
        private bool isRunning;
        private long now;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp()
        {
            now += isRunning ? takes.Dequeue() : 0;
            isRunning = !isRunning;
            return now;
        }
    }

    // By it every cell takes the same time.
    private sealed class SteppedClock : TimeProvider
    {
        public const int Milliseconds = 70;

        private long now;

        public bool Stands { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => Stands ? now : now += Milliseconds;
    }
}
