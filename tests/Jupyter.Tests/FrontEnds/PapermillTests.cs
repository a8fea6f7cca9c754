using System.Text.Json.Nodes;
using InteractiveArticle.Jupyter.Tests.Clients;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Levers;

namespace InteractiveArticle.Jupyter.Tests.FrontEnds;

/// <summary>
/// A chapter as papermill runs it with other parameters: behind the cell tagged "parameters" stands one more that declares them
/// anew (https://papermill.readthedocs.io/en/latest/usage-parameterize.html), and nbclient runs the notebook.
/// </summary>
public sealed class PapermillTests(JupyterEnvironment jupyter)
{
    private const string Chapter = "05-the-outage.ipynb";

    // How papermill writes C#: a number has the type that it looks like, whatever type the lever has. Last, what the page says of it.
    public static TheoryData<string, string[], string[]> Settings => new()
    {
        { "var removed = 0.3;", ["removed=0.3"], ["<code>removed</code></th><td>30&nbsp;%</td>"] },
        { "var removed = 1;\nvar cells = 16;\nvar shedding = true;\nvar retryPolicy = \"fixed\";", ["removed=1", "cells=16", "shedding=true", "retryPolicy=fixed"], ["<code>removed</code></th><td>100&nbsp;%</td>", "<code>cells</code></th><td>16 cells</td>", "<code>shedding</code></th><td>true</td>"] },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task AChapterWithInjectedParameters_ShowsWhatArticleRunShows_WhichTakesItsFileToo(string declarations, string[] settings, string[] shown)
    {
        using var copies = new NotebookCopies();
        string injected = copies["injected.ipynb"], papermills = copies["papermills.ipynb"], ours = copies["ours.ipynb"], again = copies["again.ipynb"], back = copies["back.ipynb"];
        WithInjected(NotebookDocument.Load(copies[Chapter]), declarations).Save(injected);
        await jupyter.RunAsync(JupyterEnvironment.Script("run_notebook.py"), injected, papermills);

        await ArticleRun(copies[Chapter], ours, settings);
        Assert.Equal(Outputs(ours), Outputs(papermills));

        await ArticleRun(papermills, again);
        Assert.Equal(Outputs(ours), Outputs(again));

        using var site = new TemporaryFolder();
        var exported = await ArticleProcess.RunAsync("export", papermills, "--static", "--output", site["site"]);
        Assert.True(exported.ExitCode == 0, exported.Error);
        string page = await File.ReadAllTextAsync(site["site", "papermills.html"], TestContext.Current.CancellationToken);
        Assert.All(shown, now => Assert.Contains(now, page, StringComparison.Ordinal));

        await ArticleRun(papermills, back, [.. settings.Select(setting => setting.Split('=')[0]).Select(Committed)]);
        Assert.Equal(Outputs(Repository.PathOf("notebooks", Chapter)), Outputs(back));
    }

    private static NotebookDocument WithInjected(NotebookDocument notebook, string declarations)
    {
        var metadata = (JsonObject)notebook.Metadata.DeepClone();
        metadata["papermill"] = new JsonObject { ["parameters"] = new JsonObject(), ["version"] = "2.6.0", ["exception"] = null };
        var cell = new Cell
        {
            Id = "8c43aee7",
            Kind = CellKind.Code,
            Source = $"// Parameters\n{declarations}\n",
            Metadata = new JsonObject { ["tags"] = new JsonArray("injected-parameters"), ["papermill"] = new JsonObject { ["exception"] = false, ["status"] = "completed" } },
        };
        return notebook with { Metadata = metadata, Cells = [.. notebook.Cells.SelectMany(other => other.HasTag("parameters") ? [other, cell] : new[] { other })] };
    }

    private static string Committed(string name)
    {
        var lever = LeverCell.Find(NotebookDocument.Load(Repository.PathOf("notebooks", Chapter)))!.Levers.Single(lever => lever.Name == name);
        return $"{name}={lever.ToLiteral(lever.Default).Trim('"')}";
    }

    private static async Task ArticleRun(string notebook, string output, params string[] settings)
    {
        var outcome = await ArticleProcess.RunAsync(["run", notebook, "--output", output, .. settings.SelectMany(setting => new[] { "--set", setting })]);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
    }

    // Every form that a file holds, pictures included, by the cell that shows it; the injected cell counts as one more.
    private static string[] Outputs(string notebook) =>
    [
        .. NotebookDocument.Load(notebook).WithoutPageForms().Cells.SelectMany(cell => cell.Outputs.Select(output =>
            $"{cell.Id}: {string.Join('\n', (output.Forms ?? throw new InvalidOperationException($"{cell.Id} shows something without forms")).OrderBy(form => form.Key, StringComparer.Ordinal))}")),
    ];
}
