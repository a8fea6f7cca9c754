using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Running;

namespace InteractiveArticle.Notebook.Tests.Running;

public sealed class NotebookRunnerTests
{
    [Fact]
    public async Task ARun_FillsOutputsAndCounts_AndIsTheSameBytesEveryTime()
    {
        var document = Document("# words", "int a = 1;", "Console.WriteLine(a); Console.WriteLine(2);\nvar d = display(1); d.Update(new { a });", "a");
        var first = await NotebookRunner.RunAsync(document, ".", cancellation: TestContext.Current.CancellationToken);
        var again = await NotebookRunner.RunAsync(first.Document, ".", cancellation: TestContext.Current.CancellationToken);

        Assert.Null(first.Failure);
        Assert.Equal([null, 1, 2, 3], first.Document.Cells.Select(cell => cell.ExecutionCount));
        Assert.Equal("1\n2\n", Assert.IsType<StreamOutput>(first.Document.Cells[2].Outputs[0]).Text);
        Assert.Equal(2, first.Document.Cells[2].Outputs.Count);
        Assert.Equal(first.Document.ToJson(), again.Document.ToJson());
    }

    [Fact]
    public async Task ARun_StopsAtTheFirstFailure_AndNamesCellAndLine()
    {
        var document = Document("# words", "1", "int z = 0;\n1 / z", "\"never\"");
        var run = await NotebookRunner.RunAsync(document, ".", cancellation: TestContext.Current.CancellationToken);

        Assert.Equal("n.ipynb: cell 3, line 2: DivideByZeroException: Attempted to divide by zero.", run.Failure!.Describe("n.ipynb"));
        Assert.IsType<ErrorOutput>(Assert.Single(run.Document.Cells[2].Outputs));
        Assert.Empty(run.Document.Cells[3].Outputs);
    }

    [Fact]
    public async Task ARun_ReportsEveryCodeCell()
    {
        var reported = new List<CellProgress>();
        await NotebookRunner.RunAsync(Document("# words", "1", "  ", "2"), ".", new Collector(reported), TestContext.Current.CancellationToken);

        Assert.Equal([new(1, 2), new(2, 2)], reported);
    }

    private static NotebookDocument Document(params string[] sources) =>
        new([.. sources.Select((source, i) => new Cell($"c{i}", source.StartsWith('#') ? CellKind.Markdown : CellKind.Code, source, []))], []);

    private sealed class Collector(List<CellProgress> reported) : IProgress<CellProgress>
    {
        public void Report(CellProgress value) => reported.Add(value);
    }
}
