using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace InteractiveArticle.DotNetInteractive.Tests;

/// <summary>The chapters, cell by cell, in the kernel that ours hosts, with nothing of ours around it.</summary>
public sealed class ChapterTests
{
    // Forms that only our host adds: the still picture of a figure.
    private static readonly string[] OfOurHost = ["image/png"];

    // Forms that files do not keep beside Markdown.
    private static readonly string[] OfThePage = ["application/vnd.interactive-article.scene+json", "application/vnd.interactive-article.narrow-scene+json", "application/vnd.interactive-article.figure+json", "application/vnd.interactive-article.reveal+json", "text/html", "application/vnd.plotly.v1+json"];

    public static TheoryData<string> Chapters => [.. Repository.Chapters];

    [Theory]
    [MemberData(nameof(Chapters))]
    public async Task AChapter_ShowsWhatIsCommitted(string name)
    {
        // This process holds an older library of F#'s than the charting library needs, as the official tool does.
        Assert.Equal(new Version(10, 0), new Version(Assembly.Load("FSharp.Core").GetName().Version!.ToString(2)));

        // That is where this kernel looks for what a cell names by a relative path.
        Directory.SetCurrentDirectory(Repository.PathOf("notebooks"));
        using var kernel = new CSharpKernel().UseKernelHelpers();
        var notebook = JsonNode.Parse(await File.ReadAllTextAsync(name, TestContext.Current.CancellationToken))!;
        foreach (var cell in notebook["cells"]!.AsArray().Where(cell => (string)cell!["cell_type"]! == "code"))
        {
            var result = await kernel.SendAsync(new SubmitCode(Text(cell!["source"])), TestContext.Current.CancellationToken);
            var failure = result.Events.OfType<CommandFailed>().FirstOrDefault();
            Assert.True(failure is null, $"{(string)cell["id"]!}: {failure?.Message}");

            var shown = result.Events.OfType<DisplayEvent>().Select(display => Kept(display.FormattedValues)).ToArray();
            var committed = cell["outputs"]!.AsArray().Select(output => output!["data"]!.AsObject()).ToArray();
            Assert.Equal(committed.Length, shown.Length);
            foreach (var (expected, actual) in committed.Zip(shown))
            {
                Assert.Equal(expected.Select(form => form.Key).Except(OfOurHost).Order(), actual.Keys.Order());
                Assert.All(actual, form => Assert.True(IsSame(form.Key, expected[form.Key], form.Value), $"{(string)cell["id"]!} shows another {form.Key}"));
            }
        }
    }

    private static Dictionary<string, string> Kept(IReadOnlyCollection<FormattedValue> forms)
    {
        bool hasMarkdown = forms.Any(form => form.MimeType == "text/markdown");
        return forms.Where(form => !hasMarkdown || !OfThePage.Contains(form.MimeType)).ToDictionary(form => form.MimeType, form => form.Value);
    }

    private static bool IsSame(string mimeType, JsonNode? committed, string shown) => mimeType.EndsWith("+json", StringComparison.Ordinal)
        ? JsonNode.DeepEquals(committed, JsonNode.Parse(shown))
        : Text(committed) == shown;

    private static string Text(JsonNode? lines) => lines is JsonArray all ? string.Concat(all.Select(line => (string)line!)) : (string)lines!;
}
