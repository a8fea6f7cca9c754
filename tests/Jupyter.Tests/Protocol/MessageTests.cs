using System.Text.Json.Nodes;
using InteractiveArticle.Jupyter.Tests.Clients;

namespace InteractiveArticle.Jupyter.Tests.Protocol;

public sealed class MessageTests : IDisposable
{
    private readonly KernelSession session = new();

    private KernelClient Client => session.Client;

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void KernelInfo_SaysWhatTheKernelIs(bool onControl)
    {
        var run = Client.Ask("kernel_info_request", [], onControl);

        Assert.Equal(("ok", "5.3"), (run.Status, (string)run.Reply["protocol_version"]!));
        Assert.Equal(("csharp", ".cs"), ((string)run.Reply["language_info"]!["name"]!, (string)run.Reply["language_info"]!["file_extension"]!));
        Assert.Equal(["busy", "idle"], run.Published.Select(message => (string)message.Content["execution_state"]!));
    }

    [Theory]
    [InlineData("int a = 1;", "complete")]
    [InlineData("1 + 1", "complete")]
    [InlineData("", "complete")]
    [InlineData("if (true) {", "incomplete")]
    [InlineData("Console.WriteLine(1);", "complete")]
    [InlineData("int Twice(int x) { return x * 2; }", "complete")]
    [InlineData("var a = 1;\nvar b = 2;", "complete")]
    [InlineData("// only words", "complete")]
    [InlineData("#!time\n1", "complete")]
    [InlineData("Math?", "complete")]
    [InlineData("int Twice(int x)\n{", "incomplete")]
    [InlineData("Console.WriteLine(", "incomplete")]
    [InlineData("Console.WriteLine(\n1,", "incomplete")]
    [InlineData("new[] { 1 }\n.Select(x =>", "incomplete")]
    [InlineData("class Fleet { int servers", "incomplete")]
    [InlineData("for (int i = 0; i < 3; i++)", "incomplete")]
    [InlineData("var x =", "incomplete")]
    [InlineData("return", "incomplete")]
    [InlineData("/* a", "incomplete")]
    [InlineData("1; /* a", "incomplete")]
    [InlineData("var s = @\"a", "incomplete")]
    [InlineData("var s = \"\"\"\na", "incomplete")]
    [InlineData("var s = $@\"a{1}b", "incomplete")]
    [InlineData("var s = $@\"{1 +", "incomplete")]
    [InlineData("#if DEBUG\n1", "incomplete")]
    [InlineData("int int = 1;", "invalid")]
    [InlineData("import = 7q", "invalid")]
    [InlineData("1 1", "invalid")]
    [InlineData(") 5", "invalid")]
    [InlineData("if (true) {\n  int int = 5;", "invalid")]
    public void IsComplete_TellsFromMissingLinesAndBrokenOnes(string code, string status) =>
        Assert.Equal(status, Client.Ask("is_complete_request", new JsonObject { ["code"] = code }).Status);

    [Theory]
    [InlineData("Console.WriteL|", "WriteLine", 8, 14)]
    [InlineData("\"🙂\".ToUp|", "ToUpper", 4, 8)]
    [InlineData("fleet.Ser|", "Servers", 6, 9)]
    [InlineData("var f = fleet with { Na| }", "Name", 21, 23)]
    [InlineData("new Fleet { Ser| }", "Servers", 12, 15)]
    [InlineData("fle|", "fleet", 0, 3)]
    [InlineData("fle|et", "fleet", 0, 3)]
    [InlineData("new[] { 1 }.Sel|", "Select", 12, 15)]
    [InlineData("System.Text.StringB|", "StringBuilder", 12, 19)]
    [InlineData("whi|", "while", 0, 3)]
    public void Complete_KnowsTheLanguage_TheLibraries_AndEarlierCells(string code, string match, int start, int end)
    {
        Client.Execute("record Fleet { public int Servers { get; set; } public string Name { get; set; } = \"\"; }\nvar fleet = new Fleet();");
        var reply = Ask("complete_request", code).Reply;

        Assert.Contains(match, reply["matches"]!.AsArray().Select(text => (string)text!));
        Assert.Equal((start, end), ((int)reply["cursor_start"]!, (int)reply["cursor_end"]!));
    }

    [Theory]
    [InlineData("// Conso|")]
    [InlineData("\"Conso|\"")]
    [InlineData("nothing.Ever|")]
    public void Complete_HasNothingToSay_InTextAndOnWhatDoesNotExist(string code) =>
        Assert.Empty(Ask("complete_request", code).Reply["matches"]!.AsArray());

    [Fact]
    public void Inspect_ShowsADeclaration()
    {
        Client.Execute("double removed = 0.45;");
        var known = Ask("inspect_request", "var half = rem|oved / 2;").Reply;
        var unknown = Ask("inspect_request", "1 // not|hing").Reply;

        Assert.Equal((true, "(field) double removed"), ((bool)known["found"]!, (string)known["data"]!["text/plain"]!));
        Assert.False((bool)unknown["found"]!);
        Assert.Empty(unknown["data"]!.AsObject());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Inspect_AtEitherLevelOfDetail_TellsOfWhatTheFrameworkHas(int detail)
    {
        var reply = Client.Ask("inspect_request", new JsonObject { ["code"] = "Console.WriteLine", ["cursor_pos"] = 17, ["detail_level"] = detail }).Reply;

        Assert.True((bool)reply["found"]!);
        Assert.All(["text/plain", "text/markdown"], form => Assert.Contains("void Console.WriteLine(", (string)reply["data"]![form]!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("this")]
    [InlineData("base")]
    [InlineData("nothing.like.this")]
    public void Inspect_OfTheCellItself_FindsNothing_AndGoesOnFindingTheRest(string code)
    {
        Assert.False((bool)Ask("inspect_request", code + "|").Reply["found"]!);
        Assert.False((bool)Ask("inspect_request", "|" + code).Reply["found"]!);
        Assert.True((bool)Ask("inspect_request", "Math.Max|").Reply["found"]!);
        Assert.True((bool)Ask("inspect_request", "class Fleet { int servers; int More() => th|is.servers + 1; }").Reply["found"]!);
    }

    [Theory]
    [InlineData("Math.Max?")]
    [InlineData("?Math.Max")]
    public void ANameWithAQuestionMark_IsShownInThePager(string code)
    {
        var run = Client.Execute(code);
        var page = Assert.Single(run.Reply["payload"]!.AsArray())!;

        Assert.Empty(run.Shown);
        Assert.Equal(("ok", "page", 0), (run.Status, (string)page["source"]!, (int)page["start"]!));
        Assert.Contains("Math.Max(", (string)page["data"]!["text/plain"]!, StringComparison.Ordinal);
        Assert.Equal((1, 2), ((int)run.Reply["execution_count"]!, (int)Client.Execute("1").Reply["execution_count"]!));
        Assert.Equal("error", Client.Execute("nothing.like.this?").Status);
    }

    [Fact]
    public void Inspect_WithinAnArgumentList_ShowsTheOverloads()
    {
        string text = (string)Ask("inspect_request", "Math.Max(1, |").Reply["data"]!["text/plain"]!;

        Assert.Contains("int Math.Max(int val1, int val2)", text, StringComparison.Ordinal);
        Assert.Contains("double Math.Max(double val1, double val2)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_TellsWhatALibrarySaysOfItself()
    {
        string library = Repository.PathOf("artifacts", "notebook", "InteractiveArticle.dll");
        Client.Execute($"#r \"{library}\"\nusing InteractiveArticle.Simulation.Outage;");
        string text = (string)Ask("inspect_request", "new OutageOptions { Remo|ved = 0.3 }").Reply["data"]!["text/plain"]!;

        Assert.Matches(@"\Adouble OutageOptions\.Removed \{ get; init; \}\n\w", text);
        Assert.DoesNotContain('<', text);
    }

    [Fact]
    public void History_KeepsTheCellsThatCount()
    {
        Client.Execute("1 + 1");
        Client.Execute("var two = 2;");
        Client.Execute("3", new JsonObject { ["store_history"] = false });
        Client.Execute("1 + 1");

        Assert.Equal("""[[1,2,"var two = 2;"],[1,3,"1 + 1"]]""", History(new JsonObject { ["hist_access_type"] = "tail", ["n"] = 2 }));
        Assert.Equal("""[[1,1,["1 + 1","2"]]]""", History(new JsonObject { ["hist_access_type"] = "range", ["session"] = 0, ["start"] = 1, ["stop"] = 2, ["output"] = true }));
        Assert.Equal("""[[1,2,"var two = 2;"]]""", History(new JsonObject { ["hist_access_type"] = "search", ["pattern"] = "*two*" }));
        Assert.Equal("""[[1,3,"1 + 1"]]""", History(new JsonObject { ["hist_access_type"] = "search", ["pattern"] = "1 ? 1", ["unique"] = true }));
        Assert.Equal("error", Client.Ask("history_request", new JsonObject { ["hist_access_type"] = "dream" }).Status);
    }

    [Theory]
    [InlineData(@"*\*", 1)]
    [InlineData(@"*\?*", 1)]
    [InlineData("*[a-z]*", 1)]
    [InlineData("[0-9]", 1)]
    [InlineData("[!0-9]*", 1)]
    [InlineData("[3-9]", 0)]
    [InlineData("[1-2]", 1)]
    [InlineData("[2", 0)]
    [InlineData("", 0)]
    public void History_TakesPatternsAsAShellDoes(string pattern, int found)
    {
        Client.Execute(@"'\n'");
        Client.Execute("2");

        Assert.Equal(found, Search(pattern));
    }

    [Fact]
    public void History_FindsTheLastFew_OfWhatAPatternWithAClassOfCharactersMatches()
    {
        foreach (string code in (string[])["5 + 5", "6 + 5", "7 + 5", "5 + 5"])
        {
            Client.Execute(code);
        }

        Assert.Equal("""[[1,1,"5 + 5"],[1,2,"6 + 5"],[1,4,"5 + 5"]]""", History(new JsonObject { ["hist_access_type"] = "search", ["pattern"] = "[5-6] ? 5*", ["output"] = false, ["raw"] = true }));
        Assert.Equal("""[[1,2,"6 + 5"],[1,4,"5 + 5"]]""", History(new JsonObject { ["hist_access_type"] = "search", ["pattern"] = "[5-6] ? 5*", ["n"] = 2 }));
        Assert.Equal("""[[1,2,"6 + 5"],[1,4,"5 + 5"]]""", History(new JsonObject { ["hist_access_type"] = "search", ["pattern"] = "[5-6] ? 5*", ["unique"] = true }));
    }

    [Fact]
    public void History_TakesAPatternOfAnyLength()
    {
        Client.Execute("1 + 1");

        Assert.Equal((0, 1), (Search(new string('?', 100_000)), Search(new string('*', 100_000))));
    }

    [Fact]
    public void Comms_ThereAreNone_AndNewOnesAreClosed()
    {
        Assert.Empty(Client.Ask("comm_info_request", []).Reply["comms"]!.AsObject());

        string id = Client.Send("comm_open", new JsonObject { ["comm_id"] = "c", ["target_name"] = "t", ["data"] = new JsonObject() });
        Assert.Contains(Client.Published(id), message => message.Type == "comm_close" && (string)message.Content["comm_id"]! == "c");
    }

    [Fact]
    public void Heartbeat_EchoesWhateverItHears_AlsoWhileACellRuns()
    {
        string id = Client.Send("execute_request", new JsonObject { ["code"] = "Console.Write(1);\nwhile (true) { }" });
        Client.WaitFor(message => message.Type == "stream");

        Assert.Equal("ping", Client.Beat("ping"));
        Client.Ask("interrupt_request", [], onControl: true);
        Client.Reply(id);
        Assert.Equal("still here", Client.Beat("still here"));
    }

    [Fact]
    public void AnUnknownMessage_IsIgnored()
    {
        string id = Client.Send("dream_request", []);

        Assert.Equal(2, Client.Published(id).Count);
        Assert.Equal("ok", Client.Execute("1").Status);
    }

    [Theory]
    [InlineData("execute_request", """{"code": 5}""")]
    [InlineData("execute_request", """{}""")]
    [InlineData("execute_request", """{"code": "1", "silent": "very"}""")]
    [InlineData("complete_request", """{"code": "1"}""")]
    [InlineData("execute_request", """{"code": "half of a character: \ud83d"}""")]
    [InlineData("history_request", """{"hist_access_type": "tail", "n": "all"}""")]
    public void ARequestWithWrongContent_IsAnsweredWithOneLine(string type, string content)
    {
        var reply = Client.Reply(Client.Send(type, content));

        Assert.Equal(("error", "MalformedRequest"), ((string)reply["status"]!, (string)reply["ename"]!));
        Assert.StartsWith(type, (string)reply["evalue"]!, StringComparison.Ordinal);
        Assert.Equal("ok", Client.Execute("1").Status);
    }

    [Fact]
    public void ShutDown_IsAnswered()
    {
        var content = new JsonObject { ["restart"] = true };

        Assert.True((bool)Client.Ask("shutdown_request", content, onControl: true).Reply["restart"]!);
    }

    private Exchange Ask(string type, string code)
    {
        int cursor = code.IndexOf('|', StringComparison.Ordinal);
        string before = code[..cursor];
        return Client.Ask(type, new JsonObject { ["code"] = before + code[(cursor + 1)..], ["cursor_pos"] = before.EnumerateRunes().Count() });
    }

    private int Search(string pattern) =>
        Client.Ask("history_request", new JsonObject { ["hist_access_type"] = "search", ["pattern"] = pattern }).Reply["history"]!.AsArray().Count;

    private string History(JsonObject content) => Client.Ask("history_request", content).Reply["history"]!.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
