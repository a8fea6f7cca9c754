using System.Text.Json.Nodes;
using InteractiveArticle.Jupyter.Tests.Clients;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Jupyter.Tests.FrontEnds;

public sealed class ChapterTests(JupyterEnvironment jupyter)
{
    public static TheoryData<string> Notebooks => [.. Repository.NotebookNames];

    /// <summary>
    /// As strict nbval compares them, which takes a form too many for a difference as well; and what it passes over, too: pictures,
    /// metadata, and the order of outputs of different kinds.
    /// </summary>
    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task ANotebook_RunByNbclientInTheFormsOfFiles_ShowsWhatIsCommitted_AndNoFormMore(string name)
    {
        using var copies = new NotebookCopies();
        var command = jupyter.Command(JupyterEnvironment.Script("run_notebook.py"), copies[name], copies["jupyter.ipynb"]);
        command.Environment["ARTICLE_FORMS"] = "stored";
        var outcome = await ArticleProcess.RunAsync(command);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        foreach (var (expected, actual) in Cells(NotebookDocument.Load(Repository.PathOf("notebooks", name))).Zip(Cells(NotebookDocument.Load(copies["jupyter.ipynb"]))))
        {
            Assert.True(JsonNode.DeepEquals(expected, actual), $"cell {(string)expected!["id"]!} shows something else");
        }
    }

    [Fact]
    public Task EveryNotebook_IsOneByJupytersOwnSchema() =>
        jupyter.RunAsync([JupyterEnvironment.Script("validate_notebooks.py"), .. Repository.Notebooks]);

    /// <summary>Jupyter's own extension looks for the kernel and the language, the Polyglot extension for the language of each cell.</summary>
    [Theory]
    [MemberData(nameof(Notebooks))]
    public void ANotebook_SaysWhatEditorsAskFor(string name)
    {
        var notebook = JsonNode.Parse(File.ReadAllText(Repository.PathOf("notebooks", name)))!;
        var metadata = notebook["metadata"]!;

        Assert.Equal((".net-csharp", "C#", ".NET (C#)"), ((string)metadata["kernelspec"]!["name"]!, (string)metadata["kernelspec"]!["language"]!, (string)metadata["kernelspec"]!["display_name"]!));
        Assert.Equal(("csharp", ".cs", "text/x-csharp"), ((string)metadata["language_info"]!["name"]!, (string)metadata["language_info"]!["file_extension"]!, (string)metadata["language_info"]!["mimetype"]!));
        Assert.Equal("csharp", (string)metadata["polyglot_notebook"]!["kernelInfo"]!["defaultKernelName"]!);
        Assert.Contains(metadata["polyglot_notebook"]!["kernelInfo"]!["items"]!.AsArray(), item => (string)item!["name"]! == "csharp");
        Assert.All(
            notebook["cells"]!.AsArray().Where(cell => (string)cell!["cell_type"]! == "code"),
            cell => Assert.Equal("csharp", (string?)cell!["metadata"]!["polyglot_notebook"]?["kernelName"]));
    }

    // Front ends may cut console text differently, put forms in another order, and stamp cells with the time.
    private static JsonArray Cells(NotebookDocument document)
    {
        document = document with
        {
            Cells = [.. document.Cells.Select(cell => cell with { Metadata = [], Outputs = Joined(cell.Outputs) })],
        };
        return JsonNode.Parse(document.ToJson())!["cells"]!.AsArray();
    }

    private static IReadOnlyList<Output> Joined(IReadOnlyList<Output> outputs)
    {
        var recorder = new OutputRecorder();
        foreach (var output in outputs)
        {
            recorder.Write(output);
        }

        return recorder.Outputs;
    }
}
