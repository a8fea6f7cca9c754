using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Article.Tests.CommandLine;

public sealed class RunTests
{
    private const string Levers = "double share = 0.5; // 0…1 step 0.1 · the share";

    // That every chapter is as its run gives it is the test of the chapters, in their own process.
    [Fact]
    public async Task Run_OfAChapter_GivesTheFileThatIsCommitted()
    {
        using var folder = new TemporaryFolder();
        var outcome = await ArticleProcess.RunAsync("run", ArticleProcess.Chapter, "--output", folder["out.ipynb"]);

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.Equal(File.ReadAllText(ArticleProcess.Chapter), File.ReadAllText(folder["out.ipynb"]));
    }

    [Fact]
    public async Task Run_WithAnotherLever_ChangesTheStory()
    {
        var harmless = await ArticleProcess.RunAsync("run", ArticleProcess.Chapter, "--set", "removed=0.3");
        var split = await ArticleProcess.RunAsync("run", ArticleProcess.Chapter, "--set", "cells=16");

        Assert.Contains("nobody outside notices", harmless.Output, StringComparison.Ordinal);
        Assert.Matches(@"PUT normal +13:54 +nothing happened", harmless.Output);
        Assert.DoesNotContain("and 0 min", harmless.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("13:54: 4 h 17 min", split.Output, StringComparison.Ordinal);
        Assert.Contains("with 16 cells checked side by side", split.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WritesTheNotebookWithTheValuesItUsed()
    {
        using var folder = new TemporaryFolder();
        string notebook = folder.Notebook("n.ipynb", Levers, "Console.WriteLine(\"printed\");\nshare * 2");
        await ArticleProcess.RunAsync("run", notebook, "--set", "share=0.2", "--output", folder["out.ipynb"]);
        var written = NotebookDocument.Load(folder["out.ipynb"]);

        Assert.Contains("double share = 0.2;", written.Cells[1].Source, StringComparison.Ordinal);
        Assert.Equal("0.4", Assert.IsType<ResultOutput>(written.Cells[2].Outputs[1]).Data["text/plain"]);
    }

    [Fact]
    public async Task Run_WithoutOutput_PrintsTextAndLeavesTheNotebook()
    {
        using var folder = new TemporaryFolder();
        string notebook = folder.Notebook("n.ipynb", Levers, "Console.WriteLine(\"printed\");\nshare * 2");
        string before = File.ReadAllText(notebook);
        var outcome = await ArticleProcess.RunAsync("run", notebook);

        Assert.Equal("printed\n1\n", outcome.Output);
        Assert.Equal(before, File.ReadAllText(notebook));
    }

    [Theory]
    [InlineData("run", "--output", "n.ipynb")]
    [InlineData("refresh")]
    public async Task ANotebookThatSomebodySavesWhileItRuns_IsLeftAsItIs(string command, params string[] output)
    {
        using var folder = new TemporaryFolder();
        string notebook = folder.Notebook("n.ipynb", $"System.IO.File.WriteAllText(@\"{folder["n.ipynb"]}\", \"saved\");");
        var outcome = await ArticleProcess.RunAsync([command, notebook, .. output.Select(word => word.EndsWith(".ipynb", StringComparison.Ordinal) ? folder[word] : word)]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("somebody saved it while it ran", Assert.Single(outcome.Complaints), StringComparison.Ordinal);
        Assert.Equal("saved", File.ReadAllText(notebook));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("export")]
    public async Task AFileThatIsNoNotebook_IsNotWrittenOver(string command)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["thesis.txt"], "precious");
        var outcome = await ArticleProcess.RunAsync(command, folder.Notebook("n.ipynb", "throw new Exception(\"it ran\");"), "--output", folder["thesis.txt"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"--output {folder["thesis.txt"]}: is ", Assert.Single(outcome.Complaints), StringComparison.Ordinal);
        Assert.Equal("precious", File.ReadAllText(folder["thesis.txt"]));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("export")]
    public async Task AnEmptyDib_IsRefusedInOneLine(string command)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["n.dib"], "\n");
        var outcome = await ArticleProcess.RunAsync([command, folder["n.dib"], .. command == "export" ? ["--output", folder["site"]] : Array.Empty<string>()]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("n.dib: is empty", Assert.Single(outcome.Complaints), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("nowhere/out.ipynb")]
    public async Task AnOutputThatCannotBe_IsRefusedBeforeAnythingRuns(string output)
    {
        using var folder = new TemporaryFolder();
        var outcome = await ArticleProcess.RunAsync("run", folder.Notebook("n.ipynb", "throw new Exception(\"it ran\");"), "--output", output == "/" ? output : folder[output]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("cannot be written", Assert.Single(outcome.Complaints), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int a = 1;\nint b = a / (a - 1);", "cell 2, line 2: System.DivideByZeroException: Attempted to divide by zero.")]
    [InlineData("nope", "cell 2, line 1: CS0103: The name 'nope' does not exist")]
    public async Task ACellThatFails_EndsTheRun_AndNamesNotebookCellAndLine(string code, string words)
    {
        using var folder = new TemporaryFolder();
        string notebook = folder.Notebook("n.ipynb", code);
        File.WriteAllText(folder["out.ipynb"], "earlier");
        var outcome = await ArticleProcess.RunAsync("run", notebook, "--output", folder["out.ipynb"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"{notebook}: {words}", Assert.Single(outcome.Complaints), StringComparison.Ordinal);
        Assert.Equal("earlier", File.ReadAllText(folder["out.ipynb"]));
    }

    [Fact]
    public async Task Run_OfADib_WritesANotebookThatJupyterKnowsTheKernelOf()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["n.dib"], "#!csharp\n\n1 + 1\n");
        await ArticleProcess.RunAsync("run", folder["n.dib"], "--output", folder["out.ipynb"]);
        var written = NotebookDocument.Load(folder["out.ipynb"]);

        Assert.Equal(".net-csharp", (string?)written.Metadata["kernelspec"]!["name"]);
        Assert.Equal("2", Assert.IsType<ResultOutput>(Assert.Single(Assert.Single(written.Cells).Outputs)).Data["text/plain"]);
    }

    [Fact]
    public async Task ACellThatEndsTheProcess_ByWhateverWay_IsAFailure()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["out.ipynb"], "earlier");
        var outcome = await ArticleProcess.RunAsync("run", folder.Notebook("n.ipynb", "typeof(Environment).GetMethod(\"Exit\").Invoke(null, [0]);"), "--output", folder["out.ipynb"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("a cell ended the process", Assert.Single(outcome.Complaints), StringComparison.Ordinal);
        Assert.Equal("earlier", File.ReadAllText(folder["out.ipynb"]));
    }

    [Theory]
    [InlineData("share=2", "share = 2: not allowed; share (the share) takes a number from 0 to 1")]
    [InlineData("shore=0.2", "shore: no such lever (did you mean share?); this notebook has share")]
    public async Task AWrongLever_IsRefusedBeforeAnythingRuns(string setting, string words)
    {
        using var folder = new TemporaryFolder();
        var outcome = await ArticleProcess.RunAsync("run", folder.Notebook("n.ipynb", Levers, "Console.Write(1)"), "--set", setting);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains(words, Assert.Single(outcome.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoSuchNotebook_AndMalformedOnes_GetOneLine()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["broken.ipynb"], "{ \"cells\": [");
        var missing = await ArticleProcess.RunAsync("run", folder["missing.ipynb"]);
        var broken = await ArticleProcess.RunAsync("run", folder["broken.ipynb"]);

        Assert.Equal((1, 1), (missing.ExitCode, broken.ExitCode));
        Assert.Contains("no such file", Assert.Single(missing.Complaints), StringComparison.Ordinal);
        Assert.Contains("not JSON", Assert.Single(broken.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOutputThatCannotBeWritten_GetsOneLine()
    {
        using var folder = new TemporaryFolder();
        var outcome = await ArticleProcess.RunAsync("run", folder.Notebook("n.ipynb", "1"), "--output", "/dev/null/out.ipynb");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("/dev/null/out.ipynb: cannot be written", Assert.Single(outcome.Complaints), StringComparison.Ordinal);
    }
}
