using System.Runtime.Loader;
using InteractiveArticle.Kernel.Running;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Pictures;

namespace InteractiveArticle.Kernel.Tests.Chapters;

public sealed class ChapterRunTests
{
    private static readonly FigurePictures Pictures = new(Repository.PathOf("artifacts", "notebook", "pictures"));

    public static TheoryData<string> Chapters => [.. Chapter.Names];

    /// <summary>
    /// This process holds no part of the library, and the charting library brings its own copy of F#'s, as it must in the
    /// process of a foreign kernel, which may hold another version.
    /// </summary>
    [Theory]
    [MemberData(nameof(Chapters))]
    public async Task AChapter_InAHostThatKnowsNothingOfTheLibrary_GivesTheCommittedOutputs(string name)
    {
        string path = Path.Combine(Chapter.Folder, name);
        var committed = NotebookDocument.Load(path);
        var run = await NotebookRunner.RunAsync(committed, path, null, TestContext.Current.CancellationToken);

        Assert.True(run.FailedCell is null, run.FailedCell?.Error.Message);
        Assert.True(
            await File.ReadAllTextAsync(path) == run.Document.ToJson(),
            $"the committed outputs of {name} are stale; refresh them with: dotnet run --project src/Article -- refresh");
        Assert.Contains(AppDomain.CurrentDomain.GetAssemblies(), assembly =>
            assembly.GetName().Name == "FSharp.Core" && AssemblyLoadContext.GetLoadContext(assembly) != AssemblyLoadContext.Default);
    }

    [Fact]
    public void EveryCommittedPicture_IsOfAFigureThatAChapterShows_AndLiesBesideTheLibrary()
    {
        string[] used = [.. Chapter.Names.SelectMany(name => FigurePictures.FiguresIn(Chapter.Load(name).Document)).Select(FigurePictures.NameOf).Distinct().Order(StringComparer.Ordinal).SelectMany(name => (string[])[name + ".png", name + ".webp"])];

        Assert.All([Repository.PathOf("images", "figures"), Repository.PathOf("artifacts", "notebook", "pictures")], folder =>
            Assert.Equal(used, Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public void AChapter_CarriesAPictureOfEveryFigure_AndStaysSmall(string name)
    {
        string path = Path.Combine(Chapter.Folder, name);

        Assert.All(FigurePictures.FiguresIn(NotebookDocument.Load(path)), figure => Assert.True(Pictures.Has(figure), FigurePictures.NameOf(figure)));
        Assert.InRange(new FileInfo(path).Length, 1, 1_500_000);
    }
}
