using InteractiveArticle.Simulation.Engine;

namespace InteractiveArticle.Simulation.Tests.Engine;

public sealed class SimulatorTests
{
    [Fact]
    public void Next_MovesTheClockToTheEarliestEvent()
    {
        var simulator = new Simulator<char>();
        simulator.Schedule('b', 2);
        simulator.Schedule('a', 1);

        Assert.True(simulator.Next(out char first));
        Assert.Equal(('a', 1.0), (first, simulator.Now));
        simulator.Schedule('c', 0.5);
        Assert.True(simulator.Next(out char second));
        Assert.Equal(('c', 1.5), (second, simulator.Now));
        Assert.Equal(1, simulator.Pending);
        Assert.Equal(2, simulator.Events);
    }

    [Fact]
    public void Next_WithNothingPending_LeavesTheClock()
    {
        var simulator = new Simulator<char>();
        simulator.Schedule('a', 3);
        simulator.Next(out _);

        Assert.False(simulator.Next(out _));
        Assert.Equal(3, simulator.Now);
    }

    [Theory]
    [InlineData(-1e-9)]
    [InlineData(double.NaN)]
    public void Schedule_InThePast_IsRefused(double delay) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Simulator<int>().Schedule(0, delay));
}
