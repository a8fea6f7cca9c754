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
        (double, SharedLinkResult)[] pauses = [.. new[] { 0, 20.0 }.Select(pause => (pause, Run(new() { CrawlerPause = pause, Minutes = 5 })))];

        Assert.Contains("one that rests 20 s", SharedLinkFigures.Politeness(new(), Run(new() { CrawlerConnections = 0, Minutes = 5 }), pauses[0].Item2, pauses).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Sweeps_WithoutPeople_HaveNoTimes()
    {
        var result = Run(Nobody);
        Assert.Equal(double.NaN, result.PageTime.Mean);

        Assert.Contains("makes pages take an unknown time, as people load none and gets", SharedLinkFigures.Politeness(Nobody with { CrawlerConnections = 1 }, result, result, [(0, result), (20, result)]).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Politeness_WithoutACrawler_MeasuresNothing()
    {
        SharedLinkOptions people = new() { CrawlerConnections = 0, Minutes = 5 };
        var result = Run(people);

        var figure = SharedLinkFigures.Politeness(people, result, result, [(0, result), (20, result)]);

        Assert.Equal("No crawler: nothing to measure.", figure.Finding);
        Assert.Empty(figure.Series);
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(10, 4)]
    [InlineData(10, 30.5)]
    public void ThePresentPause_IsMarkedAtWhatTheCrawlerGets(int connections, double pause)
    {
        SharedLinkOptions polite = new() { CrawlerConnections = connections, CrawlerPause = pause, Minutes = 5 };
        var result = Run(polite);
        (double, SharedLinkResult)[] sweep = [.. new[] { 0, 20.0 }.Select(rest => (rest, Run(polite with { CrawlerPause = rest })))];

        var figure = SharedLinkFigures.Politeness(polite, Run(polite with { CrawlerConnections = 0 }), result, sweep);

        var here = Assert.Single(figure.Series, series => series.Shape == SeriesShape.Points);
        Assert.Equal([result.CrawlerThroughput.Mean], here.X);
        Assert.True(figure.X.Minimum < 0, "a point at 0 is cut by the axis");
        Assert.All(figure.Series.SelectMany(series => series.X), at => Assert.InRange(at, 0, figure.X.Maximum!.Value));
    }

    [Fact]
    public void ThePoliteCrawler_GetsNoMore_WhateverChanceSays()
    {
        SharedLinkOptions greedy = new() { CrawlerConnections = 50, CrawlerStart = 2, Minutes = 8 };
        (double Pause, SharedLinkResult Result)[] sweep = [.. new[] { 0, 0.5, 1, 1.5, 2, 3, 6 }.Select(rest => (rest, Run(greedy with { CrawlerPause = rest })))];
        var quiet = Run(greedy with { CrawlerConnections = 0 });
        Assert.Contains(sweep, point => point.Result.CrawlerThroughput.Mean > sweep[0].Result.CrawlerThroughput.Mean);

        foreach (var (pause, result) in sweep)
        {
            var figure = SharedLinkFigures.Politeness(greedy with { CrawlerPause = pause }, quiet, result, sweep);
            var (curve, here) = (figure.Series[0], figure.Series[1]);
            Assert.Equal(curve.X.OrderDescending(), curve.X);
            Assert.Contains(Assert.Single(here.X), curve.X);
        }
    }

    private static SharedLinkResult Run(SharedLinkOptions options) => SharedLinkSimulation.Run(options, new() { Replications = 1 });
}
