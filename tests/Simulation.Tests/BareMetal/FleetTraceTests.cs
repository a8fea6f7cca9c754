using InteractiveArticle.Simulation.BareMetal;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Tests.BareMetal;

public sealed class FleetTraceTests
{
    // One person and a shelf of one, so that there is waiting of either kind.
    private static readonly BareMetalOptions Busy = new() { Mtbf = 2000, Mttr = 14, Spares = 1, LeadTimeDays = 5, Zones = 4, ZoneOutageRate = 12, Days = 200 };

    private readonly FleetTrace trace = BareMetalSimulation.Trace(Busy);
    private readonly BareMetalResult result = BareMetalSimulation.Run(Busy, new() { Replications = 1 });

    [Theory]
    [InlineData(ServerCondition.WaitingForMachine)]
    [InlineData(ServerCondition.WaitingForPerson)]
    public void TheTrace_HasWhatTheResultsSayOnAverage(ServerCondition condition)
    {
        double expected = condition == ServerCondition.WaitingForMachine ? result.WaitingForParts.Mean : result.WaitingForPeople.Mean;

        Assert.True(expected > 0.5);
        Assert.Equal(expected, MeanIn(condition), tolerance: 1e-9);
    }

    [Fact]
    public void ThoseInRepair_AreThoseWhoWaitForPeopleAndThoseWorkedOn() =>
        Assert.Equal(result.InRepair.Mean, MeanIn(ServerCondition.WaitingForPerson) + MeanIn(ServerCondition.InRepair), tolerance: 1e-9);

    [Fact]
    public void TheZones_AreDownAsLongAsTheResultsSay()
    {
        double servers = 0;
        foreach (var turn in trace.Zones.Where(turn => turn.IsDown))
        {
            double back = trace.Zones.Where(other => other.Zone == turn.Zone && other.Hour > turn.Hour).Select(other => other.Hour).FirstOrDefault(End);
            servers += (back - turn.Hour) / End * Enumerable.Range(0, Busy.Servers).Count(server => server % Busy.Zones == turn.Zone);
        }

        Assert.Equal(result.InZonesDown.Mean, servers, tolerance: 1e-9);
    }

    [Fact]
    public void WhatIsTakenFromTheShelf_IsOrdered()
    {
        int level = Busy.Spares;
        int taken = 0;
        int arrived = 0;
        foreach (var change in trace.Shelf)
        {
            Assert.Equal(1, Math.Abs(change.Machines - level));
            (taken, arrived) = change.Machines < level ? (taken + 1, arrived) : (taken, arrived + 1);
            level = change.Machines;
        }

        Assert.Equal(trace.Orders.Count(order => order.Arrives < End), arrived);
        Assert.Equal(Busy.Spares + arrived - level, taken);
        Assert.All(trace.Orders, order => Assert.Equal(Busy.LeadTimeDays * TimeUnits.HoursPerDay, order.Arrives - order.Ordered, tolerance: 1e-9));
    }

    private static double End => Busy.Days * TimeUnits.HoursPerDay;

    private double MeanIn(ServerCondition condition)
    {
        double hours = 0;
        foreach (var (turn, n) in trace.Servers.Select((turn, n) => (turn, n)).Where(pair => pair.turn.Condition == condition))
        {
            hours += trace.Servers.Skip(n + 1).Where(next => next.Server == turn.Server).Select(next => next.Hour).FirstOrDefault(End) - turn.Hour;
        }

        return hours / End;
    }
}
