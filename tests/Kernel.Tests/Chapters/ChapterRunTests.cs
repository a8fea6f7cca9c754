using System.Runtime.Loader;
using InteractiveArticle.Kernel.Running;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;
using InteractiveArticle.Notebook.Pictures;

namespace InteractiveArticle.Kernel.Tests.Chapters;

public sealed class ChapterRunTests
{
    private static readonly FigurePictures Pictures = new(Repository.PathOf("artifacts", "notebook", "pictures"));

    public static TheoryData<string> Notebooks => [.. Repository.NotebookNames];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task ANotebook_InAHostThatKnowsNothingOfTheLibrary_GivesTheCommittedOutputs(string name)
    {
        string path = Path.Combine(Chapter.Folder, name);
        var committed = NotebookDocument.Load(path);
        var run = await NotebookRunner.RunAsync(committed, path, null, TestContext.Current.CancellationToken);

        Assert.True(run.FailedCell is null, run.FailedCell?.Error.Message);
        Assert.True(
            await File.ReadAllTextAsync(path) == run.Document.WithoutPageForms().ToJson(),
            $"the committed outputs of {name} are stale; refresh them with: dotnet run --project src/Article -- refresh");
    }

    /// <summary>As they must in the process of a foreign kernel, which may hold another version of F#'s library.</summary>
    [Fact]
    public async Task ChapterFigures_AreDrawnByACopyOfTheChartingLibraryOfTheirOwn()
    {
        string path = Path.Combine(Chapter.Folder, Repository.Chapters[0]);
        await NotebookRunner.RunAsync(NotebookDocument.Load(path), path, null, TestContext.Current.CancellationToken);

        Assert.Contains(AppDomain.CurrentDomain.GetAssemblies(), assembly =>
            assembly.GetName().Name == "FSharp.Core" && AssemblyLoadContext.GetLoadContext(assembly) != AssemblyLoadContext.Default);
    }

    [Fact]
    public void EveryCommittedPicture_IsOfAFigureThatAChapterShows_AndLiesBesideTheLibrary()
    {
        NotebookDocument[] chapters = [.. Repository.Chapters.Select(name => Chapter.Load(name).Document)];
        string[] ofFigures = [.. chapters.SelectMany(FigurePictures.FiguresIn).Select(FigurePictures.NameOf).Distinct().Order(StringComparer.Ordinal).SelectMany(name => (string[])[name + ".png", name + ".webp"])];
        string[] ofScenes = [.. chapters.SelectMany(ScenesIn).Select(scene => Convert.ToBase64String(HeroPicture.PngOf(scene)!)).Distinct().Order(StringComparer.Ordinal)];

        Assert.All([Repository.PathOf("images", "figures"), Repository.PathOf("artifacts", "notebook", "pictures")], folder =>
        {
            var files = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToLookup(file => ofFigures.Contains(Path.GetFileName(file)));
            Assert.Equal(ofFigures, files[true].Select(Path.GetFileName));

            // A file does not keep what names the picture of a scene, but the picture itself.
            Assert.Equal(ofScenes, files[false].Select(file => Convert.ToBase64String(File.ReadAllBytes(file))).Order(StringComparer.Ordinal));
        });
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void ANotebook_CarriesAPictureOfEveryFigureAndScene_AndStaysSmall(string name)
    {
        string path = Path.Combine(Chapter.Folder, name);
        var document = NotebookDocument.Load(path);

        Assert.All(FigurePictures.FiguresIn(document), figure => Assert.True(Pictures.Has(figure), FigurePictures.NameOf(figure)));
        Assert.All(ScenesIn(document), scene => Assert.NotNull(HeroPicture.PngOf(scene)));
        Assert.InRange(new FileInfo(path).Length, 1, 1_500_000);
    }

    private static IEnumerable<Output> ScenesIn(NotebookDocument document) =>
        document.Cells.SelectMany(cell => cell.Outputs).Where(Chapter.ShowsScene);
}
