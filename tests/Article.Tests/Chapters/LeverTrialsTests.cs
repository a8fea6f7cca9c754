using InteractiveArticle.Article.Levers;
using InteractiveArticle.Article.Terminal;
using InteractiveArticle.Cells.Shipping;
using InteractiveArticle.Formatting;
using InteractiveArticle.Kernel;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Levers;

namespace InteractiveArticle.Article.Tests.Chapters;

public class LeverTrialsTests
{
    public static TheoryData<string> Chapters => [.. Repository.Chapters];

    [Theory]
    [MemberData(nameof(Chapters))]
    public async Task TheLeversWrittenBesideAFigure_AreThoseThatMoveIt(string name)
    {
        string path = Repository.PathOf("notebooks", name);
        var marked = await MarkedAsync(NotebookDocument.Load(path), path);

        // What to do when they differ: dotnet run --project src/Article -- refresh
        Assert.Equal(marked.Cells.Select(Named), NotebookDocument.Load(path).Cells.Select(Named));
    }

    // A cell that may change what another has declared makes all of them depend on every lever, and a page slow.
    [Theory]
    [MemberData(nameof(Chapters))]
    public void NoLever_ConcernsEveryCell(string name)
    {
        string path = Repository.PathOf("notebooks", name);
        var shipped = ShippedNotebook.Compile(NotebookDocument.Load(path), path, PageCells.Environment);

        Assert.All(shipped.LeversThatMove, lever => Assert.Contains(shipped.Cells, cell => !cell.Levers.Contains(lever)));
    }

    [Fact]
    public async Task ALever_ThatIsReadAndChangesNothing_IsNotWrittenBesideTheFigure()
    {
        var marked = await MarkedAsync(Notebook(
            """
            double slope = 1; // 0…2 step 0.1 · slope of the line
            double idle = 1; // 0…2 step 0.1 · read and of no effect
            string shape = "line"; // line|points · how it is drawn
            """,
            """
            new Figure
            {
                Title = $"A line ({idle})", Finding = $"It rises by {slope}.", X = new Axis("x"), Y = new Axis("y"),
                Series = [new Series("a", shape == "line" ? SeriesShape.Line : SeriesShape.Points, ColorRole.Main, [0, 1], [0, slope * Math.Sign(idle + 1)])],
                Marks = [new Mark(idle, "here", ColorRole.Reference)],
            }
            """), Repository.PathOf("notebooks", "tried.ipynb"));

        Assert.Equal(["slope", "shape"], MovingLevers.Of(marked.Cells[^1]));
        Assert.Null(MovingLevers.Of(marked.Cells[0]));
    }

    [Fact]
    public async Task ACell_ThatFailsAtTheEndOfALever_IsNamed()
    {
        var notebook = Notebook("int parts = 1; // 0…2 step 1 · parts", "100 / parts");

        var failure = await Assert.ThrowsAsync<CommandException>(() => MarkedAsync(notebook, Repository.PathOf("notebooks", "tried.ipynb")));

        Assert.Contains("with parts = 0, cell shown fails", failure.Message, StringComparison.Ordinal);
    }

    private static string Named(Cell cell) => $"{cell.Id}: {(MovingLevers.Of(cell) is { } names ? string.Join(", ", names) : "shows no figure")}";

    private static async Task<NotebookDocument> MarkedAsync(NotebookDocument document, string path)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var run = await NotebookRunner.RunAsync(document, path, null, cancellation);
        Assert.Null(run.FailedCell);
        return await LeverTrials.MarkAsync(run.Document, path, cancellation);
    }

    private static NotebookDocument Notebook(string levers, string figure) => new()
    {
        Cells =
        [
            new() { Id = "setup", Kind = CellKind.Code, Source = "#r \"../artifacts/notebook/InteractiveArticle.dll\"\nusing InteractiveArticle.Figures.Drawing;" },
            new() { Id = "levers", Kind = CellKind.Code, Source = levers, Metadata = new() { ["tags"] = new System.Text.Json.Nodes.JsonArray("parameters") } },
            new() { Id = "shown", Kind = CellKind.Code, Source = figure },
        ],
    };
}
