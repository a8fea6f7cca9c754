using System.Globalization;
using System.Text.Json.Nodes;
using InteractiveArticle.Simulation;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Tests.Golden;

namespace InteractiveArticle.Article.Tests.CommandLine;

/// <summary>What holds for every model that the command line can run.</summary>
public sealed class EveryModelTests
{
    public static TheoryData<string> Models => [.. ModelCatalog.All.Select(model => model.Name)];

    [Theory]
    [MemberData(nameof(Models))]
    public async Task OnOneProcessorAndOnMany_GivesTheGoldenFingerprints(string name)
    {
        foreach (var run in GoldenRun.All.Where(run => run.Model == name))
        {
            Assert.Equal(run.Fingerprint, await FingerprintAsync(run, processors: 1));
            Assert.Equal(run.Fingerprint, await FingerprintAsync(run, processors: 7));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task AsTableAndAsCsv_ShowsTheSameResults(string name)
    {
        var report = ModelCatalog.Find(name).Run(new Dictionary<string, string>(), new() { Replications = 2 });
        var table = await ArticleProcess.RunAsync("simulate", name, "--replications", "2");
        var csv = await ArticleProcess.RunAsync("simulate", name, "--replications", "2", "--format", "csv");

        Assert.Equal((0, 0), (table.ExitCode, csv.ExitCode));
        Assert.Equal(
            report.Results.Select(result => string.Join(' ', [result.Name, Rounded(result.Value) ?? "never", Rounded(result.HalfWidth) ?? "", result.Unit]).Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            table.Output.Split('\n').Skip(1).Take(report.Results.Count).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains("seed 20170228", table.Output, StringComparison.Ordinal);
        Assert.Equal(
            report.Series is [var series, ..]
                ? [string.Join(',', series.Columns), .. series.Rows.Select(row => string.Join(',', row.Select(value => Exact(value))))]
                : ["name,value,halfWidth,unit", .. report.Results.Select(result => $"{result.Name},{Exact(result.Value)},{Exact(result.HalfWidth)},{result.Unit}")],
            csv.Output.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task List_ShowsEveryModelWithItsParametersUnitsRangesAndDefaults()
    {
        var list = JsonNode.Parse((await ArticleProcess.RunAsync("simulate", "--list", "--format", "json")).Output)!.ToJsonString();
        var table = (await ArticleProcess.RunAsync("simulate", "--list")).Output;

        Assert.All(ModelCatalog.All, model =>
        {
            Assert.Contains($"\"{model.Name}\"", list, StringComparison.Ordinal);
            Assert.Contains(model.Name, table, StringComparison.Ordinal);
            Assert.All(model.Parameters, parameter => Assert.Contains($"\"{parameter.Name}\"", list, StringComparison.Ordinal));
        });
    }

    private static string? Rounded(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture);

    private static string? Exact(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    private static async Task<string> FingerprintAsync(GoldenRun run, int processors)
    {
        var outcome = await ArticleProcess.RunAsync(
            start => start.Environment["DOTNET_PROCESSOR_COUNT"] = processors.ToString(CultureInfo.InvariantCulture),
            ["simulate", run.Model, "--replications", $"{run.Replications}", "--format", "json", .. run.Settings.SelectMany(setting => (string[])["--set", $"{setting.Key}={setting.Value}"])]);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        return (string)JsonNode.Parse(outcome.Output)!["fingerprint"]!;
    }
}
