using System.Runtime.Loader;
using System.Text.RegularExpressions;
using InteractiveArticle.Kernel.Running;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;

namespace InteractiveArticle.Kernel.Tests.Chapters;

public sealed partial class ChapterRunTests
{
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
        // A file keeps no more of a figure or a scene than its pictures.
        var shown = Repository.Chapters.SelectMany(name => Chapter.Load(name).Code).SelectMany(cell => cell.Outputs).Select(Chapter.FormsOf).OfType<MimeBundle>().ToArray();
        string[] pngs = [.. shown.Select(forms => forms.Find(MimeTypes.Png)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        string[] webPs = [.. shown.SelectMany(forms => WebP().Matches(forms.Find(MimeTypes.Markdown) ?? "")).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

        Assert.All([Repository.PathOf("images", "figures"), Repository.PathOf("artifacts", "notebook", "pictures")], folder =>
        {
            Assert.Equal(pngs, Contents(folder, "*.png"));
            Assert.Equal(webPs, Contents(folder, "*.webp"));
        });
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void ANotebook_CarriesAPictureOfEveryFigureAndScene_AndStaysSmall(string name)
    {
        string path = Path.Combine(Chapter.Folder, name);
        var document = NotebookDocument.Load(path);

        var pictures = document.Cells.SelectMany(cell => cell.Outputs).Select(output => output.Forms).OfType<MimeBundle>().Where(forms => forms.Find(MimeTypes.Markdown)?.Contains("<img", StringComparison.Ordinal) ?? false);
        Assert.All(pictures, forms => Assert.NotNull(forms.Find(MimeTypes.Png)));
        Assert.InRange(new FileInfo(path).Length, 1, 1_500_000);
    }

    private static IEnumerable<string> Contents(string folder, string pattern) =>
        Directory.GetFiles(folder, pattern).Select(file => Convert.ToBase64String(File.ReadAllBytes(file))).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex("data:image/webp;base64,([^\"]+)")]
    private static partial Regex WebP();
}
