using System.Globalization;
using System.Text.Json.Nodes;

namespace InteractiveArticle.Article.Tests.CommandLine;

public sealed class SimulateTests
{
    [Fact]
    public async Task Outage_AsJson_PrintsTheMilestonesOfTheRecord()
    {
        var outcome = await ArticleProcess.RunAsync("simulate", "outage", "--format", "json");
        var json = JsonNode.Parse(outcome.Output)!;

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("outage", (string)json["model"]!);
        Assert.Equal(0.45, (double)json["parameters"]!["removed"]!);
        foreach (var (name, minutes) in new[] { ("dashboardMinutes", 120), ("getFirstMinutes", 169), ("getFullMinutes", 221), ("putFullMinutes", 257) })
        {
            Assert.Equal(minutes, (double)json["results"]![name]!, tolerance: 5.0);
            Assert.True((double)json["results"]![name + "HalfWidth"]! > 0);
        }

        Assert.True((long)json["performance"]!["events"]! > 0);
    }

    [Fact]
    public async Task Queue_AgreesWithErlangC_ForTheSeedGiven()
    {
        var json = JsonNode.Parse((await ArticleProcess.RunAsync("simulate", "queue", "--set", "arrivalRate=0.5", "--seed", "5", "--replications", "8", "--format", "json")).Output)!;

        Assert.Equal((5, 8), ((int)json["seed"]!, (int)json["replications"]!));
        Assert.Equal(1, (double)json["results"]!["meanWait"]!, tolerance: 2 * (double)json["results"]!["meanWaitHalfWidth"]!);
    }

    [Fact]
    public async Task Outage_AsCsv_PrintsTheDayMinuteByMinute()
    {
        string[] lines = (await ArticleProcess.RunAsync("simulate", "outage", "--format", "csv")).Output.TrimEnd().Split('\n');

        Assert.Equal("minute,indexCapacity,placementCapacity,getSuccess,putSuccess,dashboardTruthful,dependantsNormal,backlog", lines[0]);
        Assert.True(lines.Length - 1 >= 301, "a line a minute, for five hours at least");
        Assert.All(lines.Skip(1), line => Assert.Equal(8, line.Split(',').Count(cell => double.TryParse(cell, CultureInfo.InvariantCulture, out _))));
    }

    [Fact]
    public async Task Queue_AsCsvAndTable_PrintsItsResults()
    {
        string[] arguments = ["simulate", "queue", "--set", "customers=2000", "--set", "warmup=0"];

        Assert.StartsWith("name,value,halfWidth,unit\nmeanWait,", (await ArticleProcess.RunAsync([.. arguments, "--format", "csv"])).Output, StringComparison.Ordinal);
        Assert.Contains("customers=2000 warmup=0 · seed 20170228", (await ArticleProcess.RunAsync(arguments)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneReplication_AsJson_HasNoInterval_AndSaysSo()
    {
        var json = JsonNode.Parse((await ArticleProcess.RunAsync("simulate", "bill", "--replications", "1", "--format", "json")).Output)!;
        var results = json["results"]!.AsObject();

        Assert.True(results["totalDollars"] is not null);
        Assert.True(results.TryGetPropertyValue("totalDollarsHalfWidth", out var halfWidth) && halfWidth is null);
        Assert.False(results.ContainsKey("storageDollarsHalfWidth"));
        Assert.Empty(json["warnings"]!.AsArray());
        Assert.Equal(("$/month", "The whole bill."), json["measures"]!.AsArray().Where(measure => (string)measure!["name"]! == "totalDollars").Select(measure => ((string)measure!["unit"]!, (string)measure["description"]!)).Single());
    }

    // Of some storms the fleet recovers and of others it does not: the mean of the times is of the former.
    [Fact]
    public async Task AResultThatSomeReplicationsDoNotHave_SaysOfHowManyItIs()
    {
        string[] arguments = ["simulate", "retry-storm", "--set", "horizon=100", "--set", "load=130", "--set", "queueLimit=300", "--replications", "8"];
        var json = JsonNode.Parse((await ArticleProcess.RunAsync([.. arguments, "--format", "json"])).Output)!;
        int leftOut = (int)json["leftOut"]!["recoverySeconds"]!;

        Assert.InRange(leftOut, 1, 7);
        Assert.Equal(Math.Round(8 * (double)json["results"]!["outlived"]!), leftOut);
        Assert.Equal(["recoverySeconds"], json["leftOut"]!.AsObject().Select(pair => pair.Key));
        Assert.Contains($"\nrecoverySeconds: the mean of {8 - leftOut} of the 8 replications; the others have no such value\n", (await ArticleProcess.RunAsync(arguments)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Series_AsJson_HasItsColumnsWithTheirMeanings()
    {
        var json = JsonNode.Parse((await ArticleProcess.RunAsync("simulate", "elasticity", "--replications", "1", "--series", "spikeMinutes", "--format", "json")).Output)!;

        Assert.Equal("spikeMinutes", (string)json["series"]!);
        Assert.Equal("d", (string)json["columns"]![0]!["unit"]!);
        Assert.NotEmpty(json["rows"]!.AsArray());
        Assert.All(json["rows"]!.AsArray(), row => Assert.Equal(json["columns"]!.AsArray().Count, row!.AsArray().Count));
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("csv")]
    public async Task List_ShowsEveryParameter(string format)
    {
        var outcome = await ArticleProcess.RunAsync("simulate", "--list", "--format", format);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("outage", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("serviceCv", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no such model; there are queue, ", "simulate", "nope")]
    [InlineData("which model?", "simulate")]
    [InlineData("servers = 0: not allowed; servers (number of servers) takes a whole number from 1 to 10000", "simulate", "queue", "--set", "servers=0")]
    [InlineData("queue has no such parameter; it has arrivalRate", "simulate", "queue", "--set", "speed=1")]
    [InlineData("write it as name=value", "simulate", "queue", "--set", "servers")]
    [InlineData("servers is set twice", "simulate", "queue", "--set", "servers=1", "--set", "servers=2")]
    [InlineData("replications = -1: not allowed", "simulate", "queue", "--replications", "-1")]
    [InlineData("would grow for ever", "simulate", "queue", "--set", "arrivalRate=2")]
    [InlineData("outge: no such model (did you mean outage?); there are queue, ", "simulate", "outge")]
    [InlineData("outge: no such model (did you mean outage?); there are queue, ", "simulate", "outge", "--help")]
    [InlineData("server: queue has no such parameter (did you mean servers?); it has arrivalRate", "simulate", "queue", "--set", "server=1")]
    [InlineData("--series hour: elasticity has no such series (did you mean hours?); it has hours, spikeMinutes", "simulate", "elasticity", "--series", "hour")]
    [InlineData("--series waits: queue has no series; leave --series out", "simulate", "queue", "--series", "waits")]
    [InlineData("--series hours: a series is printed as csv or json; leave out --format table", "simulate", "elasticity", "--series", "hours", "--format", "table")]
    [InlineData("a sweep prints results; leave out --sweep", "simulate", "outage", "--series", "minutes", "--sweep", "removed=0:1:0.5")]
    [InlineData("--list runs no model; leave out --set, --sweep and --series", "simulate", "--list", "--set", "removed=0.3")]
    public async Task BadInput_GetsOneLine(string words, params string[] arguments)
    {
        var outcome = await ArticleProcess.RunAsync(arguments);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains(words, Assert.Single(outcome.Complaints), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bogus")]
    [InlineData("simulate", "queue", "--format", "xml")]
    [InlineData("simulate", "queue", "--seed", "x")]
    [InlineData("run")]
    [InlineData("simulate", "queue", "--replications", "1e4.5")]
    [InlineData("--port", "70000")]
    [InlineData("--port", "http")]
    [InlineData("")]
    [InlineData("run", "")]
    [InlineData("export", "--output", "")]
    [InlineData("kernel", "uninstall", "--prefix=")]
    public async Task ALineThatCannotBeUnderstood_GetsOneLine_AndAnotherExitCode(params string[] arguments)
    {
        var outcome = await ArticleProcess.RunAsync(arguments);

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith("article: ", Assert.Single(outcome.Complaints), StringComparison.Ordinal);
    }
}
