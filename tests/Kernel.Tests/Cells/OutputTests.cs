using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Kernel.Tests.Cells;

public class OutputTests
{
    [Theory]
    [InlineData("5", "5")]
    [InlineData("2.5", "2.5")]
    [InlineData("true", "True")]
    [InlineData("'c'", "c")]
    [InlineData("1.10m", "1.10")]
    [InlineData("null", "&lt;null&gt;")]
    public async Task Scalar_IsShownAsInDotNetInteractive(string code, string text)
    {
        using var session = new Session();
        await session.Run(code);

        var data = Assert.IsType<ResultOutput>(Assert.Single(session.Outputs)).Data;
        Assert.Equal(["text/html", "text/plain"], data.MimeTypes);
        Assert.Equal($"<div class=\"dni-plaintext\"><pre>{text}</pre></div>", data["text/html"]);
    }

    [Fact]
    public async Task Text_IsShownAsPlainTextOnly()
    {
        using var session = new Session();
        await session.Run("\"<b>\"");

        Assert.Equal([new("text/plain", "<b>")], Assert.IsType<ResultOutput>(Assert.Single(session.Outputs)).Data);
    }

    [Fact]
    public async Task Display_ShowsInOrderWithTheConsole()
    {
        using var session = new Session();
        await session.Run(
            """
            Console.Write("a");
            Console.WriteLine("b{0}", 1);
            Console.Error.WriteLine('c');
            display("shown");
            Console.WriteLine();
            HTML("<p>x</p>").Display();
            "<svg/>".DisplayAs("image/svg+xml");
            display(3, "text/plain");
            4
            """);

        Assert.Collection(
            session.Outputs,
            output => Assert.Equal(new StreamOutput("stdout", "ab1\n"), output),
            output => Assert.Equal(new StreamOutput("stderr", "c\n"), output),
            output => Check(output, "display-1", new KeyValuePair<string, string>("text/plain", "shown")),
            output => Assert.Equal(new StreamOutput("stdout", "\n"), output),
            output => Check(output, "display-2", new("text/html", "<p>x</p>"), new("text/plain", "<p>x</p>")),
            output => Check(output, "display-3", new("image/svg+xml", "<svg/>"), new("text/plain", "<svg/>")),
            output => Check(output, "display-4", new KeyValuePair<string, string>("text/plain", "3")),
            output => Assert.Equal("4", Assert.IsType<ResultOutput>(output).Data["text/plain"]));

        static void Check(Output output, string id, params KeyValuePair<string, string>[] forms)
        {
            var display = Assert.IsType<DisplayOutput>(output);
            Assert.Equal(id, display.DisplayId);
            Assert.Equal(forms, display.Data);
        }
    }

    [Fact]
    public async Task DisplayedValue_IsUpdatedWhereItStands()
    {
        using var session = new Session();
        await session.Run("var shown = display(\"one\");\nConsole.Write(\"between\");\nshown.Update(\"two\");\nshown");

        Assert.Equal("two", Assert.IsType<DisplayOutput>(session.Outputs[0]).Data["text/plain"]);
        Assert.Equal([typeof(DisplayOutput), typeof(StreamOutput)], session.Outputs.Select(output => output.GetType()));
    }

    [Fact]
    public async Task DisplayedValue_UpdatedFromALaterCell_ReachesItsSink()
    {
        using var session = new Session();
        await session.Run("var shown = display(1);");
        var sink = new UpdateSink();
        await session.Kernel.ExecuteAsync("shown.Update(2);", sink, TestContext.Current.CancellationToken);

        var update = Assert.Single(sink.Updates);
        Assert.Equal(("display-1", "2"), (update.DisplayId, update.Data["text/plain"]));
    }

    [Fact]
    public async Task DisplayAs_OfJsonThatIsNone_FailsTheCell()
    {
        using var session = new Session();

        Assert.Contains("application/json is not JSON", (await session.Fail("\"{\".DisplayAs(\"application/json\");")).Message, StringComparison.Ordinal);
        Assert.Contains("application/json is not JSON", (await session.Fail("""@"{""half"":""\ud83d""}".DisplayAs("application/json");""")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_OfTasksTheCellAwaits_IsItsOwn()
    {
        using var session = new Session();
        await session.Run("await Task.WhenAll(Task.Run(() => Console.Write(\"a\")), Task.Run(() => Console.Write(\"a\")));\nvar thread = new System.Threading.Thread(() => Console.Write(\"a\"));\nthread.Start();\nthread.Join();");

        Assert.Equal([new StreamOutput("stdout", "aaa")], session.Outputs);
    }

    [Fact]
    public async Task Output_OfTasksThatOutliveTheirCell_IsShownWithIt()
    {
        using var session = new Session();
        var early = new OutputRecorder();
        await session.Kernel.ExecuteAsync("var gate = new TaskCompletionSource();\nvar late = Task.Run(async () => { await gate.Task; Console.Write(\"late\"); display(1); });", early, TestContext.Current.CancellationToken);
        await session.Run("gate.SetResult();\nawait late;\nConsole.Write(\"mine\");");

        Assert.Equal([new StreamOutput("stdout", "mine")], session.Outputs);
        Assert.Collection(
            early.Outputs,
            output => Assert.Equal(new StreamOutput("stdout", "late"), output),
            output => Assert.Equal("1", Assert.IsType<DisplayOutput>(output).Data["text/plain"]));
    }

    [Fact]
    public async Task ConsoleClear_TakesBackWhatTheCellHasShown()
    {
        using var session = new Session();
        await session.Run("Console.WriteLine(\"gone\");\ndisplay(1);\nConsole.Clear();\nConsole.Write(\"here\");");

        Assert.Equal([new StreamOutput("stdout", "here")], session.Outputs);
    }

    [Theory]
    [InlineData("IEnumerable<int> Two() { yield return 1; yield return 2; }\nTwo()", "[ 1, 2 ]")]
    [InlineData("IEnumerable<int> All() { for (int i = 0; ; i++) yield return i; }\nAll()", "[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 ... (more) ]")]
    [InlineData("class Row : List<int> { public string Name => \"first\"; }\nnew Row { 1, 2 }", "Row\n    Name: first\n    (values): [ 1, 2 ]")]
    public async Task ASequence_ShowsItsItems(string code, string text)
    {
        using var session = new Session();

        Assert.Equal(text, (await session.Run(code))?.Replace("      ", "    ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("var all = new List<object>();\nall.Add(all);\nall")]
    [InlineData("class Ring : System.Collections.IEnumerable { public System.Collections.IEnumerator GetEnumerator() { yield return this; } }\nnew Ring()")]
    [InlineData("class Node { public Node Next { get; set; } public List<Node> All { get; } = []; }\nvar node = new Node();\nnode.Next = node;\nnode.All.Add(node);\nnode")]
    [InlineData("var map = new Dictionary<string, object>();\nmap[\"self\"] = map;\nmap")]
    public async Task AValueThatContainsItself_IsShownToABoundedDepth(string code)
    {
        using var session = new Session();
        string? text = await session.Run(code);

        Assert.InRange(text!.Length, 1, 20_000);
        Assert.InRange(Assert.IsType<ResultOutput>(Assert.Single(session.Outputs)).Data["text/html"].Length, 1, 200_000);
        Assert.Equal("2", await session.Run("1 + 1"));
    }

    [Fact]
    public async Task Output_ComesAsItIsWritten()
    {
        using var session = new Session();
        var sink = new SignallingSink();
        var run = session.Kernel.ExecuteAsync(
            "var gate = new TaskCompletionSource();\nConsole.WriteLine(\"first\");\nAppDomain.CurrentDomain.SetData(\"" + sink.Key + "\", gate);\nawait gate.Task;", sink, TestContext.Current.CancellationToken);

        await sink.Written.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(run.IsCompleted);
        TaskCompletionSource? gate;
        while ((gate = (TaskCompletionSource?)AppDomain.CurrentDomain.GetData(sink.Key)) is null)
        {
            await Task.Yield();
        }

        gate.SetResult();
        Assert.True((await run).Succeeded);
    }

    [Fact]
    public async Task TwoKernelsAtOnce_DoNotMix()
    {
        using var one = new Session();
        using var two = new Session();
        await Task.WhenAll(one.Run("var me = \"1\";"), two.Run("var me = \"2\";"));
        const string Code = "for (var i = 0; i < 200; i++) { Console.Write(me); await Task.Yield(); display(me); }";

        await Task.WhenAll(one.Run(Code), two.Run(Code));

        Assert.All(TextsOf(one), text => Assert.Equal("1", text));
        Assert.All(TextsOf(two), text => Assert.Equal("2", text));
        Assert.Equal((400, 400), (one.Outputs.Count, two.Outputs.Count));

        static IEnumerable<string> TextsOf(Session session) =>
            session.Outputs.Select(output => output is StreamOutput stream ? stream.Text : ((DisplayOutput)output).Data["text/plain"]);
    }

    private sealed class UpdateSink : IOutputSink
    {
        public List<DisplayOutput> Updates { get; } = [];

        public void Write(Output output) => Assert.Fail("nothing new is shown");

        public void Update(DisplayOutput output) => Updates.Add(output);

        public void Clear() => Assert.Fail("nothing is taken back");
    }

    private sealed class SignallingSink : IOutputSink
    {
        private readonly TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Key { get; } = "gate-of-" + nameof(Output_ComesAsItIsWritten);

        public Task Written => written.Task;

        public void Write(Output output) => written.TrySetResult();

        public void Update(DisplayOutput output) => Assert.Fail("nothing is updated");

        public void Clear() => Assert.Fail("nothing is taken back");
    }
}
