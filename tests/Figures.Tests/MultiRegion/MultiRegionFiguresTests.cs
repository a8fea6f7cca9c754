using System.Globalization;
using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Figures.MultiRegion;
using InteractiveArticle.Figures.Tests.Drawing;
using InteractiveArticle.Simulation.MultiRegion;

namespace InteractiveArticle.Figures.Tests.MultiRegion;

public sealed class MultiRegionFiguresTests
{
    public static TheoryData<MultiRegionOptions> Settings =>
    [
        new MultiRegionOptions(),
        new MultiRegionOptions { OutageRate = 0 },
        new MultiRegionOptions { LossPerHour = 0 },
        new MultiRegionOptions { LossPerHour = 100_000, OutageRate = 6 },
        new MultiRegionOptions { FailoverFails = 1 },
        new MultiRegionOptions { FailoverMinutes = 600, CommonShare = 1 },
        new MultiRegionOptions { FailoverMinutes = 0, FailoverFails = 0 },
    ];

    [Theory]
    [MemberData(nameof(Settings))]
    public void EveryFigure_AtEverySetting_IsSound(MultiRegionOptions company)
    {
        FigureRules.Check(BreakEven(company));
        FigureRules.Check(MultiRegionFigures.Years(MultiRegionSimulation.Run(company, new() { Replications = 2 })));
    }

    [Fact]
    public void BreakEven_TellsThatTheLinesCross_OrThatTheyDoNot()
    {
        Assert.Contains("Where the two lines cross,", BreakEven(new()).Finding, StringComparison.Ordinal);
        Assert.Contains("cross further to the right", BreakEven(new() { LossPerHour = 100 }).Finding, StringComparison.Ordinal);
        Assert.Contains("never pays", BreakEven(new() { FailoverFails = 1 }).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void BreakEven_TellsOfMillions() =>
        Assert.Contains("one region costs 1.28 million dollars a year in losses", BreakEven(new() { LossPerHour = 100_000 }).Finding, StringComparison.Ordinal);

    [Theory]
    [InlineData(5000, 0.8, "thousand dollars")]
    [InlineData(100_000, 0.8, "million dollars")]
    [InlineData(100_000, 6, "million dollars")]
    public void Axes_CountInThousandsOrInMillions(double loss, double outages, string unit)
    {
        var company = new MultiRegionOptions { LossPerHour = loss, OutageRate = outages };
        var years = MultiRegionFigures.Years(MultiRegionSimulation.Run(company, new() { Replications = 2 }));
        Assert.StartsWith(unit, BreakEven(company).Y.Label, StringComparison.Ordinal);
        Assert.StartsWith(unit, years.X.Label, StringComparison.Ordinal);
        Assert.All(BreakEven(company).Series.SelectMany(series => series.Y).Concat(years.Series.SelectMany(series => series.X)), amount => Assert.InRange(amount, 0, 1000));
    }

    [Theory]
    [InlineData(0.8, true)]
    [InlineData(6, false)]
    public void Years_NameTheStandby_AboveTheOtherCurve_WhereSomeYearsAreQuiet(double outages, bool isAbove)
    {
        var standby = MultiRegionFigures.Years(MultiRegionSimulation.Run(new() { OutageRate = outages })).Series[1];
        Assert.Equal(isAbove, standby.NameAt == standby.X[0]);
    }

    [Theory]
    [InlineData(0, "No year has an outage. No year loses anything; a standby still costs its rent, 126,000 dollars.")]
    [InlineData(0.8, "45 % of the years pass without an outage. An average year loses 64,000 dollars with one region, and one year in twenty loses more than")]
    [InlineData(6, "Only one year in ")]
    public void Years_AreToldInWords_HoweverOftenOutagesCome(double outages, string words) =>
        Assert.StartsWith(words, MultiRegionFigures.Years(MultiRegionSimulation.Run(new() { OutageRate = outages })).Finding, StringComparison.Ordinal);

    [Fact]
    public void Years_OfWhichFewLoseAnything_AreNotSaidToLoseMoreThanNothing()
    {
        var sure = new MultiRegionOptions { OutageRate = 0.3, FailoverFails = 0, FailoverMinutes = 0 };
        Assert.Contains("With a standby nineteen years in twenty lose nothing, besides its rent", MultiRegionFigures.Years(MultiRegionSimulation.Run(sure)).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void TheRecord_ShowsEveryOutage()
    {
        FigureRules.Check(RecordFigures.Record());
        Assert.Equal(RecordedOutages.All.Count, RecordFigures.Record().Series.Count);
    }

    [Fact]
    public void TheRecord_ReadsItsYearsAsDates_AlsoWhenItHasTravelled()
    {
        var record = FigureJson.Read(FigureJson.Write(RecordFigures.Record()));
        Assert.Equal(
            RecordedOutages.All.Select(outage => outage.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)),
            record.Series.Select(series => record.X.Read(series.X[0])));
    }

    [Fact]
    public void TheRecord_NamesTheLongOnes_AndTheTypo() =>
        Assert.Equal(["EBS", "EBS", "ELB", "Sydney", "S3, the typo", "Kinesis", "DynamoDB"], RecordFigures.Record().Series.Where(series => series.NameAt is not null).Select(series => series.Name));

    [Theory]
    [InlineData("internal network")]
    [InlineData("Lambda")]
    [InlineData("CloudFront")]
    public void TheRecord_TellsOnHover_WhatItDoesNotName(string name) => Assert.Contains(RecordFigures.Record().Series, series => series.Name == name);

    [Fact]
    public void TheAccountsOfAmazon_AreAllLinkedInTheChapter()
    {
        string text = File.ReadAllText(Repository.PathOf("notebooks", "06-is-that-bad.ipynb"));
        Assert.All(RecordedOutages.All.Where(outage => outage.Source is not null), outage => Assert.Contains(outage.Source!.AbsoluteUri + ")", text, StringComparison.Ordinal));
    }

    private static Figure BreakEven(MultiRegionOptions company) => MultiRegionFigures.BreakEven(
        company,
        [.. new[] { 0, 1.5, 6 }.Select(rate => (rate, MultiRegionSimulation.Run(company with { OutageRate = rate, Years = 50 }, new() { Replications = 2 })))]);
}
