using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;
using InteractiveArticle.Notebook.Pictures;

namespace InteractiveArticle.Article.Tests.CommandLine;

/// <summary>"article refresh" in a checkout of the test's own, with the library that the repository was built with.</summary>
public sealed class RefreshTests : IDisposable
{
    private const string Figure = """
        #r "../artifacts/notebook/InteractiveArticle.dll"
        using InteractiveArticle.Figures.Drawing;
        new Figure { Title = "T", Finding = "It rises.", X = new("x"), Y = new("y"), Series = [new("s", SeriesShape.Line, ColorRole.Main, [1, 2], [3, 4])] }
        """;

    private const string Scene = """
        #r "../artifacts/notebook/InteractiveArticle.dll"
        using InteractiveArticle.Figures.Outage;
        using InteractiveArticle.Simulation.Outage;
        MorningScene.Of(OutageSimulation.Run(new(), new() { Replications = 1 }), 0.25)
        """;

    private readonly TemporaryFolder folder = new();

    public RefreshTests()
    {
        File.WriteAllText(folder["InteractiveArticle.sln"], "");
        Directory.CreateDirectory(folder["notebooks"]);
        Directory.CreateDirectory(folder["artifacts", "notebook"]);
        foreach (string library in Directory.GetFiles(Repository.PathOf("artifacts", "notebook"), "*.dll"))
        {
            File.Copy(library, folder["artifacts", "notebook", Path.GetFileName(library)]);
        }

        Directory.CreateSymbolicLink(folder["artifacts", "notebook", "charting"], Repository.PathOf("artifacts", "notebook", "charting"));
    }

    [Fact]
    public async Task Refresh_DrawsWhatHasNoPicture_PutsItIn_AndKeepsItWhileTheFigureIsTheSame()
    {
        Browser.Chromium.Require();
        string notebook = folder.Notebook("notebooks/n.ipynb", Figure);
        var first = await RefreshAsync(notebook);
        Assert.True(first.ExitCode == 0, first.Error);
        string refreshed = File.ReadAllText(notebook);
        var output = Assert.IsType<ResultOutput>(NotebookDocument.Load(notebook).Cells[1].Outputs[0]);
        var again = await RefreshAsync(WithoutBrowser, notebook);

        byte[] picture = File.ReadAllBytes(Assert.Single(Directory.GetFiles(folder["images", "figures"], "*.webp")));
        Assert.Equal("RIFF"u8, picture[..4]);
        Assert.Contains($"<img alt=\"T. It rises.\" width=\"640\" height=\"360\" style=\"max-width:100%;height:auto\" src=\"data:image/webp;base64,{Convert.ToBase64String(picture)}\">", output.Data[MimeTypes.Markdown], StringComparison.Ordinal);
        Assert.Equal("PNG"u8, HeroPicture.PngOf(output)![1..4]);
        Assert.Equal("""{"image/png":{"alt":"T. It rises.","height":360,"width":640}}""", output.Metadata.ToJsonString());
        Assert.Equal(Directory.GetFiles(folder["images", "figures"]).Select(Path.GetFileName).Order(), Directory.GetFiles(folder["artifacts", "notebook", "pictures"]).Select(Path.GetFileName).Order());
        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Equal(refreshed, File.ReadAllText(notebook));
    }

    [Fact]
    public async Task Refresh_OfAScene_KeepsItsMarkdownAndItsPicture_AndNotWhatOnlyThePageShows()
    {
        Browser.Chromium.Require();
        string notebook = folder.Notebook("notebooks/n.ipynb", Scene);
        var first = await RefreshAsync();
        Assert.True(first.ExitCode == 0, first.Error);
        string refreshed = File.ReadAllText(notebook);
        var output = Assert.IsType<ResultOutput>(NotebookDocument.Load(notebook).Cells[1].Outputs[0]);
        var again = await RefreshAsync(WithoutBrowser);

        Assert.Equal([MimeTypes.Markdown, MimeTypes.Text, MimeTypes.Png], output.Data.MimeTypes);
        Assert.Equal(640, PngSize.Of(HeroPicture.PngOf(output)).Width);
        Assert.Equal(HeroPicture.PngOf(output), File.ReadAllBytes(Assert.Single(Directory.GetFiles(folder["images", "figures"]))));
        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Equal(refreshed, File.ReadAllText(notebook));
    }

    [Fact]
    public async Task Refresh_OfAllChapters_DeletesThePicturesThatNoneOfThemShows()
    {
        Browser.Chromium.Require();
        string notebook = folder.Notebook("notebooks/n.ipynb", Figure);
        Assert.Equal(0, (await RefreshAsync(notebook)).ExitCode);
        string[] first = Directory.GetFiles(folder["images", "figures"]);
        folder.Notebook("notebooks/n.ipynb", Figure.Replace("It rises", "It goes up", StringComparison.Ordinal));
        Assert.Equal(0, (await RefreshAsync(notebook)).ExitCode);
        string[] both = Directory.GetFiles(folder["images", "figures"]);
        Assert.Superset(first.ToHashSet(), both.ToHashSet());
        var all = await RefreshAsync();

        Assert.True(all.ExitCode == 0, all.Error);
        Assert.Equal(both.Except(first).Order(), Directory.GetFiles(folder["images", "figures"]).Order());
        Assert.Equal(2, Directory.GetFiles(folder["artifacts", "notebook", "pictures"]).Length);
    }

    [Fact]
    public async Task Refresh_WithAFigureToDrawAndNoBrowser_SaysSo_AndLeavesEveryNotebook()
    {
        string plain = folder.Notebook("notebooks/a.ipynb", "1 + 1");
        string figure = folder.Notebook("notebooks/b.ipynb", Figure);
        string[] before = [File.ReadAllText(plain), File.ReadAllText(figure)];
        var outcome = await RefreshAsync(WithoutBrowser, plain, figure);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("b.ipynb: 1 of its figures", Assert.Single(outcome.Complaints), StringComparison.Ordinal);
        Assert.Equal(before, (string[])[File.ReadAllText(plain), File.ReadAllText(figure)]);
    }

    [Fact]
    public async Task Refresh_OfAChapterWithAPictureOfItsOwn_WritesItsMainFigureThere()
    {
        Browser.Chromium.Require();
        Directory.CreateDirectory(folder["images"]);
        File.WriteAllText(folder["images/story.png"], "earlier");
        string notebook = folder.Notebook("notebooks/01-story.ipynb", Figure);
        File.WriteAllText(notebook, File.ReadAllText(notebook).Replace("\"tags\":[]", "\"tags\":[\"hero\"]", StringComparison.Ordinal));
        var outcome = await RefreshAsync(notebook);

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.Equal(HeroPicture.Of(NotebookDocument.Load(notebook)), File.ReadAllBytes(folder["images/story.png"]));
    }

    [Fact]
    public async Task Refresh_WherePicturesCannotBeKept_SaysSo_AndLeavesTheNotebook()
    {
        Browser.Chromium.Require();
        string notebook = folder.Notebook("notebooks/n.ipynb", Figure);
        string before = File.ReadAllText(notebook);
        File.WriteAllText(folder["images"], "a file in the way");
        var outcome = await RefreshAsync(notebook);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("n.ipynb: the pictures of its figures cannot be kept: ", Assert.Single(outcome.Complaints), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(notebook));
    }

    public void Dispose()
    {
        Directory.Delete(folder["artifacts", "notebook", "charting"]);
        folder.Dispose();
    }

    private Task<Outcome> RefreshAsync(params string[] notebooks) => RefreshAsync(_ => { }, notebooks);

    private Task<Outcome> RefreshAsync(Action<System.Diagnostics.ProcessStartInfo> prepare, params string[] notebooks) => ArticleProcess.RunAsync(
        start =>
        {
            start.WorkingDirectory = folder.Path;
            prepare(start);
        },
        ["refresh", .. notebooks]);

    private static void WithoutBrowser(System.Diagnostics.ProcessStartInfo start) =>
        start.Environment["PATH"] = Path.GetDirectoryName(Environment.ProcessPath);
}
