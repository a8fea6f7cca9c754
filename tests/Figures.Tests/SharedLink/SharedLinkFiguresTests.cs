using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Figures.SharedLink;
using InteractiveArticle.Simulation.SharedLink;

namespace InteractiveArticle.Figures.Tests.SharedLink;

public sealed class SharedLinkFiguresTests
{
    private static readonly SharedLinkOptions Nobody = new() { ArrivalRate = 0.01, Minutes = 1, CrawlerConnections = 0 };

    [Fact]
    public void Sweeps_SayWhatTheirEndsShow()
    {
        (int, SharedLinkResult)[] connections = [.. new[] { 0, 4 }.Select(count => (count, Run(new() { CrawlerConnections = count, Minutes = 5 })))];
        (double, SharedLinkResult)[] pauses = [.. new[] { 0, 20.0 }.Select(pause => (pause, Run(new() { CrawlerPause = pause, Minutes = 5 })))];

        Assert.Contains("with 4 connections that never rest", SharedLinkFigures.Connections(new(), connections).Finding, StringComparison.Ordinal);
        Assert.Contains("one that rests 20 s", SharedLinkFigures.Politeness(new(), connections[0].Item2, pauses[0].Item2, pauses).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Sweeps_WithoutPeople_HaveNoTimes()
    {
        var result = Run(Nobody);
        Assert.Equal(double.NaN, result.PageTime.Mean);

        Assert.Contains("with 4 connections that never rest an unknown time, as people load none. In theory", SharedLinkFigures.Connections(Nobody, [(0, result), (4, result)]).Finding, StringComparison.Ordinal);
        Assert.Contains("makes pages take an unknown time, as people load none and gets", SharedLinkFigures.Politeness(Nobody with { CrawlerConnections = 1 }, result, result, [(0, result), (20, result)]).Finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(10, false)]
    public void ALineTooFullToSettle_IsSaidToBeOne(double bandwidth, bool isTooFull)
    {
        SharedLinkOptions options = new() { Bandwidth = bandwidth, CrawlerStart = 2, Minutes = 8 };
        (int, SharedLinkResult)[] sweep = [.. new[] { 0, 50 }.Select(count => (count, Run(options with { CrawlerConnections = count })))];

        Assert.Equal(isTooFull, SharedLinkFigures.Connections(options, sweep).Finding.EndsWith("does not settle within 8 minutes.", StringComparison.Ordinal));
    }

    [Fact]
    public void Politeness_WithoutACrawler_MeasuresNothing()
    {
        SharedLinkOptions people = new() { CrawlerConnections = 0, Minutes = 5 };
        var result = Run(people);

        Assert.Equal("No crawler: nothing to measure.", SharedLinkFigures.Politeness(people, result, result, [(0, result), (20, result)]).Finding);
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(10, 4)]
    [InlineData(10, 30.5)]
    [InlineData(0, 4)]
    public void ThePresentPause_IsMarkedAtWhatTheCrawlerGets(int connections, double pause)
    {
        SharedLinkOptions polite = new() { CrawlerConnections = connections, CrawlerPause = pause, Minutes = 5 };
        var result = Run(polite);
        (double, SharedLinkResult)[] sweep = [.. new[] { 0, 20.0 }.Select(rest => (rest, Run(polite with { CrawlerPause = rest })))];

        var figure = SharedLinkFigures.Politeness(polite, Run(polite with { CrawlerConnections = 0 }), result, sweep);

        Assert.Equal(Mark.Here(result.CrawlerThroughput.Mean), Assert.Single(figure.Marks));
        Assert.True(figure.X.Minimum < 0, "a mark at 0 is hidden by the axis");
        Assert.All(figure.Series.SelectMany(series => series.X).Append(figure.Marks[0].At), at => Assert.InRange(at, 0, figure.X.Maximum!.Value));
    }

    private static SharedLinkResult Run(SharedLinkOptions options) => SharedLinkSimulation.Run(options, new() { Replications = 1 });
}
