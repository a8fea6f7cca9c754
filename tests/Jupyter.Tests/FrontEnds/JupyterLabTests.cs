using System.Text.Json;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Jupyter.Tests.FrontEnds;

/// <summary>
/// What JupyterLab shows of the committed notebooks. It takes the form of the first rank that it has a renderer for; in a notebook
/// that nobody has trusted yet only one that is safe, without scripts.
/// </summary>
public sealed class JupyterLabTests(JupyterLab lab, Browser browser) : IClassFixture<JupyterLab>, IClassFixture<Browser>
{
    public static TheoryData<string, bool> Notebooks => [.. Repository.NotebookNames.SelectMany(name => new[] { (name, true), (name, false) })];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task EveryOutput_IsShownInAFormForPeople_WithItsPictureAndItsText(string name, bool isTrusted)
    {
        string script = lab.RequireScript();
        string path = Repository.PathOf("notebooks", name);
        await using var visit = await browser.OpenAsync();
        var page = visit.Page;
        await page.AddScriptTagAsync(new() { Path = script });
        var seen = await page.EvaluateAsync<JsonElement>("([notebook, isTrusted]) => showOutputs(JSON.parse(notebook), isTrusted)", new object[] { await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), isTrusted });

        var outputs = NotebookDocument.Load(path).Cells.SelectMany(cell => cell.Outputs.Select(output => (cell.Id, output.Forms!))).ToArray();
        Assert.NotEmpty(outputs);
        Assert.Equal(outputs.Length, seen.GetArrayLength());
        foreach (var ((cell, forms), shown) in outputs.Zip(seen.EnumerateArray()))
        {
            string chosen = shown.GetProperty("mimeType").GetString()!;
            Assert.True(chosen is MimeTypes.Markdown or MimeTypes.Html, $"of {cell}, {chosen} is shown");
            Assert.True(shown.GetProperty("pictures").GetInt32() == (forms.Find(MimeTypes.Png) is null ? 0 : 1), $"{cell} shows {shown.GetProperty("pictures")} pictures");

            // Where scripts run, they draw the charts of packages, if the network gives them what they ask for.
            bool isDrawn = isTrusted && forms[chosen].Contains("<script", StringComparison.Ordinal);
            Assert.True(isDrawn || shown.GetProperty("text").GetString() != "", $"{cell} shows nothing");
        }
    }
}
