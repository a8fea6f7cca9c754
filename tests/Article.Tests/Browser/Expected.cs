using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Kernel;
using InteractiveArticle.Kernel.Running;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Levers;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Article.Tests.Browser;

/// <summary>What the kernel of the command line gives for a chapter, and whether a page shows just that.</summary>
internal static class Expected
{
    /// <summary>Runs a chapter as "article run --set" does.</summary>
    public static async Task<NotebookDocument> RunAsync(string chapter, IReadOnlyDictionary<string, string> values)
    {
        string path = Repository.PathOf("notebooks", chapter);
        var document = NotebookDocument.Load(path);
        var run = await NotebookRunner.RunAsync(LeverCell.Find(document)!.Apply(document, values), path, null, TestContext.Current.CancellationToken);
        Assert.Null(run.FailedCell);
        return run.Document;
    }

    /// <summary>Compares every output with the chapter's page, to the last digit; what is for the front page stands there.</summary>
    public static void OnThePage(NotebookDocument expected, IReadOnlyDictionary<string, IElement> shown)
    {
        foreach (var cell in expected.Cells.Where(cell => cell.Kind == CellKind.Code && !cell.HasTag(CellTags.Front)))
        {
            var elements = shown[cell.Id].Children.ToArray();
            Assert.True(cell.Outputs.Count == elements.Length, $"{cell.Id} shows {elements.Length} outputs instead of {cell.Outputs.Count}");
            foreach (var (output, element) in cell.Outputs.Zip(elements))
            {
                Compare(output, element, cell.Id);
            }
        }
    }

    private static void Compare(Output output, IElement shown, string cell)
    {
        if (output is StreamOutput stream)
        {
            Assert.Equal(stream.Text, shown.TextContent);
            return;
        }

        var forms = output.Forms!;
        if (forms.Find(MimeTypes.Scene) is { } scene)
        {
            var data = JsonNode.Parse(scene)!;
            Assert.Equal(AsWritten((string)data["title"]!), AsWritten(shown.QuerySelector(".figure-title")!.TextContent));
            Assert.Equal(AsWritten((string)data["finding"]!), AsWritten(shown.QuerySelector("figcaption p")!.TextContent));
            Assert.Equal(XElement.Parse((string)data["svg"]!).Value, shown.QuerySelector(".stage.wide .picture")!.TextContent);
        }
        else if (forms.Find(MimeTypes.Figure) is { } json)
        {
            var figure = FigureJson.Read(json);
            Assert.Equal(json, shown.QuerySelector("script.figure-data")!.TextContent);
            Assert.Equal(AsWritten(figure.Title), AsWritten(shown.QuerySelector(".figure-title")!.TextContent));
            Assert.Equal(AsWritten(figure.Finding), AsWritten(shown.QuerySelector("figcaption p")!.TextContent));
        }
        else if (forms.Find(MimeTypes.Reveal) is { } reveal)
        {
            var data = JsonNode.Parse(reveal)!;
            Assert.Equal(data["y"]!.ToJsonString(), JsonNode.Parse(shown.QuerySelector("script.reveal-data")!.TextContent)!["y"]!.ToJsonString());
            string answer = string.Concat(data["answer"]!.AsArray().Select(words => (string)words!));
            Assert.Equal(AsWritten(new HtmlParser().ParseDocument(answer).Body!.TextContent), AsWritten(string.Concat(shown.QuerySelectorAll("details.answer > p").Select(paragraph => paragraph.TextContent))));
        }
        else if (forms.TryGetValue("text/html", out string? html))
        {
            var element = shown.ClassList.Contains("scroll") ? shown.FirstElementChild! : shown;
            Assert.True(AsWritten(new HtmlParser().ParseDocument(html).Body!.InnerHtml) == AsWritten(element.OuterHtml), $"{cell} shows\n{element.OuterHtml}\ninstead of\n{html}");
        }
        else
        {
            Assert.Equal(forms["text/plain"], shown.TextContent);
        }
    }

    // The page curves apostrophes and keeps a number and its per cent together.
    private static string AsWritten(string text) =>
        text.Replace('’', '\'').Replace("&nbsp;", " ", StringComparison.Ordinal).Replace('\u00a0', ' ');
}
