using System.Text.Json.Nodes;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Jupyter.Tests.FrontEnds;

/// <summary>The chapters in the published .NET Interactive, started by nbclient as a front end starts it.</summary>
public sealed class OfficialToolTests(JupyterEnvironment jupyter, OfficialTool tool)
{
    // What differs: only our kernel adds the still picture of a figure to what the library gives …
    private static readonly string[] OfOurs = ["image/png"];

    // … theirs puts forms that are JSON into text once more, and …
    private const string Json = "+json";

    // … only theirs shows a script of its own under the first cell, by which it looks for its front end.
    private const string OwnScript = "dotnet-interactive-this-cell";

    // Not the workbench: its charts want a newer library of F#'s than this tool holds.
    public static TheoryData<string> Chapters => [.. Repository.Chapters];

    [Theory]
    [MemberData(nameof(Chapters))]
    public async Task AChapter_ShowsWhatIsCommitted(string name)
    {
        using var copies = new NotebookCopies();
        var outcome = await ArticleProcess.RunAsync(tool.For(jupyter.Command(JupyterEnvironment.Script("run_notebook.py"), copies[name], copies["official.ipynb"])));
        Assert.True(outcome.ExitCode == 0, outcome.Error);

        foreach (var (ours, theirs) in NotebookDocument.Load(Repository.PathOf("notebooks", name)).Cells.Zip(NotebookDocument.Load(copies["official.ipynb"]).WithoutPageForms().Cells))
        {
            Output[] shown = [.. theirs.Outputs.Where(output => !FormsOf(output).Values.Any(form => form.Contains(OwnScript, StringComparison.Ordinal)))];
            Assert.True(ours.Outputs.Count == shown.Length, $"{ours.Id} shows {string.Join(", ", shown.SelectMany(output => FormsOf(output).Keys))}");
            foreach (var (expected, actual) in ours.Outputs.Zip(shown))
            {
                Assert.Equal(expected.GetType(), actual.GetType());
                var (forms, others) = (FormsOf(expected), FormsOf(actual));
                Assert.Equal(forms.Keys.Except(OfOurs).Order(), others.Keys.Order());
                Assert.All(others, form => Assert.True(forms[form.Key] == (form.Key.EndsWith(Json, StringComparison.Ordinal) ? Inner(form.Value) : form.Value), $"{ours.Id} shows another {form.Key}"));
            }
        }
    }

    private static string Inner(string json) => JsonNode.Parse((string)JsonNode.Parse(json)!)!.ToJsonString();

    private static Dictionary<string, string> FormsOf(Output output) => output switch
    {
        DisplayOutput display => display.Data.ToDictionary(form => form.Key, form => form.Value),
        ResultOutput result => result.Data.ToDictionary(form => form.Key, form => form.Value),
        StreamOutput stream => new() { [stream.Name] = stream.Text },
        _ => [],
    };
}
