using InteractiveArticle.Kernel.Tests.Cells;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Kernel.Tests.Magics;

public sealed class MagicTests
{
    [Fact]
    public async Task Who_ListsTheVariables_AndWhosTheirValues()
    {
        using var session = new Session();
        await session.Run("int answer = 42;");

        await session.Run("#!who");
        Assert.Contains("answer", Html(session), StringComparison.Ordinal);
        await session.Run("#!whos");
        Assert.Contains("<td>answer</td>", Html(session), StringComparison.Ordinal);
        Assert.Contains("42", Html(session), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_MakesAVariable_OfTheSameCellToo()
    {
        using var session = new Session();

        Assert.Equal("42!", await session.Run("#!set --name told --value 42\ntold + \"!\""));
        Assert.Equal("42", await session.Run("told"));
    }

    [Fact]
    public async Task Time_TellsHowLongTheCellTook()
    {
        using var session = new Session();

        Assert.Equal("3", await session.Run("#!time\n1 + 2"));
        Assert.Matches(@"\AWall time: [0-9.]+ ms\z", Assert.IsType<DisplayOutput>(session.Outputs[^1]).Data["text/plain"]);
    }

    [Theory]
    [InlineData("#!markdown\n# A *title*", "text/markdown", "# A *title*")]
    [InlineData("#!html\n<b>bold</b>", "text/html", "<b>bold</b>")]
    [InlineData("#!javascript\nconsole.log(1)", "text/html", "<script type=\"text/javascript\">console.log(1)</script>")]
    public async Task OtherLanguagesOfANotebook_AreShown(string code, string mimeType, string shown)
    {
        using var session = new Session();
        await session.Run(code);

        Assert.Equal(shown, Assert.IsType<DisplayOutput>(Assert.Single(session.Outputs)).Data[mimeType]);
    }

    [Fact]
    public async Task SeveralLanguages_InOneCell()
    {
        using var session = new Session();

        Assert.Equal("5", await session.Run("int a = 2;\n#!markdown\nIt's a \"text\n#!csharp\na + 3"));
        Assert.Equal(2, session.Outputs.Count);
    }

    [Fact]
    public async Task Import_RunsAnotherNotebook_FromTheNotebooksFolder()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["more.dib"], "#!csharp\n\nint imported = 7;\n");
        using var session = new Session(folder.Path);
        await session.Run("#!import more.dib");

        Assert.Equal("7", await session.Run("imported"));
        File.WriteAllText(folder["plain.ipynb"], """{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"code","id":"a","metadata":{},"execution_count":null,"outputs":[],"source":"int plain = 8;"}]}""");
        Assert.Equal("15", await session.Run("#!import plain.ipynb\nplain + imported"));
        Assert.Contains("no such file", (await session.Fail("#!import none.dib")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LsMagic_ListsWhatThereIs_AndAboutTellsWhatRuns()
    {
        using var session = new Session();
        await session.Run("#!lsmagic");
        string list = Assert.IsType<DisplayOutput>(Assert.Single(session.Outputs)).Data["text/plain"];
        await session.Run("#!about");

        Assert.All(["#!csharp", "#!markdown", "#!html", "#!time", "#!who", "#!whos", "#!share", "#!set", "#!import", "#!lsmagic", "#!about"], name => Assert.Contains(name, list, StringComparison.Ordinal));
        Assert.Contains("Microsoft.DotNet.Interactive", Assert.IsType<DisplayOutput>(Assert.Single(session.Outputs)).Data["text/plain"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var a = 1;\n  #!fsharp\nlet b = 1", 2, "#!fsharp: F# is not run here, only C#")]
    [InlineData("#!pwsh\nls", 1, "#!pwsh: PowerShell is not run here")]
    [InlineData("#!nonsense", 1, "#!nonsense: there is no such magic command here; #!lsmagic lists those that there are")]
    public async Task WhatIsNotRunHere_IsRefusedByName_BeforeAnythingRuns(string code, int line, string message)
    {
        using var session = new Session();
        var error = await session.Fail(code);

        Assert.Equal(line, error.Line);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal("CS0103", (await session.Fail("a")).Name);
    }

    [Theory]
    [InlineData("#!time\n\nint a = \"text\";", "CS0029", 3)]
    [InlineData("int zero = 0;\n#!time\n\nvar b = 1 / zero;", "System.DivideByZeroException", 4)]
    [InlineData("#!markdown\ntext\n#!csharp\nint c = 1;\nint d = c / (c - 1);", "System.DivideByZeroException", 5)]
    public async Task Errors_HaveTheirLines_AfterMagicCommandsToo(string code, string name, int line)
    {
        using var session = new Session();
        var error = await session.Fail(code);

        Assert.Equal((name, line), (error.Name, error.Line));
    }

    [Theory]
    [InlineData("var s = @\"\n#!time\";\ns.Trim()", "#!time")]
    [InlineData("var s = \"\"\"\n    #!who\n    \"\"\";\ns", "#!who")]
    [InlineData("/*\n#!nonsense\n*/\n1 + 1", "2")]
    [InlineData("var s = $@\"\n#!fsharp {1 + 1}\";\ns.Trim()", "#!fsharp 2")]
    public async Task TextThatLooksLikeAMagicCommand_IsText(string code, string value)
    {
        using var session = new Session();

        Assert.Equal(value, await session.Run(code));
    }

    [Fact]
    public async Task AnEndlessLoop_BehindAMagicCommand_IsEndedAsWell()
    {
        using var session = new Session();
        using var cancellation = new CancellationTokenSource();
        var result = await session.Kernel.ExecuteAsync("#!time\nConsole.Write(1);\n\nwhile (true) { }", new CancellingSink(cancellation), cancellation.Token);

        Assert.Equal((InteractiveArticle.Cells.Running.CellError.Cancelled, 4), (result.Error?.Name, result.Error?.Line));
        Assert.Equal("2", await session.Run("1 + 1"));
    }

    private static string Html(Session session) => Assert.IsType<DisplayOutput>(Assert.Single(session.Outputs)).Data["text/html"];
}
