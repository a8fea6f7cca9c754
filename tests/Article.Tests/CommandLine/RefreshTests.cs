using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;
using InteractiveArticle.Notebook.Pictures;

namespace InteractiveArticle.Article.Tests.CommandLine;

public sealed class RefreshTests
{
    // The smallest thing that counts as a figure: a value with a Plotly form and a place for its picture.
    private const string Figure = """
        class TypeFormatterSourceAttribute(Type type) : Attribute { public Type FormatterSourceType => type; public string[] PreferredMimeTypes { get; set; } }
        class Form(string mimeType, string text) { public string MimeType => mimeType; public bool Format(object value, System.IO.TextWriter writer) { writer.Write(text); return true; } }
        class Forms { public object[] CreateTypeFormatters() => [new Form("application/vnd.plotly.v1+json", "{\"data\":[{\"x\":[1,2],\"y\":[3,4]}],\"layout\":{\"shapes\":[]}}"), new Form("text/html", "<div><!-- picture --></div>"), new Form("text/plain", "It rises.")]; }
        [TypeFormatterSource(typeof(Forms), PreferredMimeTypes = ["application/vnd.plotly.v1+json", "text/html", "text/plain"])] class Chart { }
        new Chart()
        """;

    [Fact]
    public async Task Refresh_PutsOutputsAndPicturesIn_AndKeepsThemWhileTheFigureIsTheSame()
    {
        Browser.Chromium.Require();
        using var folder = new TemporaryFolder();
        string notebook = folder.Notebook("n.ipynb", Figure);
        var first = await ArticleProcess.RunAsync("refresh", notebook);
        Assert.True(first.ExitCode == 0, first.Error);
        string refreshed = File.ReadAllText(notebook);
        var output = NotebookDocument.Load(notebook).Cells[1].Outputs[0];
        var again = await ArticleProcess.RunAsync(WithoutBrowser, "refresh", notebook);

        var picture = PictureAlbum.PictureOf(output);
        Assert.NotNull(picture);
        Assert.StartsWith("iVBOR", picture.Png, StringComparison.Ordinal);
        Assert.StartsWith("UklGR", picture.WebP, StringComparison.Ordinal);
        Assert.Equal("It rises.", Assert.IsType<ResultOutput>(output).Metadata["image/png"]!["alt"]!.ToString());
        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Equal(refreshed, File.ReadAllText(notebook));
    }

    [Fact]
    public async Task Refresh_WithAFigureToDrawAndNoBrowser_SaysSo_AndLeavesEveryNotebook()
    {
        using var folder = new TemporaryFolder();
        string plain = folder.Notebook("a.ipynb", "1 + 1");
        string figure = folder.Notebook("b.ipynb", Figure);
        string[] before = [File.ReadAllText(plain), File.ReadAllText(figure)];
        var outcome = await ArticleProcess.RunAsync(WithoutBrowser, "refresh", plain, figure);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("b.ipynb: 1 of its figures", Assert.Single(outcome.Complaints), StringComparison.Ordinal);
        Assert.Equal(before, (string[])[File.ReadAllText(plain), File.ReadAllText(figure)]);
    }

    [Fact]
    public async Task Refresh_OfAChapterWithAPictureOfItsOwn_WritesItsMainFigureThere()
    {
        Browser.Chromium.Require();
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["notebooks"]);
        Directory.CreateDirectory(folder["images"]);
        File.WriteAllText(folder["images/story.png"], "earlier");
        string notebook = folder.Notebook("notebooks/01-story.ipynb", Figure);
        File.WriteAllText(notebook, File.ReadAllText(notebook).Replace("\"tags\":[]", "\"tags\":[\"hero\"]", StringComparison.Ordinal));
        var outcome = await ArticleProcess.RunAsync("refresh", notebook);

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.Equal(
            PictureAlbum.PictureOf(NotebookDocument.Load(notebook).Cells[1].Outputs[0])!.Png,
            Convert.ToBase64String(File.ReadAllBytes(folder["images/story.png"])));
    }

    private static void WithoutBrowser(System.Diagnostics.ProcessStartInfo start) =>
        start.Environment["PATH"] = Path.GetDirectoryName(Environment.ProcessPath);
}
