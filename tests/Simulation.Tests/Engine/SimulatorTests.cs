using InteractiveArticle.Simulation.Engine;

namespace InteractiveArticle.Simulation.Tests.Engine;

public class SimulatorTests
{
    [Fact]
    public void Next_MovesTheClockAndCounts()
    {
        var simulator = new Simulator<char>();
        simulator.Schedule('b', 2);
        simulator.Schedule('a', 1);
        Assert.Equal((0, 0, 2), (simulator.Now, simulator.Events, simulator.Pending));

        Assert.True(simulator.Next(out char first));
        Assert.Equal(('a', 1, 1, 1), (first, simulator.Now, simulator.Events, simulator.Pending));

        // A delay counts from now, not from the start.
        simulator.Schedule('c', 0.5);
        Assert.True(simulator.Next(out char second));
        Assert.Equal(('c', 1.5), (second, simulator.Now));
        Assert.True(simulator.Next(out char third));
        Assert.Equal(('b', 2, 3, 0), (third, simulator.Now, simulator.Events, simulator.Pending));
    }

    [Fact]
    public void Next_WithNothingLeft_LeavesTheClock()
    {
        var simulator = new Simulator<char>();
        simulator.Schedule('a', 3);
        simulator.Next(out _);

        Assert.False(simulator.Next(out _));
        Assert.Equal((3, 1), (simulator.Now, simulator.Events));
    }

    [Fact]
    public void Schedule_WithoutDelay_HappensNowAndAfterWhatWasScheduledBefore()
    {
        var simulator = new Simulator<char>();
        simulator.Schedule('a', 1);
        simulator.Schedule('b', 1);
        simulator.Next(out _);
        simulator.Schedule('c', 0);

        simulator.Next(out char second);
        simulator.Next(out char third);

        Assert.Equal(('b', 'c', 1), (second, third, simulator.Now));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-double.Epsilon)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    public void Schedule_InThePast_IsRefused(double delay)
    {
        var simulator = new Simulator<char>();
        simulator.Schedule('a', 1);
        simulator.Next(out _);

        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => simulator.Schedule('b', delay));

        Assert.Equal("delay", refusal.ParamName);
        Assert.Equal(0, simulator.Pending);
    }
}
