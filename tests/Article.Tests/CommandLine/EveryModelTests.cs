using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InteractiveArticle.Article.Terminal;
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
            report.Results.Select(result => string.Join(' ', [result.Name, Rounded(result.Value) ?? "never", Rounded(result.HalfWidth) ?? "", result.Unit, LibraryDocumentation.MeaningOf(result.Measure)]).Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            table.Output.Split('\n').Skip(1).Take(report.Results.Count).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains("seed 20170228", table.Output, StringComparison.Ordinal);
        Assert.Equal(
            report.Series is [var series, ..]
                ? [string.Join(',', series.Columns), .. series.Rows.Select(row => string.Join(',', row.Select(value => Exact(value))))]
                : ["name,value,halfWidth,unit", .. report.Results.Select(result => $"{result.Name},{Exact(result.Value)},{Exact(result.HalfWidth)},{result.Unit}")],
            csv.Output.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task EveryResult_EverySeries_AndEveryColumn_HasASentence(string name)
    {
        var model = ModelCatalog.Find(name);
        var json = JsonNode.Parse((await ArticleProcess.RunAsync("simulate", name, "--list", "--format", "json")).Output)![0]!;

        Assert.Equal(model.Results.Select(result => (result.Name, result.Unit)), json["results"]!.AsArray().Select(result => ((string)result!["name"]!, (string)result["unit"]!)));
        Assert.Equal(model.Rules, json["rules"]!.AsArray().Select(rule => (string)rule!));
        Assert.Equal(model.Series.Select(series => series.Name), json["series"]!.AsArray().Select(series => (string)series!["name"]!));
        Assert.Equal(model.Series.SelectMany(series => series.Columns).Select(column => column.Name), json["series"]!.AsArray().SelectMany(series => series!["columns"]!.AsArray()).Select(column => (string)column!["name"]!));
        Assert.All(
            [.. json["results"]!.AsArray(), .. json["series"]!.AsArray(), .. json["series"]!.AsArray().SelectMany(series => series!["columns"]!.AsArray())],
            told => Assert.Matches(@"^\S[^\n<>]{3,}\.$", (string)told!["description"]!));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task HelpAndList_TellOfEveryParameter_Result_AndColumn(string name)
    {
        var model = ModelCatalog.Find(name);
        string help = (await ArticleProcess.RunAsync("simulate", name, "--help")).Output;
        string table = (await ArticleProcess.RunAsync("simulate", "--list", name)).Output;
        string csv = (await ArticleProcess.RunAsync("simulate", name, "--list", "--format", "csv")).Output;

        Assert.Contains("--sweep", help, StringComparison.Ordinal);
        Assert.EndsWith(table, help, StringComparison.Ordinal);
        Assert.All(model.Parameters, parameter => Assert.Matches($@"(?m)^\s*{parameter.Name}\s+{Regex.Escape(parameter.DefaultText)}\s.*{Regex.Escape(parameter.Description)}", table));
        Assert.All(model.Rules, rule =>
        {
            Assert.Contains($"\ntogether: {rule}\n", table, StringComparison.Ordinal);
            Assert.Contains($"\n{name},rule,,,,,{rule}\n", csv, StringComparison.Ordinal);
        });
        Assert.Equal(model.Results.Any(result => result.IsEstimate), table.Contains("is left out of its mean", StringComparison.Ordinal));
        Assert.All(model.Results, result => Assert.Matches($@"(?m)^\s*{result.Name}\s+{Regex.Escape(result.Unit)}\s+{Regex.Escape(LibraryDocumentation.MeaningOf(result))}", table));
        Assert.All(model.Series, series =>
        {
            Assert.Contains($"--series {series.Name}: {LibraryDocumentation.MeaningOf(series)}", table, StringComparison.Ordinal);
            Assert.All(series.Columns, column => Assert.Matches($@"(?m)^\s*{column.Name}\s+{Regex.Escape(column.Unit)}\s+{Regex.Escape(LibraryDocumentation.MeaningOf(column))}", table));
            Assert.Contains($"\n{name},series,{series.Name},", csv, StringComparison.Ordinal);
            Assert.All(series.Columns, column => Assert.Contains($"\n{name},column,{series.Name}.{column.Name},", csv, StringComparison.Ordinal));
        });
        Assert.All(model.Results, result => Assert.Contains($"\n{name},result,{result.Name},", csv, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task EverySeries_CanBeHadByItsName(string name)
    {
        var report = ModelCatalog.Find(name).Run(new Dictionary<string, string>(), new() { Replications = 2 });
        foreach (var series in report.Series)
        {
            var csv = await ArticleProcess.RunAsync("simulate", name, "--replications", "2", "--series", series.Name);

            Assert.Equal(0, csv.ExitCode);
            Assert.Equal(
                [string.Join(',', series.Columns), .. series.Rows.Select(row => string.Join(',', row.Select(value => Exact(value))))],
                csv.Output.TrimEnd('\n').Split('\n'));
        }
    }

    [Fact]
    public async Task List_ShowsEveryModel()
    {
        var list = JsonNode.Parse((await ArticleProcess.RunAsync("simulate", "--list", "--format", "json")).Output)!.AsArray();
        var table = (await ArticleProcess.RunAsync("simulate", "--list")).Output;

        Assert.Equal(ModelCatalog.All.Select(model => model.Name), list.Select(model => (string)model!["model"]!));
        Assert.All(ModelCatalog.All, model => Assert.Contains($"{model.Name}: {model.Summary}", table, StringComparison.Ordinal));
        Assert.All(ModelCatalog.All, model => Assert.Equal(
            model.Parameters.Select(parameter => parameter.Name), list.Single(listed => (string)listed!["model"]! == model.Name)!["parameters"]!.AsArray().Select(parameter => (string)parameter!["name"]!)));
    }

    private static string? Rounded(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture);

    private static string? Exact(double? value) => value is null or double.NaN ? null : value.Value.ToString("R", CultureInfo.InvariantCulture);

    private static async Task<string> FingerprintAsync(GoldenRun run, int processors)
    {
        var outcome = await ArticleProcess.RunAsync(
            start => start.Environment["DOTNET_PROCESSOR_COUNT"] = processors.ToString(CultureInfo.InvariantCulture),
            ["simulate", run.Model, "--replications", $"{run.Replications}", "--format", "json", .. run.Settings.SelectMany(setting => (string[])["--set", $"{setting.Key}={setting.Value}"])]);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        return (string)JsonNode.Parse(outcome.Output)!["fingerprint"]!;
    }
}
