using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Outage;

namespace InteractiveArticle.Simulation.Tests.Outage;

public sealed class OutageTests
{
    private const double MinutesFromTheRecord = 5;

    // Four numbers are fitted to four times, so that the typical day has no excuse.
    private const double MinutesFromTheFit = 1;

    public static TheoryData<string, Func<OutageMilestones, double>> Milestones => new()
    {
        { "dashboard", day => day.DashboardMinutes },
        { "GET begins", day => day.GetFirstMinutes },
        { "GET normal", day => day.GetFullMinutes },
        { "PUT normal", day => day.PutFullMinutes },
    };

    [Theory]
    [MemberData(nameof(Milestones))]
    public void TheTypicalDay_IsWithinAMinuteOfTheRecordThatItIsFittedTo(string name, Func<OutageMilestones, double> time)
    {
        double modelled = time(Day(new()));

        Assert.True(Math.Abs(modelled - time(RecordedMilestones.Day)) <= MinutesFromTheFit, $"{name}: {modelled} min");
    }

    [Fact]
    public void TheMeanOverManyDays_IsWithinFiveMinutesOfTheRecord_ForEverySeed()
    {
        foreach (ulong seed in new ulong[] { 1, 2, 3, 20170228 })
        {
            var result = OutageSimulation.Run(new(), Experiment.WithSeed(seed));
            var record = RecordedMilestones.Day;

            Assert.InRange(result.DashboardMinutes.Mean - record.DashboardMinutes, -MinutesFromTheRecord, MinutesFromTheRecord);
            Assert.InRange(result.GetFirstMinutes.Mean - record.GetFirstMinutes, -MinutesFromTheRecord, MinutesFromTheRecord);
            Assert.InRange(result.GetFullMinutes.Mean - record.GetFullMinutes, -MinutesFromTheRecord, MinutesFromTheRecord);
            Assert.InRange(result.PutFullMinutes.Mean - record.PutFullMinutes, -MinutesFromTheRecord, MinutesFromTheRecord);
        }
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.2)]
    [InlineData(0.39)]
    public void Removed_LessThanTheHeadroom_HarmsNobody(double removed)
    {
        var day = Run(new() { Removed = removed });

        Assert.Equal(new OutageMilestones(), day.Typical);
        Assert.Equal(0, day.GetMinutesLost);
        Assert.All(day.Minutes, minute => Assert.Equal(1, minute.PutSuccess));
    }

    [Theory]
    [InlineData(0.41)]
    [InlineData(0.7)]
    [InlineData(1)]
    public void Removed_MoreThanTheHeadroom_StopsEverything(double removed)
    {
        var day = Run(new() { Removed = removed });

        Assert.Contains(day.Minutes, minute => minute.GetSuccess == 0);
        Assert.True(day.Typical.GetFirstMinutes > 60);
    }

    [Fact]
    public void Guard_AtTheDemand_PreventsTheOutage_AndBelowItDoesNot()
    {
        double demand = new OutageOptions().Utilisation;

        Assert.Equal(0, Day(new() { Guard = demand }).PutFullMinutes);
        Assert.True(Day(new() { Guard = demand - 0.05 }).PutFullMinutes > 200);
    }

    [Fact]
    public void RemovalRate_SlowEnoughForPeopleToAct_PreventsTheOutage()
    {
        Assert.Equal(0, Day(new() { RemovalRate = 0.01 }).PutFullMinutes);
        Assert.True(Day(new() { RemovalRate = 0.1 }).PutFullMinutes > 200);
    }

    [Fact]
    public void DisturbedShare_CountsTheDaysOnWhichAnythingFailed()
    {
        Assert.Equal((1, 0), (Run(new()).DisturbedShare.Mean, Run(new() { Removed = 0.39 }).DisturbedShare.Mean));

        // The tool is so slow that on some days people are quick enough.
        var result = Run(new() { RemovalRate = 0.0195, Variability = 0.5 });
        Assert.Equal(result.Days.Count(day => day.PutFullMinutes > 0) / 100.0, result.DisturbedShare.Mean, tolerance: 1e-9);
        Assert.InRange(result.DisturbedShare.Mean, 0.1, 0.9);
    }

    [Fact]
    public void Undo_TakesItsOwnTime_AndNotThatOfABoot()
    {
        var slowPatience = new OutageOptions { PatienceMinutes = 10, UndoMinutes = 7 };

        Assert.Equal(7 + 5 + ((1 - (0.6 / 0.85)) / 1), Day(slowPatience).PutFullMinutes, tolerance: 0.01);
        Assert.Equal(Day(slowPatience), Day(slowPatience with { BootMinutes = 100 }));
    }

    [Fact]
    public void Cells_MoreOfThem_BringTheIndexBackSooner()
    {
        double[] minutes = [.. new[] { 1, 2, 4, 8, 16 }.Select(cells => Day(new() { Cells = cells }).GetFullMinutes)];

        Assert.Equal(minutes.OrderDescending(), minutes);
        Assert.True(minutes[0] > 2 * minutes[^1]);
    }

    [Fact]
    public void Cells_CheckedOneAfterTheOther_GainNothing()
    {
        double one = Day(new() { Cells = 1 }).GetFullMinutes;
        double many = Day(new() { Cells = 16, RestartParallelism = 1 }).GetFullMinutes;

        Assert.Equal(one, many, tolerance: 1);
    }

    [Fact]
    public void CheckRate_Faster_BringsTheIndexBackSooner_ByTheTimeThePassSaves()
    {
        double slow = Day(new() { CheckRate = 0.25 }).GetFullMinutes;
        double fast = Day(new() { CheckRate = 0.5 }).GetFullMinutes;

        Assert.Equal(60 / 0.25 - (60 / 0.5), slow - fast, tolerance: 1e-6);
    }

    [Fact]
    public void Objects_TwiceAsMany_AtTwiceTheRate_ChangeNothing()
    {
        var day = Day(new());
        var scaled = Day(new() { Objects = 2, CheckRate = 2 * new OutageOptions().CheckRate });

        Assert.Equal(day.GetFirstMinutes, scaled.GetFirstMinutes, tolerance: 1e-6);
        Assert.Equal(day.PutFullMinutes, scaled.PutFullMinutes, tolerance: 1e-6);
    }

    [Fact]
    public void Placement_RecoversOnlyAfterTheIndexHasBegun()
    {
        var day = Run(new());

        Assert.All(
            day.Minutes.Where(minute => minute.Minute > 30 && minute.Minute < day.Typical.GetFirstMinutes),
            minute => Assert.Equal(0, minute.PlacementCapacity));
        Assert.True(day.Typical.PutFullMinutes > day.Typical.GetFullMinutes);
    }

    [Fact]
    public void Placement_WithAnIndexThatIsBackSooner_IsBackSooner() =>
        Assert.True(Day(new() { CheckRate = 1 }).PutFullMinutes < Day(new()).PutFullMinutes - 60);

    [Fact]
    public void Dashboard_InASecondRegion_TellsTheTruthWithinMinutes()
    {
        Assert.InRange(Day(new() { DashboardRegions = 2 }).DashboardMinutes, 1, 15);
        Assert.True(Day(new()).DashboardMinutes > 100);
    }

    [Fact]
    public void Dashboard_IsStuckUntilTheWorkaroundOrS3ItselfIsThere()
    {
        var slowWorkaround = Run(new() { WorkaroundMinutes = 1000 });

        Assert.InRange(slowWorkaround.Typical.DashboardMinutes, slowWorkaround.Typical.GetFirstMinutes, slowWorkaround.Typical.GetFullMinutes);
        Assert.Equal(0, slowWorkaround.Minutes.Single(minute => minute.Minute == 100).DashboardTruthful);
    }

    [Fact]
    public void Quorum_IsLostByASmallerRemovalThanTheDemandAllows()
    {
        Assert.Equal(0, Day(new() { Removed = 0.1, Trigger = CollapseTrigger.Quorum }).PutFullMinutes);
        Assert.True(Day(new() { Removed = 0.2, Trigger = CollapseTrigger.Quorum }).PutFullMinutes > 200);
        Assert.Equal(0, Day(new() { Removed = 0.2 }).PutFullMinutes);
    }

    [Fact]
    public void Either_FallsWhereOneOfTheTriggersDoes()
    {
        Assert.Equal(0, Day(new() { Removed = 0.1, Trigger = CollapseTrigger.Either }).PutFullMinutes);
        Assert.Equal(Day(new() { Trigger = CollapseTrigger.Quorum }), Day(new() { Trigger = CollapseTrigger.Either }));
        Assert.True(Day(new() { Removed = 0.2, Trigger = CollapseTrigger.Either }).PutFullMinutes > 200);
    }

    [Fact]
    public void Either_FallsSoonerThanByOverload_BecauseServersThatGiveWayTakeReplicasWithThem()
    {
        // One server in eleven is too few for the quorum, but too many for a fleet that is nearly full.
        var busy = new OutageOptions { Removed = 0.09, Utilisation = 0.93, SafeUtilisation = 1 };

        Assert.True(Run(busy with { Trigger = CollapseTrigger.Quorum }).IndexCollapses == 0);
        Assert.True(Day(busy with { Trigger = CollapseTrigger.Either }).GetFullMinutes < Day(busy with { Trigger = CollapseTrigger.Overload }).GetFullMinutes - 2);
    }

    [Fact]
    public void MinutesLost_AreTheAreaAboveTheSuccessCurve()
    {
        var day = Run(new());
        double area = day.Minutes.Sum(minute => 1 - minute.GetSuccess);

        Assert.Equal(area, day.GetMinutesLost, tolerance: 2);
    }

    [Fact]
    public void SameSeed_GivesTheSameDays_AndAnotherSeedOthers()
    {
        var first = Run(new());
        var again = Run(new());
        var other = OutageSimulation.Run(new(), Experiment.WithSeed(7));

        Assert.Equal(first.Days, again.Days);
        Assert.Equal(first.Minutes, again.Minutes);
        Assert.NotEqual(first.Days, other.Days);
    }

    [Fact]
    public void OneLever_DoesNotReshuffleTheOthers()
    {
        var days = Run(new()).Days;
        var withQuickerWorkaround = Run(new() { WorkaroundMinutes = 60 }).Days;

        Assert.Equal(days.Select(day => day.PutFullMinutes), withQuickerWorkaround.Select(day => day.PutFullMinutes));
        Assert.NotEqual(days.Select(day => day.DashboardMinutes), withQuickerWorkaround.Select(day => day.DashboardMinutes));
    }

    [Fact]
    public void OptionOutOfRange_IsRefusedByName()
    {
        var refusal = Assert.Throws<ModelOptionsException>(() => Run(new() { Removed = 1.5 }));

        Assert.Contains("removed = 1.5: not allowed", refusal.Message, StringComparison.Ordinal);
    }

    private static OutageResult Run(OutageOptions options) => OutageSimulation.Run(options);

    private static OutageMilestones Day(OutageOptions options) => Days.Run(options).Typical;
}
