using InteractiveArticle.Simulation.Outage;

namespace InteractiveArticle.Simulation.Tests.Outage;

public sealed class DependantsTests
{
    private static readonly OutageOptions Usual = new();

    [Fact]
    public void Loss_OfTheTypicalDay_IsNearTheEstimates() =>
        Assert.Equal(RecordedLosses.StandardAndPoor500 + RecordedLosses.FinancialServices, Day(Usual).LossMillions, tolerance: 2);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0.25, 0.5, 0.5)]
    [InlineData(0.9, 1, 0.2)]
    public void Loss_IsTheWorthOfTheFailedWorkThatNobodyDoesLater(double tolerant, double writers, double deferred)
    {
        var options = Usual with { Tolerant = tolerant, Writers = writers, Deferred = deferred };
        var day = OutageSimulation.Run(options);

        double failedMinutes = (1 - tolerant) * ((writers * day.PutMinutesLost) + ((1 - writers) * day.GetMinutesLost));
        Assert.Equal(failedMinutes / 60 * (1 - deferred) * options.WorthPerHour, day.Typical.LossMillions, tolerance: 1e-6);
    }

    [Fact]
    public void Dependants_ThatAllGoOnWithoutS3_LoseNothing()
    {
        var day = OutageSimulation.Run(Usual with { Tolerant = 1 });

        Assert.Equal((0, 0), (day.Typical.DependantsMinutes, day.Typical.LossMillions));
        Assert.All(day.Minutes, minute => Assert.Equal((1, 0), (minute.DependantsNormal, minute.Backlog)));
    }

    [Fact]
    public void Dependants_ThatPutNothingOff_AreBackWithS3()
    {
        var day = Day(Usual with { Deferred = 0, Tolerant = 0 });

        Assert.Equal(day.PutFullMinutes, day.DependantsMinutes, tolerance: 1e-6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void Dependants_WithoutABacklog_AreBackWithWhatTheyNeed(double writers)
    {
        var day = UnrecordedDay(Usual with { Deferred = 0, Writers = writers });

        Assert.Equal(writers == 0 ? day.GetFullMinutes : day.PutFullMinutes, day.DependantsMinutes);
    }

    [Fact]
    public void TheSlowestDependants_CountWhateverRoundingDoes()
    {
        // Each of these days differs from the next by seconds, and so must the return of the dependants.
        double[] minutes = [.. Enumerable.Range(0, 40).Select(i => UnrecordedDay(Usual with { PatienceMinutes = 2 + (i / 20.0) }).DependantsMinutes)];

        Assert.All(minutes.Zip(minutes.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0, 1));
    }

    [Fact]
    public void Backlog_OfATotalFailure_TakesUtilisationOverSpareTimesAsLongToDrain()
    {
        // With cells enough, checks in no time and no warm-up S3 is either down or up, and the fluid queue has a closed form.
        var abrupt = Usual with
        {
            CheckRate = 1000, ActivationMinutes = 0, PlacementCheckMinutes = 0, PatienceMinutes = 0.1, RemovalRate = 10, Removed = 1,
            Tolerant = 0, Writers = 0, Deferred = 0.8, DependantUtilisation = 0.5,
        };
        var day = OutageSimulation.Run(abrupt);

        // Nine in ten of utilisations spread evenly over 0.3 … 0.7 lie below 0.66; the class that holds this place is centred on 0.65.
        double drain = abrupt.Deferred * day.GetMinutesLost * 0.65 / (1 - 0.65);
        Assert.Equal(day.Typical.GetFullMinutes + drain, day.Typical.DependantsMinutes, tolerance: 0.02 * drain);
    }

    [Fact]
    public void Backlog_LastsLonger_TheLessThereIsToSpare()
    {
        double[] minutes = [.. new[] { 0.1, 0.3, 0.5, 0.7 }.Select(utilisation => Day(Usual with { DependantUtilisation = utilisation }).DependantsMinutes)];

        Assert.Equal(minutes.Order(), minutes);
        Assert.True(minutes[^1] > 2 * minutes[0]);
    }

    [Fact]
    public void Backlog_GrowsWhileS3IsGone_AndIsGoneAtTheEndOfTheRecord()
    {
        var minutes = OutageSimulation.Run(Usual).Minutes;
        var gone = minutes.Where(minute => minute.Minute is > 30 and < 160).ToArray();

        Assert.Equal(gone.Select(minute => minute.Backlog).Order(), gone.Select(minute => minute.Backlog));
        Assert.True(gone[^1].Backlog > 30);
        Assert.Equal((1, 0), (minutes[^1].DependantsNormal, minutes[^1].Backlog));
    }

    // The days of the mean are not looked at minute by minute, and have to come out the same.
    private static OutageMilestones UnrecordedDay(OutageOptions options) => Days.Run(options with { Variability = 0 }).Days[0];

    private static OutageMilestones Day(OutageOptions options) => Days.Run(options).Typical;
}
