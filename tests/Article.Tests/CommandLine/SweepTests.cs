using System.Globalization;
using System.Text.Json.Nodes;
using InteractiveArticle.Article.Sweeping;
using InteractiveArticle.Simulation;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Article.Tests.CommandLine;

public sealed class SweepTests
{
    private static readonly Dictionary<string, string> Small = new() { ["customers"] = "200", ["warmup"] = "0" };

    private static Model Queue => ModelCatalog.Find("queue");

    [Theory]
    [InlineData("arrivalRate=0.1:0.3:0.05", "0.1 0.15 0.2 0.25 0.3")]
    [InlineData("arrivalRate=0.1:0.29:0.1", "0.1 0.2")]
    [InlineData("arrivalRate=0.3:0.1:-0.1", "0.3 0.2 0.1")]
    [InlineData("arrivalRate= .5 : 0.5 : 1 ", "0.5")]
    [InlineData("servers=1:10:3", "1 4 7 10")]
    [InlineData("customers=1e3:3e3:1e3", "1000 2000 3000")]
    public void Range_HasTheValuesThatAPersonWouldWrite(string text, string values) =>
        Assert.Equal(values.Split(' '), SweepRange.Read(text, Queue).Values);

    [Fact]
    public void Range_OfManySteps_GathersNoError() =>
        Assert.Equal(Enumerable.Range(1, 900).Select(i => (i / 1000m).ToString("G29", CultureInfo.InvariantCulture)), SweepRange.Read("arrivalRate=0.001:0.9:0.001", Queue).Values);

    [Theory]
    [InlineData("--sweep arrivalRate: write it as name=from:to:step", "arrivalRate")]
    [InlineData("write it as name=from:to:step", "arrivalRate=0.1:0.3")]
    [InlineData("write it as name=from:to:step", "arrivalRate=0.1:x:0.1")]
    [InlineData("write it as name=from:to:step", "arrivalRate=0.1:0,3:0.1")]
    [InlineData("arivalRate: queue has no such parameter (did you mean arrivalRate?)", "arivalRate=0.1:0.3:0.1")]
    [InlineData("servers = 0: not allowed; servers (number of servers) takes a whole number from 1 to 10000", "servers=0:10:1")]
    [InlineData("servers = 20000: not allowed", "servers=1:20000:1")]
    [InlineData("servers = 1.5: not allowed; servers (number of servers) takes a whole number", "servers=1:2:0.5")]
    [InlineData("a step of 0 does not lead from 1 to 3; give one above 0", "servers=1:3:0")]
    [InlineData("a step of -1 does not lead from 1 to 3; give one above 0", "servers=1:3:-1")]
    [InlineData("a step of 1 does not lead from 3 to 1; give one below 0", "servers=3:1:1")]
    [InlineData("more than 10000 points; give a longer step", "arrivalRate=0.1:0.9:0.00000000000000000000000001")]
    [InlineData("10 × 2000 = 20000 points are more than 10000", "servers=1:10:1", "customers=101:2100:1")]
    [InlineData("at most 2 parameters can be swept at once", "servers=1:2:1", "customers=1:2:1", "arrivalRate=0.1:0.2:0.1")]
    [InlineData("servers is swept twice; give it once", "servers=1:2:1", "servers=3:4:1")]
    [InlineData("warmup is set, too; give it once, by --set or by --sweep", "warmup=1:2:1")]
    [InlineData("arrivalRate = 1: not allowed with servers = 1 and serviceRate = 1; the queue would grow for ever", "arrivalRate=0.8:1.2:0.1")]
    public void ARangeThatCannotBe_IsRefusedInOneLineBeforeAnythingRuns(string words, params string[] ranges)
    {
        var values = ranges.Any(range => range.StartsWith("customers", StringComparison.Ordinal)) ? new() { ["warmup"] = "0" } : Small;

        var refusal = Assert.Throws<ModelOptionsException>(() => new Sweep(Queue, values, ranges));

        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AParameterThatIsNoNumber_IsRefused()
    {
        var model = ModelCatalog.Find("retry-storm");

        Assert.Contains("herd takes true or false; only numbers can be swept, so give it by --set", Assert.Throws<ModelOptionsException>(() => SweepRange.Read("herd=0:1:1", model)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EachPoint_HasTheBitsOfARunOfItsOwn()
    {
        var report = new Sweep(Queue, Small, ["servers=1:3:1", "arrivalRate=0.2:0.8:0.3"]).Run(new() { Seed = 9, Replications = 3 });

        Assert.Equal(["1 0.2", "1 0.5", "1 0.8", "2 0.2", "2 0.5", "2 0.8", "3 0.2", "3 0.5", "3 0.8"], report.Points.Select(point => string.Join(' ', point.Values)));
        Assert.All(report.Points, point =>
        {
            var alone = Queue.Run(new Dictionary<string, string>(Small) { ["servers"] = point.Values[0], ["arrivalRate"] = point.Values[1] }, new() { Seed = 9, Replications = 3 });
            Assert.Equal(alone.Fingerprint, point.Fingerprint);
            Assert.Equal(alone.Results, point.Report.Results);
        });
    }

    [Fact]
    public void Progress_GoesFromNothingToAll()
    {
        var shares = new Shares();

        new Sweep(Queue, Small, ["servers=1:20:1"]).Run(new() { Replications = 3, Progress = shares });

        Assert.Equal(shares.Told.Order(), shares.Told);
        Assert.Equal(60, shares.Told.Count);
        Assert.Equal(1, shares.Told[^1], tolerance: 1e-9);
    }

    [Fact]
    public void Cancelled_GivesThePointsThatAreFinished()
    {
        using var source = new CancellationTokenSource();

        var report = new Sweep(Queue, Small, ["servers=1:1000:1"]).Run(new() { Replications = 1, Cancellation = source.Token, Progress = new Shares(share => { if (share >= 0.1) { source.Cancel(); } }) });

        Assert.InRange(report.Points.Count, 99, 999);
        Assert.Equal($"stopped after {report.Points.Count} of 1000 points", report.Warnings.First());
        Assert.All(report.Points, point => Assert.Equal(1, point.Report.Replications));
    }

    [Fact]
    public void CancelledAtOnce_EndsWithTheUsualException() =>
        Assert.ThrowsAny<OperationCanceledException>(() => new Sweep(Queue, Small, ["servers=1:10:1"]).Run(new() { Cancellation = new(canceled: true) }));

    [Fact]
    public async Task AsCsv_ARowIsAPoint()
    {
        var outcome = await ArticleProcess.RunAsync("simulate", "bill", "--replications", "2", "--sweep", "users=1e5:3e5:1e5", "--format", "csv");
        string[][] lines = [.. outcome.Output.TrimEnd().Split('\n').Select(line => line.Split(','))];

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["users", "computeDollars", "computeDollarsHalfWidth", "storageDollars"], lines[0][..4]);
        Assert.Equal(["100000", "200000", "300000"], lines[1..].Select(line => line[0]));
        Assert.All(lines, line => Assert.Equal(lines[0].Length, line.Length));
    }

    [Fact]
    public async Task AsJson_APointHasItsParametersAndResults()
    {
        string[] arguments = ["simulate", "bill", "--replications", "2", "--format", "json"];
        var sweep = JsonNode.Parse((await ArticleProcess.RunAsync([.. arguments, "--sweep", "users=1e5:3e5:1e5"])).Output)!;
        var alone = JsonNode.Parse((await ArticleProcess.RunAsync([.. arguments, "--set", "users=200000"])).Output)!;

        Assert.Equal(["users"], sweep["swept"]!.AsArray().Select(name => (string)name!));
        Assert.Equal(3, sweep["points"]!.AsArray().Count);
        Assert.Equal(200000, (double)sweep["points"]![1]!["parameters"]!["users"]!);
        Assert.Equal(alone["fingerprint"]!.ToJsonString(), sweep["points"]![1]!["fingerprint"]!.ToJsonString());
        Assert.Equal(alone["results"]!.ToJsonString(), sweep["points"]![1]!["results"]!.ToJsonString());
        Assert.Equal(alone["measures"]!.ToJsonString(), sweep["measures"]!.ToJsonString());
        Assert.Null(sweep["parameters"]!["users"]);
    }

    [Fact]
    public async Task AsTable_ARowIsAPoint_AndTheResultsAreExplained()
    {
        string output = (await ArticleProcess.RunAsync("simulate", "market", "--sweep", "aws=0.1:0.4:0.1")).Output;

        Assert.Equal(4, output.Split('\n').Count(line => line.TrimStart().StartsWith("0.", StringComparison.Ordinal)));
        Assert.Contains("hhi [points]", output, StringComparison.Ordinal);
        Assert.Contains("The number of equal providers that would give the same index.", output, StringComparison.Ordinal);
        Assert.Contains("4 points in", output, StringComparison.Ordinal);
    }

    private sealed class Shares(Action<double>? told = null) : IProgress<double>
    {
        public List<double> Told { get; } = [];

        public void Report(double value)
        {
            Told.Add(value);
            told?.Invoke(value);
        }
    }
}
