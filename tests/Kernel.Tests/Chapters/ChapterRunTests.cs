using System.Runtime.Loader;
using InteractiveArticle.Kernel.Running;
using InteractiveArticle.Notebook.Documents;
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
            await File.ReadAllTextAsync(path) == run.Document.ToJson(),
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
        string[] used = [.. Repository.Chapters.SelectMany(name => FigurePictures.FiguresIn(Chapter.Load(name).Document)).Select(FigurePictures.NameOf).Distinct().Order(StringComparer.Ordinal).SelectMany(name => (string[])[name + ".png", name + ".webp"])];

        Assert.All([Repository.PathOf("images", "figures"), Repository.PathOf("artifacts", "notebook", "pictures")], folder =>
            Assert.Equal(used, Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void ANotebook_CarriesAPictureOfEveryFigure_AndStaysSmall(string name)
    {
        string path = Path.Combine(Chapter.Folder, name);

        Assert.All(FigurePictures.FiguresIn(NotebookDocument.Load(path)), figure => Assert.True(Pictures.Has(figure), FigurePictures.NameOf(figure)));
        Assert.InRange(new FileInfo(path).Length, 1, 1_500_000);
    }
}
