using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InteractiveArticle.Article.Tests.Browser;
using InteractiveArticle.Notebook.Documents;
using InteractiveArticle.Notebook.Outputs;
using Microsoft.Playwright;

namespace InteractiveArticle.VsCode.Tests;

/// <summary>The committed notebooks as VS Code shows them, without an extension and without a kernel.</summary>
public sealed partial class NotebookTests : IClassFixture<RunningVsCode>
{
    // As much of what sets frames apart as the edges of letters make, and what moves between two frames.
    private const double WorstMisfit = 0.1;

    private readonly RunningVsCode vsCode;

    public NotebookTests(RunningVsCode vsCode)
    {
        CodeServer.Installation.Require();
        Chromium.Require();
        this.vsCode = vsCode;
    }

    // In one go, as VS Code takes longer to start than to open a chapter.
    [Fact]
    public async Task InRestrictedMode_AChapterShowsAllOutputs_AndItsScenesPlayTheirFilm()
    {
        await using var reader = await Reader.OpenAsync(vsCode, isTrusted: false, isDark: false);
        await using var plain = await vsCode.Browser.NewContextAsync(new() { ColorScheme = ColorScheme.Light });
        foreach (string chapter in Repository.Chapters)
        {
            var outputs = OutputsOf(chapter);
            var films = new List<Film>();
            foreach (string source in ScenesOf(outputs))
            {
                films.Add(await Film.OfAsync(plain, source));
            }

            await ShowsAllOutputsAsync(reader, chapter, outputs);
            for (int scene = 0; scene < films.Count; scene++)
            {
                await PlaysAsync(reader, scene, films[scene], $"scene {scene + 1} of {chapter}");
                await films[scene].CloseAsync();
            }
        }
    }

    [Fact]
    public async Task InATrustedFolder_InTheDark_AChapterShowsAllOutputs_AndItsScenesMove()
    {
        await using var reader = await Reader.OpenAsync(vsCode, isTrusted: true, isDark: true);
        foreach (string chapter in Repository.Chapters)
        {
            var outputs = OutputsOf(chapter);
            await ShowsAllOutputsAsync(reader, chapter, outputs);
            for (int scene = 0; scene < ScenesOf(outputs).Count; scene++)
            {
                string name = $"scene {scene + 1} of {chapter}";
                var clock = Stopwatch.StartNew();
                byte[] first = await reader.PhotographAsync(scene);
                byte[] next;
                do
                {
                    Assert.True(clock.Elapsed.TotalMilliseconds < Chromium.PatienceMilliseconds, $"{name} stands still");
                    next = await reader.PhotographAsync(scene);
                }
                while (next.AsSpan().SequenceEqual(first));
            }
        }
    }

    /// <summary>But for the order of names, which VS Code sorts.</summary>
    [Fact]
    public async Task WhatIsSaved_IsWhatWasEdited_AndNothingElse()
    {
        const string Chapter = "03-staples.ipynb";
        var expected = JsonNode.Parse(File.ReadAllText(vsCode.Server.PathOf(Chapter)))!;
        var edited = expected["cells"]!.AsArray().First(cell => (string)cell!["cell_type"]! == "code")!;
        await using var reader = await Reader.OpenAsync(vsCode, isTrusted: false, isDark: false);
        await reader.ShowAsync(Chapter);

        await reader.WriteAtTheTopAsync("// mine", () => File.ReadAllText(vsCode.Server.PathOf(Chapter)).Contains("// mine", StringComparison.Ordinal));

        // A cell that says something else has not run.
        edited["source"]![0] = "// mine" + (string)edited["source"]![0]!;
        edited["execution_count"] = null;
        string saved = File.ReadAllText(vsCode.Server.PathOf(Chapter));
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(saved)), "VS Code has saved something else");
        Assert.Equal(File.ReadAllText(Repository.PathOf("notebooks", Chapter)).Count(letter => letter == '\n'), saved.Count(letter => letter == '\n'));
    }

    private static async Task ShowsAllOutputsAsync(Reader reader, string chapter, List<Output> outputs)
    {
        await reader.ShowAsync(chapter);
        string[] shown = await reader.OutputsAsync(outputs.Count);
        Assert.True(shown.All(output => output.Length > 0), $"{chapter}: output {Array.IndexOf(shown, "") + 1} is blank");
        await Assertions.Expect(reader.Scenes).ToHaveCountAsync(ScenesOf(outputs).Count);
    }

    /// <summary>Takes photographs until one shows another frame, which has to be the one that the film has come to by then.</summary>
    private static async Task PlaysAsync(Reader reader, int scene, Film film, string name)
    {
        var clock = Stopwatch.StartNew();
        double[] first = await film.DistancesAsync(await reader.PhotographAsync(scene));
        double firstTaken = clock.Elapsed.TotalSeconds;
        double[] next;
        double before, after;
        do
        {
            Assert.True(clock.Elapsed.TotalMilliseconds < Chromium.PatienceMilliseconds, $"{name} stands still");
            before = clock.Elapsed.TotalSeconds;
            byte[] photograph = await reader.PhotographAsync(scene);
            after = clock.Elapsed.TotalSeconds;
            next = await film.DistancesAsync(photograph);
        }
        while (Array.IndexOf(next, next.Min()) == Array.IndexOf(first, first.Min()));

        double misfit = film.Misfit(first, next, before - firstTaken, after);
        Assert.True(misfit < WorstMisfit, $"{name} shows after {before - firstTaken:0.0} to {after:0.0} s what its film does not come to by then; they differ by {misfit:0.00} of what sets frames apart");
    }

    private List<Output> OutputsOf(string chapter) => [.. NotebookDocument.Load(vsCode.Server.PathOf(chapter)).Cells.SelectMany(cell => cell.Outputs)];

    private static List<string> ScenesOf(IEnumerable<Output> outputs) =>
        [.. outputs.Select(output => PictureOfAScene().Match(output.Forms?.Find("text/markdown") ?? "")).Where(match => match.Success).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("""src="(data:image/svg\+xml;base64,[^"]+)""")]
    private static partial Regex PictureOfAScene();
}
