using System.Text.Json.Nodes;
using InteractiveArticle.Cells.Running;
using InteractiveArticle.Kernel.Running;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Kernel.Tests.Running;

public class RunnerTests
{
    private static readonly string GoldenFile = Path.Combine(AppContext.BaseDirectory, "Running", "golden.ipynb");

    [Fact]
    public async Task GoldenNotebook_RunTwice_GivesTheBytesOfItsFile()
    {
        var document = NotebookDocument.Load(GoldenFile);

        var first = await Run(document);
        var second = await Run(first.Document);

        Assert.Null(first.FailedCell);
        Assert.Equal(File.ReadAllText(GoldenFile), first.Document.ToJson());
        Assert.Equal(first.Document.ToJson(), second.Document.ToJson());
    }

    [Fact]
    public async Task Run_StopsAtTheFirstFailingCell()
    {
        var stale = new StreamOutput("stdout", "stale");
        var document = Notebook("1", "text", "throw new TimeoutException(\"late\");", "2");
        document = document with { Cells = [.. document.Cells.Select(cell => cell.Kind == CellKind.Code ? cell with { Outputs = [stale], ExecutionCount = 9 } : cell)] };

        var run = await Run(document);

        Assert.Equal(3, run.FailedCell?.CellNumber);
        Assert.Equal("cell-3", run.FailedCell?.Cell.Id);
        Assert.Equal(("System.TimeoutException", 1), (run.FailedCell?.Error.Name, run.FailedCell?.Error.Line));
        Assert.Equal([1, null, 2, null], run.Document.Cells.Select(cell => cell.ExecutionCount));
        var shown = Assert.IsType<ErrorOutput>(Assert.Single(run.Document.Cells[2].Outputs));
        Assert.Equal(("System.TimeoutException", "late"), (shown.Name, shown.Value));
        Assert.Empty(run.Document.Cells[3].Outputs);
        Assert.DoesNotContain("stale", run.Document.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ReportsEveryCodeCell()
    {
        var progress = new ProgressList();

        await NotebookRunner.RunAsync(Notebook("1", "text", "2"), "n.ipynb", progress, TestContext.Current.CancellationToken);

        Assert.Equal([(1, 2, "cell-1"), (2, 2, "cell-3")], progress.Reports.Select(report => (report.Index, report.Count, report.Cell.Id)));
    }

    [Fact]
    public async Task Update_FromALaterCell_ReachesTheEarlierOne()
    {
        var run = await Run(Notebook("var shown = display(\"before\");", "shown.Update(\"after\");"));

        Assert.Equal("after", Assert.IsType<DisplayOutput>(Assert.Single(run.Document.Cells[0].Outputs)).Data["text/plain"]);
        Assert.Empty(run.Document.Cells[1].Outputs);
    }

    [Fact]
    public async Task Cancelled_TheRunStopsAtItsCell()
    {
        using var cancellation = new CancellationTokenSource();
        var progress = new ProgressList { OnReport = report => { if (report.Index == 2) { cancellation.Cancel(); } } };

        var run = await NotebookRunner.RunAsync(Notebook("1", "2", "3"), "n.ipynb", progress, cancellation.Token);

        Assert.Equal((2, CellError.Cancelled), (run.FailedCell?.CellNumber, run.FailedCell?.Error.Name));
        Assert.NotEmpty(run.Document.Cells[0].Outputs);
        Assert.Empty(run.Document.Cells[2].Outputs);
    }

    [Fact]
    public async Task RelativeReference_StartsAtTheNotebook()
    {
        using var folder = new TemporaryFolder();
        var run = await NotebookRunner.RunAsync(
            Notebook("#r \"none.dll\""), folder["n.ipynb"], progress: null, TestContext.Current.CancellationToken);
        Assert.Equal("CS0006", run.FailedCell?.Error.Name);

        File.Copy(typeof(FactAttribute).Assembly.Location, folder["none.dll"]);
        run = await NotebookRunner.RunAsync(
            Notebook("#r \"none.dll\""), folder["n.ipynb"], progress: null, TestContext.Current.CancellationToken);
        Assert.Null(run.FailedCell);
    }

    [Fact]
    public async Task AnErrorThatTheAuthorMeant_DoesNotEndTheRun()
    {
        var document = Notebook("throw new TimeoutException(\"meant\");", "1 + 1");
        document = document with { Cells = [document.Cells[0] with { Metadata = new() { ["tags"] = new JsonArray(NotebookRunner.RaisesTag) } }, document.Cells[1]] };
        var run = await Run(document);

        Assert.Null(run.FailedCell);
        Assert.Equal("meant", Assert.IsType<ErrorOutput>(Assert.Single(run.Document.Cells[0].Outputs)).Value);
        Assert.Equal("2", Assert.IsType<ResultOutput>(Assert.Single(run.Document.Cells[1].Outputs)).Data["text/plain"]);
    }

    [Fact]
    public async Task WhereErrorsAreAllowed_EveryCellRuns()
    {
        var run = await NotebookRunner.RunAsync(Notebook("nope", "1 + 1"), GoldenFile, null, TestContext.Current.CancellationToken, new() { AllowsErrors = true });

        Assert.Null(run.FailedCell);
        Assert.Equal("CS0103", Assert.IsType<ErrorOutput>(Assert.Single(run.Document.Cells[0].Outputs)).Name);
        Assert.Equal("2", Assert.IsType<ResultOutput>(Assert.Single(run.Document.Cells[1].Outputs)).Data["text/plain"]);
    }

    [Theory]
    [InlineData("polyglot_notebook", "kernelName", "fsharp", "This cell is in F#, which is not run here.\n")]
    [InlineData("dotnet_interactive", "language", "mermaid", "This cell is in Mermaid, which is not run here.\n")]
    public async Task ACellInAnotherLanguage_IsLeftOut_WithOneLine(string owner, string key, string language, string words)
    {
        var document = Notebook("let x = 1", "1 + 1");
        document = document with { Cells = [document.Cells[0] with { Metadata = new() { [owner] = new JsonObject { [key] = language } } }, document.Cells[1]] };
        var run = await Run(document);

        Assert.Null(run.FailedCell);
        Assert.Equal(words, Assert.IsType<StreamOutput>(Assert.Single(run.Document.Cells[0].Outputs)).Text);
        Assert.Single(run.Document.Cells[1].Outputs);
    }

    [Fact]
    public async Task ANotebookInAnotherLanguage_IsRefusedByName()
    {
        var document = Notebook("print(1)") with { Metadata = new() { ["kernelspec"] = new JsonObject { ["name"] = "python3", ["language"] = "python" } } };
        var error = await Assert.ThrowsAsync<NotebookException>(() => Run(document));

        Assert.Contains("a notebook in python; only notebooks in C# are run here", error.Message, StringComparison.Ordinal);
    }

    private static Task<NotebookRun> Run(NotebookDocument document) =>
        NotebookRunner.RunAsync(document, GoldenFile, progress: null, TestContext.Current.CancellationToken);

    private static NotebookDocument Notebook(params string[] sources) => new()
    {
        Cells = [.. sources.Select((source, index) => new Cell { Id = $"cell-{index + 1}", Kind = source == "text" ? CellKind.Markdown : CellKind.Code, Source = source })],
    };

    private sealed class ProgressList : IProgress<CellProgress>
    {
        public List<CellProgress> Reports { get; } = [];

        public Action<CellProgress> OnReport { get; init; } = _ => { };

        public void Report(CellProgress value)
        {
            Reports.Add(value);
            OnReport(value);
        }
    }
}
