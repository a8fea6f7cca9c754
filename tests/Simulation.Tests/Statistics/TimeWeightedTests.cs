using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.Statistics;

public class TimeWeightedTests
{
    [Fact]
    public void Mean_WeighsEveryLevelByItsTime()
    {
        var level = new TimeWeighted();
        level.Set(1, 2);
        level.Set(3, 5);

        // 0 for 1, 2 for 2, 5 for 1.
        Assert.Equal(9.0 / 4, level.Mean(4));
        Assert.Equal(14.0 / 5, level.Mean(5));
    }

    [Fact]
    public void Mean_OfNoTime_IsTheLevel()
    {
        var level = new TimeWeighted();
        level.Set(0, 7);

        Assert.Equal(7, level.Mean(0));
    }

    [Fact]
    public void Restart_ForgetsThePastAndKeepsTheLevel()
    {
        var level = new TimeWeighted();
        level.Set(0, 100);
        level.Set(5, 3);

        level.Restart(10);
        Assert.Equal(3, level.Mean(10));
        level.Set(12, 0);

        Assert.Equal(6.0 / 8, level.Mean(18));
    }

    [Fact]
    public void Set_TwiceAtOneTime_KeepsTheLast()
    {
        var level = new TimeWeighted();
        level.Set(2, 50);
        level.Set(2, 1);

        Assert.Equal(0.5, level.Mean(4));
    }
}
