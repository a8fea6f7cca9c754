using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.SharedLink;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.SharedLink;

public sealed class SharedLinkTests
{
    private static readonly PageSizes[] AllSizes = [PageSizes.Equal, PageSizes.Exponential, PageSizes.Lognormal];

    /// <summary>Insensitivity: the mean time depends on the mean size alone.</summary>
    [Fact]
    public void MeanTime_AgreesWithTheory_WhateverTheSizes()
    {
        TheoryGrid.AssertAgreement(
            from sizes in AllSizes
            from load in new[] { 0.1, 0.3, 0.5, 0.7, 0.8 }
            from crawler in new[] { 0, 3 }
            let options = new SharedLinkOptions { Sizes = sizes, ArrivalRate = load / 0.048, CrawlerConnections = crawler, Minutes = 120 }
            let result = SharedLinkSimulation.Run(options, Experiment.WithSeed((ulong)((load * 100) + crawler)))
            select new TheoryPoint(options, result.PageTime, ProcessorSharing.MeanTime(options.PageSeconds, load, crawler)));
    }

    // A page in a hundred seconds, each of which takes half a thousandth.
    [Theory]
    [InlineData(PageSizes.Equal)]
    [InlineData(PageSizes.Exponential)]
    [InlineData(PageSizes.Lognormal)]
    public void APageAloneOnTheLink_TakesItsTimeAlone_WhateverItsSize(PageSizes sizes)
    {
        var slowdown = SharedLinkSimulation.Run(new() { Sizes = sizes, CrawlerConnections = 0, ArrivalRate = 0.01, Bandwidth = 1000, Minutes = 60 }).Slowdown;

        Assert.Equal(1, slowdown.Mean, tolerance: 1e-9);
        Assert.InRange(slowdown.HalfWidth, 0, 1e-9);
    }

    [Fact]
    public void P95_OfShortRuns_IsThatOfAllTheirPages()
    {
        // Some five pages a run, the slowest of which says little of one in twenty.
        var options = new SharedLinkOptions { Sizes = PageSizes.Exponential, CrawlerConnections = 0, ArrivalRate = 0.1, Bandwidth = 1000, Minutes = 1 };

        TheoryGrid.AssertNear(SharedLinkSimulation.Run(options, new() { Replications = 400 }).P95PageTime, options.PageSeconds * Math.Log(20));
    }

    [Fact]
    public void AMinuteWithoutPages_HasNoTime()
    {
        var result = SharedLinkSimulation.Run(new() { CrawlerConnections = 0, ArrivalRate = 0.02, Minutes = 60 }, new() { Replications = 1 });

        Assert.Contains(result.Timeline, minute => double.IsNaN(minute.PageTime));
        Assert.All(result.Timeline, minute => Assert.True(!(minute.PageTime <= 0) && (minute.PeopleThroughput == 0 || double.IsFinite(minute.PageTime))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void ACrawlerThatNeverRests_TakesWhatPeopleLeave(int connections)
    {
        var options = new SharedLinkOptions { CrawlerConnections = connections, Minutes = 120 };
        var result = SharedLinkSimulation.Run(options);

        Assert.Equal(1, result.Utilisation.Mean, tolerance: 1e-9);
        TheoryGrid.AssertNear(result.CrawlerThroughput, options.Bandwidth * (1 - options.PeopleLoad));
        TheoryGrid.AssertNear(result.PeopleThroughput, options.Bandwidth * options.PeopleLoad);
    }

    [Fact]
    public void WithoutACrawler_TheLinkIsBusyForThePeoplesLoad()
    {
        var options = new SharedLinkOptions { CrawlerConnections = 0, Minutes = 120 };
        var result = SharedLinkSimulation.Run(options);

        TheoryGrid.AssertNear(result.Utilisation, options.PeopleLoad);
        Assert.Equal(0, result.CrawlerThroughput.Mean);
    }

    [Fact]
    public void Politeness_GivesPeopleTheirTimeBack()
    {
        double[] times = [.. new[] { 0, 1, 5, 30, 300.0 }.Select(pause => SharedLinkSimulation.Run(new() { CrawlerPause = pause }).PageTime.Mean)];
        var options = new SharedLinkOptions();

        Assert.Equal(times.OrderDescending(), times);
        Assert.InRange(times[^1] / ProcessorSharing.MeanTime(options.PageSeconds, options.PeopleLoad), 0.95, 1.15);
    }

    [Fact]
    public void TheTimeline_TurnsBadWhenTheCrawlerStarts()
    {
        var minutes = SharedLinkSimulation.Run(new() { CrawlerStart = 30, Minutes = 30 }).Timeline;

        Assert.Equal(60, minutes.Count);
        Assert.All(minutes.Take(30), minute => Assert.Equal(0, minute.CrawlerThroughput));
        Assert.True(minutes.Skip(31).Average(minute => minute.PageTime) > 5 * minutes.Take(30).Average(minute => minute.PageTime));
    }

    [Fact]
    public void WhatThePeopleAskFor_IsTheSame_WhateverTheCrawlerDoes()
    {
        double asked(int connections) => SharedLinkSimulation.Run(new() { CrawlerConnections = connections, Sizes = PageSizes.Equal, Minutes = 600 }, new() { Replications = 1 }).PeopleThroughput.Mean;

        Assert.Equal(asked(0), asked(5), tolerance: 0.01);
    }

    [Fact]
    public void MorePagesThanTheLinkCarries_AreRefused() =>
        Assert.Contains("would pile up for ever, so give less than 20.8", Assert.Throws<ModelOptionsException>(() => SharedLinkSimulation.Run(new() { ArrivalRate = 30 })).Message, StringComparison.Ordinal);
}
