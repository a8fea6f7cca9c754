using InteractiveArticle.Kernel.Running;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Kernel.Tests.Wild;

/// <summary>
/// Notebooks of the kinds that are found in the wild: lessons, formatters, magic commands, packages. A comment in a cell tells
/// what its outputs must hold.
/// </summary>
public sealed class WildNotebookTests
{
    private const string Expectation = "// shows: ";

    public static TheoryData<string> Notebooks => [.. Directory.GetFiles(Repository.PathOf("tests", "Kernel.Tests", "Wild"), "*.dib").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task ANotebook_RunsCellByCell(string name)
    {
        string path = Repository.PathOf("tests", "Kernel.Tests", "Wild", name + ".dib");
        var document = NotebookFile.Load(path);
        var run = await NotebookRunner.RunAsync(document, path, null, TestContext.Current.CancellationToken, new() { AllowsErrors = true });

        Assert.NotEmpty(document.Cells);
        Assert.Multiple([.. run.Document.Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => (Action)(() => Check(cell)))]);
    }

    private static void Check(Cell cell)
    {
        string shown = string.Join('\n', cell.Outputs.SelectMany(FormsOf));
        Assert.True(cell.Outputs.All(output => output is not ErrorOutput), $"{cell.Source}\n{shown}");
        foreach (string line in cell.Source.Split('\n').Where(line => line.StartsWith(Expectation, StringComparison.Ordinal)))
        {
            Assert.Contains(line[Expectation.Length..], shown, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> FormsOf(Output output) => output switch
    {
        DisplayOutput display => display.Data.Select(form => form.Value),
        ResultOutput result => result.Data.Select(form => form.Value),
        StreamOutput stream => [stream.Text],
        ErrorOutput error => [error.Value],
        _ => [],
    };
}
