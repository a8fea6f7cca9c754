using InteractiveArticle.Simulation.Queueing;

namespace InteractiveArticle.Simulation.Tests.Queueing;

/// <summary>The formulas held against each other and against closed forms.</summary>
public class TheoryTests
{
    public static TheoryData<double> Loads => [0.01, 0.1, 0.3, 0.5, 0.8, 0.95, 0.999];

    [Theory]
    [MemberData(nameof(Loads))]
    public void ErlangC_WithOneServer_IsPollaczekKhinchineWithVariationOne(double load)
    {
        Assert.Equal(load, ErlangC.WaitProbability(load, 1, 1), 1e-12);
        Assert.Equal(1, ErlangC.MeanWait(load, 1, 1) / PollaczekKhinchine.MeanWait(load, 1, 1), 1e-12);
        Assert.Equal(1, ErlangC.MeanWait(load, 1, 1) / (load / (1 - load)), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Loads))]
    public void DeterministicService_WaitsHalfAsLongAsExponential(double load) =>
        Assert.Equal(0.5, PollaczekKhinchine.MeanWait(load, 1, 0) / PollaczekKhinchine.MeanWait(load, 1, 1), 1e-12);

    // Rounded to four digits, as in the printed tables of traffic engineering.
    [Theory]
    [InlineData(1, 1, 0.5)]
    [InlineData(2, 2, 0.4)]
    [InlineData(5, 5, 0.2849)]
    [InlineData(10, 10, 0.2146)]
    [InlineData(20, 30, 0.0085)]
    public void ErlangB_AgreesWithTheTables(double offeredLoad, int servers, double expected) =>
        Assert.Equal(expected, ErlangB.LossProbability(offeredLoad, servers), 0.000_051);

    [Theory]
    [InlineData(2, 0.75, 0.6429)]
    [InlineData(5, 0.8, 0.5541)]
    [InlineData(10, 0.5, 0.0361)]
    public void ErlangC_AgreesWithTheTables(int servers, double load, double expected) =>
        Assert.Equal(expected, ErlangC.WaitProbability(load * servers, 1, servers), 0.000_051);

    [Theory]
    [MemberData(nameof(Loads))]
    public void FiniteQueue_WithRoomOnlyInService_IsErlangB(double load)
    {
        foreach (int servers in (int[])[1, 2, 7, 100])
        {
            double expected = ErlangB.LossProbability(load * servers, servers);
            Assert.Equal(expected, FiniteQueue.LossProbability(load * servers, 1, servers, servers), 1e-12);
            Assert.Equal(0, FiniteQueue.MeanWait(load * servers, 1, servers, servers));
        }
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.8)]
    [InlineData(0.95)]
    public void FiniteQueue_WithAmpleRoom_IsErlangC(double load)
    {
        Assert.Equal(1, FiniteQueue.MeanWait(3 * load, 1, 3, 2000) / ErlangC.MeanWait(3 * load, 1, 3), 1e-9);
        Assert.Equal(0, FiniteQueue.LossProbability(3 * load, 1, 3, 2000), 1e-12);
    }

    [Theory]
    [InlineData(0.5, 4)]
    [InlineData(1, 10)]
    [InlineData(3, 6)]
    public void FiniteQueue_WithOneServer_HasItsClosedForm(double load, int capacity)
    {
        double expected = load == 1
            ? 1.0 / (capacity + 1)
            : (1 - load) * Math.Pow(load, capacity) / (1 - Math.Pow(load, capacity + 1));

        Assert.Equal(expected, FiniteQueue.LossProbability(load, 1, 1, capacity), 1e-12);
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1)]
    [InlineData(1e6)]
    public void StateProbabilities_WithMuchRoomAtAnyLoad_AddUpToOne(double load)
    {
        var states = FiniteQueue.StateProbabilities(load, 1, 1, 5000);

        Assert.Equal(5001, states.Count);
        Assert.Equal(1, states.Sum(), 1e-10);
        Assert.All(states, state => Assert.InRange(state, 0, 1));
    }

    [Fact]
    public void TheUnitOfTime_OnlyScalesTheWait()
    {
        Assert.Equal(ErlangC.WaitProbability(2.4, 1, 3), ErlangC.WaitProbability(144, 60, 3), 1e-12);
        Assert.Equal(ErlangC.MeanWait(2.4, 1, 3), 60 * ErlangC.MeanWait(144, 60, 3), 1e-12);
        Assert.Equal(PollaczekKhinchine.MeanWait(0.8, 1, 2), 60 * PollaczekKhinchine.MeanWait(48, 60, 2), 1e-12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1.5)]
    public void AtFullLoad_ThereIsNoSteadyStateToCompute(double load)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangC.WaitProbability(load, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangC.MeanWait(load, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PollaczekKhinchine.MeanWait(load, 1, 1));
    }
}
