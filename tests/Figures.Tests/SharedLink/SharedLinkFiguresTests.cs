using InteractiveArticle.Figures.SharedLink;
using InteractiveArticle.Simulation.SharedLink;

namespace InteractiveArticle.Figures.Tests.SharedLink;

public sealed class SharedLinkFiguresTests
{
    private static readonly SharedLinkOptions Crawled = new() { CrawlerStart = 5, Minutes = 5 };

    private static readonly SharedLinkOptions Nobody = new() { ArrivalRate = 0.01, Minutes = 1, CrawlerConnections = 0 };

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

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void TheAfternoon_OfACrawlerThatIsThereFromTheBeginning_ComparesNothing(int connections)
    {
        var options = new SharedLinkOptions { CrawlerConnections = connections, Minutes = 5 };

        Assert.Matches(@"^With[^:]*a page takes [0-9.]+ s in the mean[^:]*\.$", SharedLinkFigures.Afternoon(Run(options), options).Finding);
    }

    [Fact]
    public void TheAfternoon_LeavesOutMinutesWithoutPages()
    {
        var options = new SharedLinkOptions { CrawlerConnections = 0, ArrivalRate = 0.02, Minutes = 60 };
        var result = Run(options);
        double expected = result.Timeline.Select(minute => minute.PageTime).Where(double.IsFinite).Average();

        Assert.Contains(System.FormattableString.Invariant($"takes {expected:F2} s"), SharedLinkFigures.Afternoon(result, options).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Sweeps_SayWhatTheirEndsShow()
    {
        (int, SharedLinkResult)[] connections = [.. new[] { 0, 4 }.Select(count => (count, Run(new() { CrawlerConnections = count, Minutes = 5 })))];
        (double, SharedLinkResult)[] pauses = [.. new[] { 0, 20.0 }.Select(pause => (pause, Run(new() { CrawlerPause = pause, Minutes = 5 })))];

        Assert.Contains("with 4 connections that never rest", SharedLinkFigures.Connections(new(), connections).Finding, StringComparison.Ordinal);
        Assert.Contains("one that rests 20 s", SharedLinkFigures.Politeness(new(), pauses).Finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, "No crawler comes, and people load no page in this time.")]
    [InlineData(0, 3, "With 3 connections of the crawler people load no page in this time.")]
    public void TheAfternoon_WithoutPeople_SaysSo(double start, int connections, string words)
    {
        var options = Nobody with { CrawlerStart = start, CrawlerConnections = connections };

        Assert.Equal(words, SharedLinkFigures.Afternoon(Run(options), options).Finding);
    }

    [Fact]
    public void TheAfternoon_WhosePeopleLeaveWhenTheCrawlerComes_SaysSo()
    {
        var quiet = Run(Crawled with { CrawlerConnections = 0 });
        var left = quiet with { Timeline = [.. quiet.Timeline.Select(minute => minute.Minute < 5 ? minute : minute with { PageTime = double.NaN })] };

        Assert.EndsWith("once it holds 10 connections, people load no page in this time.", SharedLinkFigures.Afternoon(left, Crawled).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Sweeps_WithoutPeople_HaveNoTimes()
    {
        var result = Run(Nobody);
        Assert.Equal(double.NaN, result.PageTime.Mean);

        Assert.Contains("with 4 connections that never rest an unknown time, as people load none (in theory", SharedLinkFigures.Connections(Nobody, [(0, result), (4, result)]).Finding, StringComparison.Ordinal);
        Assert.Contains("makes pages take an unknown time, as people load none and gets", SharedLinkFigures.Politeness(Nobody, [(0, result), (20, result)]).Finding, StringComparison.Ordinal);
    }

    private static SharedLinkResult Run(SharedLinkOptions options) => SharedLinkSimulation.Run(options, new() { Replications = 1 });
}
