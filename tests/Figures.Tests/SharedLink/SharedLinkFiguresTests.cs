using InteractiveArticle.Figures.SharedLink;
using InteractiveArticle.Simulation.SharedLink;

namespace InteractiveArticle.Figures.Tests.SharedLink;

public sealed class SharedLinkFiguresTests
{
    private static readonly SharedLinkOptions Crawled = new() { CrawlerStart = 5, Minutes = 5 };

    [Fact]
    public void TheAfternoon_ComparesBeforeAndAfter()
    {
        var figure = SharedLinkFigures.Afternoon(Run(Crawled), Crawled);
        var quiet = SharedLinkFigures.Afternoon(Run(Crawled with { CrawlerConnections = 0 }), Crawled with { CrawlerConnections = 0 });

        Assert.Contains("once it holds 10 connections", figure.Finding, StringComparison.Ordinal);
        Assert.Equal(5, Assert.Single(figure.Marks).At);
        Assert.StartsWith("Without a crawler", quiet.Finding, StringComparison.Ordinal);
        Assert.Empty(quiet.Marks);
    }

    [Fact]
    public void Sweeps_SayWhatTheirEndsShow()
    {
        (int, SharedLinkResult)[] connections = [.. new[] { 0, 4 }.Select(count => (count, Run(new() { CrawlerConnections = count, Minutes = 5 })))];
        (double, SharedLinkResult)[] pauses = [.. new[] { 0, 20.0 }.Select(pause => (pause, Run(new() { CrawlerPause = pause, Minutes = 5 })))];

        Assert.Contains("with 4 connections that never rest", SharedLinkFigures.Connections(new(), connections).Finding, StringComparison.Ordinal);
        Assert.Contains("one that rests 20 s", SharedLinkFigures.Politeness(new(), pauses).Finding, StringComparison.Ordinal);
    }

    private static SharedLinkResult Run(SharedLinkOptions options) => SharedLinkSimulation.Run(options, new() { Replications = 1 });
}
