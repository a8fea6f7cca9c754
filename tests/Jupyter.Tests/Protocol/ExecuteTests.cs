using System.Text.Json.Nodes;
using InteractiveArticle.Jupyter.Tests.Clients;

namespace InteractiveArticle.Jupyter.Tests.Protocol;

public sealed class ExecuteTests : IDisposable
{
    private readonly KernelSession session = new();

    private KernelClient Client => session.Client;

    public void Dispose() => session.Dispose();

    [Fact]
    public void ACell_IsAnnounced_Shown_AndAnswered()
    {
        var run = Client.Execute("Console.Write(\"out\");\nConsole.Error.Write(\"err\");\ndisplay(HTML(\"<b>bold</b>\"));\n40 + 2");

        Assert.Equal(["status", "execute_input", "stream", "stream", "display_data", "execute_result", "status"], run.Published.Select(message => message.Type));
        Assert.Equal(("out", "err"), (run.Text("stdout"), run.Text("stderr")));
        Assert.Equal("<b>bold</b>", (string)run.Shown[2].Content["data"]!["text/html"]!);
        Assert.Equal("42", (string)run.Shown[3].Content["data"]!["text/plain"]!);
        Assert.Equal((1, 1), ((int)run.Shown[3].Content["execution_count"]!, (int)run.Reply["execution_count"]!));
        Assert.Equal("ok", run.Status);
        Assert.All(run.Published, message => Assert.Equal("5.3", (string)message.Header["version"]!));
    }

    [Fact]
    public void Text_ArrivesWhileTheCellStillRuns()
    {
        string id = Client.Send("execute_request", new JsonObject { ["code"] = "Console.Write(\"first\");\nvar hold = new System.Threading.ManualResetEvent(false);\nhold.WaitOne();" });

        Assert.Equal("first", (string)Client.WaitFor(message => message.ParentId == id && message.Type == "stream").Content["text"]!);
        Client.Ask("interrupt_request", [], onControl: true);
        Assert.Equal("error", (string)Client.Reply(id)["status"]!);
    }

    [Fact]
    public void JsonForms_AreSentAsJson()
    {
        var run = Client.Execute("\"{\\\"a\\\":[1,2]}\".DisplayAs(\"application/json\");");

        Assert.Equal(2, (int)Assert.Single(run.Shown).Content["data"]!["application/json"]!["a"]![1]!);
    }

    [Theory]
    [InlineData("display(HTML(\"<b>bold</b>\"));", "text/html", "<b>bold</b>")]
    [InlineData("using Microsoft.DotNet.Interactive.Formatting;\ndisplay(new LaTeXString(\"x^2\"));", "text/latex", "x^2")]
    [InlineData("\"*a*\".DisplayAs(\"text/markdown\");", "text/markdown", "*a*")]
    [InlineData("\"<svg/>\".DisplayAs(\"image/svg+xml\");", "image/svg+xml", "<svg/>")]
    [InlineData("\"iVBORw0KGgo=\".DisplayAs(\"image/png\");", "image/png", "iVBORw0KGgo=")]
    [InlineData("Javascript(\"alert(1)\");", "text/html", "<script type=\"text/javascript\">alert(1)</script>")]
    public void WhatACellDisplays_ComesInTheFormThatItHas_AndAsText(string code, string form, string expected)
    {
        var run = Client.Execute(code);
        var data = Assert.Single(run.Shown, message => message.Type == "display_data").Content["data"]!;

        Assert.Equal("ok", run.Status);
        Assert.Equal(expected, (string?)data[form]);
        Assert.NotEqual("", (string?)data["text/plain"] ?? "");
        Assert.NotNull(run.Shown[0].Content["metadata"]);
    }

    [Theory]
    [InlineData("1 + 2 + 3", "6")]
    [InlineData("new[] { 1, 4, 9 }", "[ 1, 4, 9 ]")]
    [InlineData("\"a\"", "a")]
    [InlineData("null", "<null>")]
    public void AResult_IsShownAsText(string code, string expected)
    {
        var run = Client.Execute(code);

        Assert.Equal(("ok", expected), (run.Status, (string)Assert.Single(run.Shown, message => message.Type == "execute_result").Content["data"]!["text/plain"]!));
    }

    [Fact]
    public void AnUpdate_NamesTheDisplayItChanges_AlsoFromALaterCell()
    {
        var shown = Client.Execute("var d = display(\"one\"); d.Update(\"two\");").Shown;
        var later = Assert.Single(Client.Execute("d.Update(\"three\");").Shown);

        Assert.Equal(["display_data", "update_display_data"], shown.Select(message => message.Type));
        Assert.Equal("update_display_data", later.Type);
        Assert.Equal("three", (string)later.Content["data"]!["text/plain"]!);
        Assert.Single(shown.Append(later).Select(message => (string)message.Content["transient"]!["display_id"]!).Distinct());
    }

    [Fact]
    public void AnError_IsShownAndAnswered_WithItsPlace()
    {
        var run = Client.Execute("int a = 0;\nint b = 1 / a;");

        var shown = Assert.Single(run.Shown);
        Assert.Equal("error", shown.Type);
        foreach (var error in new[] { shown.Content, run.Reply })
        {
            Assert.Equal("System.DivideByZeroException", (string)error["ename"]!);
            Assert.Equal("Attempted to divide by zero.", (string)error["evalue"]!);
            Assert.Contains("cell 1, line 2", error["traceback"]!.ToJsonString(), StringComparison.Ordinal);
        }

        Assert.Equal("error", run.Status);
        Assert.Equal("0", (string)Client.Execute("a").Shown[0].Content["data"]!["text/plain"]!);
    }

    /// <summary>As JupyterLab and VS Code send them: beside the cell's own metadata stand words of the front end.</summary>
    [Theory]
    [InlineData("""{"polyglot_notebook":{"kernelName":"fsharp"},"cellId":"a","trusted":true}""", "This cell is in F#, which is not run here.\n")]
    [InlineData("""{"dotnet_interactive":{"language":"pwsh"}}""", "This cell is in PowerShell, which is not run here.\n")]
    public void ACellInAnotherLanguage_IsLeftOut_WithOneLine(string metadata, string line)
    {
        var run = Client.Execute("let x = 1", metadata: JsonNode.Parse(metadata)!.AsObject());

        Assert.Equal(("ok", line), (run.Status, run.Text("stderr")));
        Assert.Single(run.Shown);
        Assert.Equal(2, (int)Client.Execute("1").Reply["execution_count"]!);
    }

    [Theory]
    [InlineData("""{"polyglot_notebook":{"kernelName":"html"}}""", "<b>bold</b>", "text/html", "<b>bold</b>")]
    [InlineData("""{"polyglot_notebook":{"kernelName":"csharp"}}""", "1 + 1", "text/plain", "2")]
    [InlineData("""{"polyglot_notebook":[],"dotnet_interactive":{"language":7}}""", "1 + 1", "text/plain", "2")]
    public void ACellInALanguageThatIsKnown_IsRun(string metadata, string code, string form, string shown) =>
        Assert.Equal(shown, (string)Assert.Single(Client.Execute(code, metadata: JsonNode.Parse(metadata)!.AsObject()).Shown).Content["data"]![form]!);

    [Fact]
    public void AMagicLineOfAnotherLanguage_IsRefusedInOneLine_WithWhatRunsItInstead()
    {
        var run = Client.Execute("#!fsharp\nlet x = 1");

        Assert.Equal("error", run.Status);
        Assert.StartsWith("#!fsharp: F# is not run here, only C#", (string)run.Reply["evalue"]!, StringComparison.Ordinal);
        Assert.Contains("dotnet-interactive", (string)run.Reply["evalue"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Silent_ShowsNothing_AndCountsNothing()
    {
        var silent = Client.Execute("int quiet = 7; Console.Write(quiet); quiet", new JsonObject { ["silent"] = true });
        var failing = Client.Execute("nope", new JsonObject { ["silent"] = true });

        Assert.All([silent, failing], run => Assert.All(run.Published, message => Assert.Equal("status", message.Type)));
        Assert.Equal(("ok", "error"), (silent.Status, failing.Status));
        Assert.Equal(1, (int)Client.Execute("quiet").Reply["execution_count"]!);
    }

    [Fact]
    public void WithoutStoreHistory_TheCellIsShown_AndNotCounted()
    {
        Client.Execute("1");
        var run = Client.Execute("2", new JsonObject { ["store_history"] = false });

        Assert.Equal("2", (string)Assert.Single(run.Shown).Content["data"]!["text/plain"]!);
        Assert.Equal(1, (int)run.Reply["execution_count"]!);
        Assert.Equal(2, (int)Client.Execute("3").Reply["execution_count"]!);
    }

    [Fact]
    public void UserExpressions_AreEvaluatedAfterTheCell_EachOnItsOwn()
    {
        var values = Client.Execute("int x = 5;", new JsonObject { ["user_expressions"] = new JsonObject { ["next"] = "x + 1", ["broken"] = "y" } }).Reply["user_expressions"]!;

        Assert.Equal(("ok", "6"), ((string)values["next"]!["status"]!, (string)values["next"]!["data"]!["text/plain"]!));
        Assert.Equal(("error", "CS0103"), ((string)values["broken"]!["status"]!, (string)values["broken"]!["ename"]!));
        var later = Client.Execute("throw new Exception();");
        Assert.Equal(2, (int)later.Reply["execution_count"]!);
        Assert.Contains("cell 2, line 1", later.Reply["traceback"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "aborted")]
    [InlineData(false, "ok")]
    public void AfterAnError_WhatWaitsIsAbortedOrRuns_AsAsked(bool stopOnError, string expected)
    {
        // The cell waits for a word from here, so that the others are in the queue when it fails.
        string name = Guid.NewGuid().ToString();
        using var gate = new ManualResetEventSlim();
        AppDomain.CurrentDomain.SetData(name, gate);
        string failing = Client.Send("execute_request", new JsonObject
        {
            ["code"] = $"((System.Threading.ManualResetEventSlim)AppDomain.CurrentDomain.GetData(\"{name}\")).Wait();\nthrow new Exception();",
            ["stop_on_error"] = stopOnError,
        });
        string waiting = Client.Send("execute_request", new JsonObject { ["code"] = "1" });
        string other = Client.Send("is_complete_request", new JsonObject { ["code"] = "1" });

        // What was sent before has been received when these have come and gone.
        for (int i = 0; i < 5; i++)
        {
            Client.Ask("kernel_info_request", [], onControl: true);
        }

        gate.Set();

        Assert.Equal("error", (string)Client.Reply(failing)["status"]!);
        Assert.Equal(expected, (string)Client.Reply(waiting)["status"]!);
        Assert.Equal("complete", (string)Client.Reply(other)["status"]!);
        Assert.Equal("ok", Client.Execute("1").Status);
    }

    [Fact]
    public void Interrupt_EndsACellThatLoops_AndTheKernelLivesOn()
    {
        Client.Execute("int kept = 3;");
        string id = Client.Send("execute_request", new JsonObject { ["code"] = "Console.Write(\"in\");\nwhile (true) { }" });
        Client.WaitFor(message => message.ParentId == id && message.Type == "stream");

        Assert.Equal("ok", Client.Ask("interrupt_request", [], onControl: true).Status);
        Assert.Equal(("error", "Cancelled"), ((string)Client.Reply(id)["status"]!, (string)Client.Reply(id)["ename"]!));
        Assert.Equal("3", (string)Client.Execute("kept").Shown[0].Content["data"]!["text/plain"]!);
    }

    [Fact]
    public void Interrupt_WithNothingRunning_ChangesNothing()
    {
        Assert.Equal("ok", Client.Ask("interrupt_request", [], onControl: true).Status);
        Assert.Equal("ok", Client.Execute("1").Status);
    }

    [Fact]
    public void WhatACellAsks_IsAskedInTheFrontEnd()
    {
        string id = Client.Send("execute_request", new JsonObject { ["code"] = "var name = Console.ReadLine();\nvar word = await Kernel.GetPasswordAsync(\"Word?\");\n$\"{name}, {word.GetClearTextPassword()}\"", ["allow_stdin"] = true });
        var name = Client.Answer(id, "Ada");
        var word = Client.Answer(id, "hush");

        Assert.Equal(("", false), ((string)name["prompt"]!, (bool)name["password"]!));
        Assert.Equal(("Word?", true), ((string)word["prompt"]!, (bool)word["password"]!));
        Assert.Equal("Ada, hush", (string)Client.Published(id).Single(message => message.Type == "execute_result").Content["data"]!["text/plain"]!);
    }

    [Fact]
    public void WhereTheFrontEndTakesNoQuestions_OneIsAnError() =>
        Assert.StartsWith("A cell cannot ask for input here", (string)Client.Execute("Console.ReadLine()").Reply["evalue"]!, StringComparison.Ordinal);

    [Fact]
    public void ClearingTheConsole_ClearsTheCellsOutput()
    {
        var run = Client.Execute("Console.Write(1);\nConsole.Clear();\nConsole.Write(2);");

        Assert.Equal(["stream", "clear_output", "stream"], run.Shown.Select(message => message.Type));
    }

    [Fact]
    public void WhatATaskShowsAfterItsCell_BelongsToIt()
    {
        string id = Client.Send("execute_request", new JsonObject { ["code"] = "var gate = new System.Threading.ManualResetEventSlim();\n_ = System.Threading.Tasks.Task.Run(() => { gate.Wait(); Console.Write(\"late\"); });" });
        Client.Reply(id);
        Client.Execute("gate.Set();");

        Assert.Equal("late", (string)Client.WaitFor(message => message.ParentId == id && message.Type == "stream").Content["text"]!);
    }

    [Theory]
    [InlineData("new string('x', 20_000_000)")]
    [InlineData("Console.Write(new string('x', 20_000_000));")]
    [InlineData("throw new Exception(new string('x', 20_000_000));")]
    [InlineData("while (true) Console.WriteLine(\"again and again\");")]
    public void TooMuchOfAnything_IsAnError_AndTheKernelGoesOn(string code)
    {
        Assert.Equal("error", Client.Execute(code).Status);
        Assert.Equal("error", Client.Execute(code, new JsonObject { ["silent"] = true }).Status);
        Assert.Equal("2", (string)Assert.Single(Client.Execute("1 + 1").Shown).Content["data"]!["text/plain"]!);
    }

    [Fact]
    public void TenMegabytesOfText_AllArrive()
    {
        var run = Client.Execute("for (int i = 0; i < 100_000; i++) Console.WriteLine(new string((char)('a' + i % 26), 104));");

        Assert.Equal(string.Concat(Enumerable.Range(0, 100_000).Select(i => new string((char)('a' + (i % 26)), 104) + "\n")), run.Text("stdout"));
    }
}
