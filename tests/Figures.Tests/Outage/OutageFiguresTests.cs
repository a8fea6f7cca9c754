using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Figures.Outage;
using InteractiveArticle.Figures.Tests.Drawing;
using InteractiveArticle.Simulation.Outage;

namespace InteractiveArticle.Figures.Tests.Outage;

public sealed class OutageFiguresTests
{
    public static TheoryData<OutageOptions> Settings =>
    [
        new OutageOptions(),
        new OutageOptions { Removed = 0 },
        new OutageOptions { Removed = 1 },
        new OutageOptions { Removed = 0.45, Guard = 0.57 },
        new OutageOptions { Cells = 64, RestartParallelism = 64 },
        new OutageOptions { CheckRate = 0.05 },
        new OutageOptions { CheckRate = 10, DashboardRegions = 3 },
        new OutageOptions { RemovalRate = 0.02 },
        new OutageOptions { Trigger = CollapseTrigger.Quorum },
        new OutageOptions { Shedding = LoadShedding.Random },
        new OutageOptions { Cells = 10, CellsHit = 0.1 },
        new OutageOptions { ReopeningDemand = 4, ReopeningDecayMinutes = 30 },
        new OutageOptions { Tolerant = 1 },
        new OutageOptions { Deferred = 1, DependantUtilisation = 0.7 },
    ];

    [Theory]
    [MemberData(nameof(Settings))]
    public void EveryFigure_AtEverySetting_HasDataAFindingAndUnits(OutageOptions options)
    {
        var result = OutageSimulation.Run(options, new() { Replications = 5 });
        var trace = OutageSimulation.Trace(options);
        Figure[] figures =
        [
            OutageFigures.Collapse(trace),
            OutageFigures.StatusPage(trace),
            OutageFigures.Dependants(trace),
            OutageFigures.Sweep("s", Axis.Share("x"), 0.5, [(0, result.Typical), (1, new OutageMilestones())]),
        ];

        Assert.All(figures, figure =>
        {
            Assert.NotEmpty(figure.Finding);
            Assert.DoesNotContain("NaN", figure.Finding, StringComparison.Ordinal);
            Assert.NotEmpty(figure.X.Label);
            Assert.All(figure.Series, series => Assert.Equal(series.X.Count, series.Y.Count));
            Assert.All(figure.Series, series => Assert.NotEmpty(series.X));
            Assert.All(figure.Series, series => Assert.All(series.Y, value => Assert.True(double.IsFinite(value))));
        });
    }

    [Theory]
    [InlineData(LoadShedding.None)]
    [InlineData(LoadShedding.Random)]
    public void ACommandThatTakesAll_LeavesNothingToGiveWay(LoadShedding shedding) =>
        Assert.Equal("One minute after the command none of the index is left.", OutageFigures.Collapse(OutageSimulation.Trace(new() { Removed = 1, Shedding = shedding })).Finding);

    [Theory]
    [InlineData(0.3, LoadShedding.None, "and it holds.")]
    [InlineData(0.3, LoadShedding.Random, "and it holds.")]
    [InlineData(0.45, LoadShedding.Random, "and it holds, because the rest is refused.")]
    [InlineData(0.45, LoadShedding.None, "and after 5 min none is left.")]
    public void TheIndex_HoldsWhereItMayRefuse(double removed, LoadShedding shedding, string end) =>
        Assert.EndsWith(end, OutageFigures.Collapse(OutageSimulation.Trace(new() { Removed = removed, Shedding = shedding })).Finding, StringComparison.Ordinal);

    [Theory]
    [InlineData(0.3, 1, LoadShedding.None, "There is no trouble")]
    [InlineData(0.45, 1, LoadShedding.None, "normal until 11:37, 2 h later.")]
    [InlineData(0.45, 2, LoadShedding.None, "normal until 9:47, 10 min later.")]
    [InlineData(0.45, 1, LoadShedding.Random, "the trouble is over.")]
    public void TheStatusPage_SaysItLate(double removed, int regions, LoadShedding shedding, string words) =>
        Assert.Contains(words, OutageFigures.StatusPage(OutageSimulation.Trace(new() { Removed = removed, DashboardRegions = regions, Shedding = shedding })).Finding, StringComparison.Ordinal);

    [Fact]
    public void TheStatusPage_IsDrawnFromItsChanges()
    {
        var figure = OutageFigures.StatusPage(OutageSimulation.Trace(new()));

        Assert.All(figure.Series, series => Assert.Equal(4, series.X.Count));
        Assert.Equal("11:37", figure.X.Read(figure.Series[1].X[1]));
    }

    [Theory]
    [InlineData(0, "PUT is never disturbed at 0 %; it is normal again after 4 h 20 min at 100 %.")]
    [InlineData(1, "PUT is normal again after 4 h 20 min at 100 %; at 0 % it is never disturbed.")]
    [InlineData(0.5, "PUT is normal again after 1 h 30 min at 50 %, 4 h 20 min at 100 %; at 0 % it is never disturbed.")]
    public void ASweep_TellsWhereOneIs_AndTheBestAndTheWorst(double present, string finding) =>
        Assert.Equal(finding, OutageFigures.Sweep("s", Axis.Share("x"), present, [(0, new()), (0.5, new() { PutFullMinutes = 90 }), (1, new() { PutFullMinutes = 260 })]).Finding);

    [Fact]
    public void ASweep_ThatReadersAreAskedAbout_TellsItsEndsOnly() =>
        Assert.Equal(
            "PUT is normal again after 4 h 17 min at 100 %; at 0 % it is never disturbed.",
            OutageFigures.Sweep("s", Axis.Share("x"), 1, [(0, new()), (0.02, new() { PutFullMinutes = 280 }), (1, new() { PutFullMinutes = 257 })], isAsked: true).Finding);

    [Theory]
    [InlineData(1, "PUT is normal again after 4 h 20 min with 1 cell, 1 h 30 min with 64.")]
    [InlineData(3, "PUT is normal again after 3 h with 3 cells, 1 h 30 min with 64, 4 h 20 min with 1.")]
    public void ASweep_CountsThings_WhereItsLeverDoes(double present, string finding) =>
        Assert.Equal(
            finding,
            OutageFigures.Sweep("s", new Axis("cells"), present, [(1, new() { PutFullMinutes = 260 }), (3, new() { PutFullMinutes = 180 }), (64, new() { PutFullMinutes = 90 })], "cell").Finding);

    [Theory]
    [InlineData(0.2, "no request fails, with or without load shedding")]
    [InlineData(0.45, "with load shedding it is 1 min.")]
    public void Shedding_TurnsTheCliffIntoASlope(double present, string words)
    {
        double run(double removed, LoadShedding shedding) => OutageSimulation.Outline(new() { Removed = removed, Shedding = shedding }).GetMinutesLost;

        var figure = OutageFigures.Shedding(present, [.. new[] { 0.2, 0.4, 0.45, 0.6 }.Select(removed => (removed, run(removed, LoadShedding.None), run(removed, LoadShedding.Random)))]);

        FigureRules.Check(figure);
        Assert.Contains(words, figure.Finding, StringComparison.Ordinal);
        Assert.True(figure.Series[0].Y[2] > 100 * figure.Series[1].Y[2]);
    }

    [Fact]
    public void Shedding_ThatIsTooMuchWork_IsSaidToFail()
    {
        var figure = OutageFigures.Shedding(0.98, [(0.4, 0, 0), (0.41, 173.9, 0.3), (0.98, 171.8, 174.1)], overwhelmed: 0.98);

        Assert.EndsWith("with load shedding it is 2 h 54 min. From 98 % on even refusing is too much work.", figure.Finding, StringComparison.Ordinal);
        Assert.Equal(["refuses nothing", "refuses excess", "too much to refuse"], figure.Series.Select(series => series.Name));
        Assert.Equal([0.4, 0.41], figure.Series[1].X);
        Assert.Equal([0.98], figure.Series[2].X);
    }

    [Fact]
    public void TheDependants_AreBackLaterThanS3_UnlessNothingWaited()
    {
        Assert.Contains("worked off what had waited by 15:", OutageFigures.Dependants(OutageSimulation.Trace(new())).Finding, StringComparison.Ordinal);
        Assert.Contains("no later than S3", OutageFigures.Dependants(OutageSimulation.Trace(new() { Deferred = 0 })).Finding, StringComparison.Ordinal);
        Assert.EndsWith("enough to disturb a site.", OutageFigures.Dependants(OutageSimulation.Trace(new() { Shedding = LoadShedding.Random })).Finding, StringComparison.Ordinal);
        Assert.Contains("No service", OutageFigures.Dependants(OutageSimulation.Trace(new() { Tolerant = 1 })).Finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.25, 1)]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    public void WhoCanDoWithoutS3_IsMarked(double tolerant, int lines) =>
        Assert.Equal(lines, OutageFigures.Dependants(OutageSimulation.Trace(new() { Tolerant = tolerant })).Series.Count(series => series.Name == "can do without S3" && series.Y.All(share => share == tolerant)));

    [Theory]
    [InlineData(0, "9:37")]
    [InlineData(257, "13:54")]
    [InlineData(1440, "9:37 on 1 March")]
    [InlineData(863, "0:00 on 1 March")]
    [InlineData(862.4, "23:59")]
    public void TheClock_StartsAtTheCommand(double minutes, string time) => Assert.Equal(time, OutageClock.At(minutes));

    // From 9:50 to 14:08, though it is half a minute less.
    [Theory]
    [InlineData(13.37, 270.85, "4 h 18 min")]
    [InlineData(13.6, 14.4, "48 s")]
    public void BetweenTwoTimesOfDay_IsWhatTheirReaderFinds(double begin, double end, string length) => Assert.Equal(length, OutageClock.Between(begin, end));
}
