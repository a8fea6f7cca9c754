using InteractiveArticle.Simulation.Outage;

namespace InteractiveArticle.Simulation.Tests.Outage;

/// <summary>What holds on every day, whatever the options.</summary>
public sealed class InvariantTests
{
    private const double Rounding = 1e-9;

    // By overload and lost quorum together a fleet without shedding dies a little sooner, and is back that much sooner; minutes.
    private const double Dying = 0.5;

    // One dependant in ten may be later than the time that is reported.
    private const double LastTenth = 0.1 + 1e-6;

    [Fact]
    public void Dependants_AreNotNormalBeforeWhatTheyNeedIs() => Days.CheckAny(options =>
    {
        var result = Days.Run(options);
        var day = result.Days[0];
        double hit = 1 - options.Tolerant;

        Assert.True(hit <= LastTenth || day.DependantsMinutes >= day.GetFullMinutes, $"{options}: {day}");
        Assert.True(hit * options.Writers <= LastTenth || day.DependantsMinutes >= day.PutFullMinutes, $"{options}: {day}");
        Assert.True(day.PutFullMinutes > 0 || day.DependantsMinutes == 0, $"{options}: {day}");
        Assert.All(result.Minutes, minute =>
        {
            double disturbed = (minute.GetSuccess < 1 ? hit * (1 - options.Writers) : 0) + (minute.PutSuccess < 1 ? hit * options.Writers : 0);
            Assert.True(minute.DependantsNormal <= 1 - disturbed + Rounding, $"{options}: {minute}");
            Assert.True(minute.Backlog == 0 || minute.DependantsNormal < 1, $"{options}: {minute}");
        });
        Assert.Equal((1, 0), (result.Minutes[^1].DependantsNormal, result.Minutes[^1].Backlog));
        Assert.All(result.Minutes.Zip(result.Minutes.Skip(1)), pair => Assert.True(pair.First.LossMillions <= pair.Second.LossMillions, $"{options}: {pair}"));
        Assert.Equal((0, result.Typical.LossMillions), (result.Minutes[0].LossMillions, result.Minutes[^1].LossMillions));
    });

    [Fact]
    public void LookingAtADayMinuteByMinute_DoesNotChangeIt() => Days.CheckAny(options =>
    {
        var result = Days.Run(options);
        Assert.Equal(result.Typical, result.Days[0]);
    });

    [Fact]
    public void TheDemandServed_IsNeverMoreThanTheCapacity() => Days.CheckAny(options =>
    {
        foreach (var shedding in Enum.GetValues<LoadShedding>())
        {
            Assert.All(Days.Run(options with { Shedding = shedding }).Minutes, minute =>
            {
                Assert.True(minute.GetSuccess * options.Utilisation <= minute.IndexCapacity + Rounding, $"{options}: {minute}");
                Assert.True(minute.PutSuccess * options.Utilisation <= minute.PlacementCapacity + Rounding, $"{options}: {minute}");
                Assert.True(minute.PutSuccess <= minute.GetSuccess, $"{options}: {minute}");
            });
        }
    });

    // A guard that is not enough lets a fleet die more slowly, and answers come too late meanwhile; hence the allowance.
    [Fact]
    public void Guard_Larger_DoesNoHarm_BeyondTheTimeThatAFleetTakesToDie() => Days.CheckAny(options =>
    {
        double dying = options.ClientPatienceMinutes + (options.PatienceMinutes * Math.Max(1, Math.Log(1 + (options.PatienceMinutes / options.ClientPatienceMinutes)))) + 1;

        double less = Days.Run(options).GetMinutesLost;
        double more = Days.Run(options with { Guard = options.Guard + 0.1 }).GetMinutesLost;

        Assert.True(more <= less + dying, $"{options}: {less} min, with more guard {more} min");
    });

    [Fact]
    public void Cells_MoreOfThemSideBySide_DoNoHarm_BeyondTheCheckOfAPartition() => Days.CheckAny(options =>
    {
        var few = options with { RestartParallelism = 1000 };
        var many = few with { Cells = 1 + (options.Cells * 3 / 2) };
        double partition = 60 * many.Objects / many.CheckRate / many.Cells / Math.Max(1, 240 / many.Cells);

        var (lostWithFew, lostWithMany) = (Days.Run(few).GetMinutesLost, Days.Run(many).GetMinutesLost);

        Assert.True(lostWithMany <= lostWithFew + (2 * partition), $"{options}: {lostWithFew} min, with more cells {lostWithMany} min");
    });

    [Fact]
    public void Shedding_ThatCostsNothing_DoesNoHarm_BeyondTheTimeThatAFleetTakesToDie() => Days.CheckAny(options =>
    {
        var without = options with { RefusalCost = 0 };
        double lost = Days.Run(without).GetMinutesLost;
        foreach (var shedding in Enum.GetValues<LoadShedding>())
        {
            double lostShedding = Days.Run(without with { Shedding = shedding }).GetMinutesLost;
            Assert.True(lostShedding <= lost + Dying, $"{options}: {lost} min, with {shedding} {lostShedding} min");
        }
    });
}
