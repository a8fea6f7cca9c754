using System.Globalization;
using System.Text.Json.Nodes;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Article.Tests.CommandLine;

/// <summary>What holds for every model that the command line can run.</summary>
public sealed class EveryModelTests
{
    public static TheoryData<string> Models => [.. ModelCatalog.All.Select(model => model.Name)];

    [Theory]
    [MemberData(nameof(Models))]
    public async Task OnOneProcessorAndOnMany_GivesTheSameResults(string name)
    {
        var one = await RunOnAsync(processors: 1, name);
        var many = await RunOnAsync(processors: 7, name);

        Assert.Equal(name, (string)one["model"]!);
        Assert.Equal(one["results"]!.ToJsonString(), many["results"]!.ToJsonString());
        Assert.Equal((long)one["performance"]!["events"]!, (long)many["performance"]!["events"]!);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task AsTableAndAsCsv_ShowsTheSameResults(string name)
    {
        var table = await ArticleProcess.RunAsync("simulate", name, "--replications", "2");
        var csv = await ArticleProcess.RunAsync("simulate", name, "--replications", "2", "--format", "csv");

        Assert.Equal((0, 0), (table.ExitCode, csv.ExitCode));
        Assert.Contains("seed 20170228", table.Output, StringComparison.Ordinal);
        string[] lines = csv.Output.TrimEnd().Split('\n');
        Assert.All(lines, line => Assert.Equal(lines[0].Split(',').Length, line.Split(',').Length));
        Assert.True(lines.Length > 1, "there are results");
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

    private static async Task<JsonNode> RunOnAsync(int processors, string name)
    {
        var outcome = await ArticleProcess.RunAsync(
            start => start.Environment["DOTNET_PROCESSOR_COUNT"] = processors.ToString(CultureInfo.InvariantCulture),
            "simulate", name, "--replications", "3", "--format", "json");
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        return JsonNode.Parse(outcome.Output)!;
    }
}
