using System.Runtime.Loader;
using InteractiveArticle.Kernel.Running;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Pictures;

namespace InteractiveArticle.Kernel.Tests.Chapters;

public sealed class ChapterRunTests
{
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
            await File.ReadAllTextAsync(path) == PictureAlbum.Keep(run.Document, committed).ToJson(),
            $"the committed outputs of {name} are stale; refresh them with: dotnet run --project src/Article -- refresh");
        Assert.Contains(AppDomain.CurrentDomain.GetAssemblies(), assembly =>
            assembly.GetName().Name == "FSharp.Core" && AssemblyLoadContext.GetLoadContext(assembly) != AssemblyLoadContext.Default);
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public void AChapter_CarriesAPictureOfEveryFigure_AndStaysSmall(string name)
    {
        string path = Path.Combine(Chapter.Folder, name);

        Assert.Empty(PictureAlbum.Missing(NotebookDocument.Load(path)));
        Assert.InRange(new FileInfo(path).Length, 1, 1_500_000);
    }
}
