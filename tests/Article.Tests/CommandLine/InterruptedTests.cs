using System.Diagnostics;
using System.Text.Json.Nodes;

namespace InteractiveArticle.Article.Tests.CommandLine;

/// <summary>Long runs that are ended before their end, by Ctrl+C or from outside.</summary>
public sealed class InterruptedTests
{
    // What starting takes, and then many replications; all of them would take some hundred seconds.
    private static readonly TimeSpan Work = TimeSpan.FromSeconds(4);

    private static readonly string[] Long = ["simulate", "queue", "--set", "customers=1e6"];

    [Fact]
    public async Task ARun_ReportsTheReplicationsThatAreFinished()
    {
        var outcome = await InterruptedAsync("--replications", "3000", "--format", "json");
        var json = JsonNode.Parse(outcome.Output)!;
        int finished = (int)json["replications"]!;

        Assert.Equal(130, outcome.ExitCode);
        Assert.Empty(outcome.Complaints);
        Assert.InRange(finished, 1, 2999);
        Assert.StartsWith($"stopped after {finished} of 3000 replications", (string)json["warnings"]![0]!, StringComparison.Ordinal);
        Assert.True((double)json["results"]!["meanWait"]! > 0);
    }

    [Fact]
    public async Task ASweep_PrintsThePointsThatAreFinished()
    {
        var outcome = await InterruptedAsync("--replications", "1", "--sweep", "arrivalRate=0.001:0.9:0.0005", "--format", "csv");
        int finished = outcome.Output.TrimEnd().Split('\n').Length - 1;

        Assert.Equal(130, outcome.ExitCode);
        Assert.Empty(outcome.Complaints);
        Assert.InRange(finished, 1, 1798);
        Assert.Contains($"warning: stopped after {finished} of 1799 points", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARunOfWhichNothingIsFinished_SaysSo()
    {
        var outcome = await InterruptedAsync("--set", "customers=1e8", "--set", "warmup=1e8", "--replications", "1");

        Assert.Equal(130, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains("stopped before the end", Assert.Single(outcome.Complaints), StringComparison.Ordinal);
    }

    private static async Task<Outcome> InterruptedAsync(params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no kill.");
        string[] first = arguments.Any(argument => argument.StartsWith("customers=", StringComparison.Ordinal)) ? Long[..2] : Long;
        using var process = Process.Start(ArticleProcess.Command([.. first, .. arguments]))!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        while (!process.HasExited && process.TotalProcessorTime < Work)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            process.Refresh();
        }

        // Not the signal of Ctrl+C, which goes the same way but is ignored where whoever runs the tests ignores it.
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }
}
