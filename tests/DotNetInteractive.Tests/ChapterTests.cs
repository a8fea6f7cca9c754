using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;

namespace InteractiveArticle.DotNetInteractive.Tests;

/// <summary>The chapters, cell by cell, in the kernel that they were first written for.</summary>
public sealed class ChapterTests
{
    private const string Html = "text/html";
    private const string Plotly = "application/vnd.plotly.v1+json";

    private static readonly string Notebooks = Repository.PathOf("notebooks");

    public static TheoryData<string> Chapters => [.. Directory.GetFiles(Notebooks, "*.ipynb").Order(StringComparer.Ordinal).Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Chapters))]
    public async Task AChapter_RunsToItsEnd_AndItsFiguresAreHtml(string name)
    {
        // That is where this kernel looks for what a cell names by a relative path.
        Directory.SetCurrentDirectory(Notebooks);
        using var kernel = new CSharpKernel().UseKernelHelpers();
        var notebook = JsonNode.Parse(await File.ReadAllTextAsync(name, TestContext.Current.CancellationToken))!;
        foreach (var cell in notebook["cells"]!.AsArray().Where(cell => (string)cell!["cell_type"]! == "code"))
        {
            var result = await kernel.SendAsync(new SubmitCode(string.Concat(cell!["source"]!.AsArray().Select(line => (string)line!))), TestContext.Current.CancellationToken);
            var failure = result.Events.OfType<CommandFailed>().FirstOrDefault();
            Assert.True(failure is null, $"{(string)cell["id"]!}: {failure?.Message}");
            string[] shown = [.. result.Events.OfType<DisplayEvent>().SelectMany(shown => shown.FormattedValues).Where(form => form.MimeType == Html).Select(form => form.Value)];
            int figures = cell["outputs"]!.AsArray().Count(output => output!["data"]?[Plotly] is not null);
            Assert.Equal(figures, shown.Count(html => html.Contains("<figure", StringComparison.Ordinal)));
        }
    }
}
