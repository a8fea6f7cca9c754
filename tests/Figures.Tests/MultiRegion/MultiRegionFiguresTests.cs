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
        new MultiRegionOptions { SecondRegionLoad = 0.5, Headroom = 0.4 },
        new MultiRegionOptions { SecondRegionLoad = 0.5, Headroom = 0, SurvivorFails = true },
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
    public void TheRecord_ShowsEveryOutage()
    {
        FigureRules.Check(RecordFigures.Record());
        Assert.Equal(RecordedOutages.All.Count, RecordFigures.Record().Series.Count);
        Assert.Equal(RecordedOutages.All.Count, RecordFigures.Table().Rows.Count);
        Assert.Contains("28 February 2017", RecordFigures.Table().Rows.Select(row => row[0]));
    }

    [Fact]
    public void TheRecord_ReadsItsYearsAsDates_AlsoWhenItHasTravelled()
    {
        var record = FigureJson.Read(FigureJson.Write(RecordFigures.Record()));
        Assert.Equal(
            RecordedOutages.All.Select(outage => outage.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)),
            record.Series.Select(series => record.X.Read(series.X[0])));
    }

    [Theory]
    [InlineData("Sydney")]
    [InlineData("the internal network")]
    [InlineData("Kinesis")]
    public void TheRecord_NamesWhatWouldBeMissed(string name) =>
        Assert.NotNull(RecordFigures.Record().Series.Single(series => series.Name == name).NameAt);

    private static Figure BreakEven(MultiRegionOptions company) => MultiRegionFigures.BreakEven(
        company,
        [.. new[] { 0, 1.5, 6 }.Select(rate => (rate, MultiRegionSimulation.Run(company with { OutageRate = rate, Years = 50 }, new() { Replications = 2 })))]);
}
