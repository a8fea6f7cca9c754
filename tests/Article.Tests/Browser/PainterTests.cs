using System.Text.Json.Nodes;
using InteractiveArticle.Kernel;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>The page paints figures itself (chart.js), notebooks get theirs from Plotly.NET (PlotlyPainter.cs).</summary>
public sealed class PainterTests(ServedArticle article) : BrowserTest(article)
{
    private const string PaintAll = """
        async (figures) => {
          const { colors, paint } = await import("/assets/chart.js");
          return figures.map((figure) => JSON.stringify(paint(JSON.parse(figure), colors.light)));
        }
        """;

    public static TheoryData<string> Chapters => [.. Repository.Chapters];

    [Theory]
    [MemberData(nameof(Chapters))]
    public async Task ThePage_PaintsEveryFigureOfAChapterAsPlotlyNetDoes(string chapter)
    {
        string path = Repository.PathOf("notebooks", chapter);
        var run = await NotebookRunner.RunAsync(NotebookDocument.Load(path), path, null, TestContext.Current.CancellationToken);
        MimeBundle[] figures = [.. run.Document.Cells.SelectMany(cell => cell.Outputs).Select(output => output.Forms).OfType<MimeBundle>().Where(forms => forms.Find(MimeTypes.Figure) is not null)];

        var page = await OpenAsync("index.html");
        string[] painted = await page.EvaluateAsync<string[]>(PaintAll, figures.Select(forms => forms[MimeTypes.Figure]));

        Assert.All(figures.Zip(painted), pair =>
        {
            var native = JsonNode.Parse(pair.First[MimeTypes.Plotly])!.AsObject();

            // The page sets the title in its own type. No figure moves by itself.
            Assert.True(native["layout"]!.AsObject().Remove("title"));
            Assert.True(native.Remove("frames"));
            AssertSame(native, JsonNode.Parse(pair.Second), "");
        });
    }

    private static void AssertSame(JsonNode? expected, JsonNode? actual, string place)
    {
        switch (expected, actual)
        {
            case (JsonObject one, JsonObject other):
                Assert.True(one.Select(member => member.Key).ToHashSet().SetEquals(other.Select(member => member.Key)), $"{place}: {string.Join(", ", other.Select(member => member.Key))} instead of {string.Join(", ", one.Select(member => member.Key))}");
                Assert.All(one, member => AssertSame(member.Value, other[member.Key], $"{place}/{member.Key}"));
                break;
            case (JsonArray one, JsonArray other):
                Assert.True(one.Count == other.Count, $"{place} has {other.Count} items instead of {one.Count}");
                Assert.All(one.Zip(other).Index(), item => AssertSame(item.Item.First, item.Item.Second, $"{place}/{item.Index}"));
                break;
            case (JsonValue one, JsonValue other) when one.TryGetValue(out double wanted) && other.TryGetValue(out double found):
                Assert.True(Math.Abs(wanted - found) <= 1e-9 * Math.Max(1, Math.Abs(wanted)), $"{place} is {found} instead of {wanted}");
                break;
            default:
                Assert.True(JsonNode.DeepEquals(expected, actual), $"{place} is {actual?.ToJsonString() ?? "null"} instead of {expected?.ToJsonString() ?? "null"}");
                break;
        }
    }
}
