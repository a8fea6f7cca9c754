using InteractiveArticle.Simulation.Outage;

namespace InteractiveArticle.Simulation.Tests.Outage;

/// <summary>How an overloaded fleet gives way, held to the closed form that its hazard has for very many servers.</summary>
public sealed class OverloadTests
{
    private static readonly int[] Fleets = [10, 20, 50, 100, 500, 1000, 5000];

    // Nobody acts, so that only the hazard decides.
    private static readonly OutageOptions Unattended = new() { Variability = 0, ReactionMinutes = 120, UndoMinutes = 240 };

    public static TheoryData<OutageOptions> Overloads =>
    [
        Unattended,
        Unattended with { PatienceMinutes = 0.5 },
        Unattended with { PatienceMinutes = 6 },
        Unattended with { Removed = 0.42 },
        Unattended with { Removed = 0.6, RemovalRate = 0.1 },
        Unattended with { Removed = 0.7, RemovalRate = 10, Utilisation = 0.35 },
        Unattended with { Removed = 0.3, Utilisation = 0.9, RemovalRate = 0.05 },
    ];

    [Theory]
    [MemberData(nameof(Overloads))]
    public void TheCollapse_ComesWhenTheHazardSays_WhateverTheNumberOfServers(OutageOptions options) =>
        Assert.All(Fleets, servers =>
        {
            double excess = options.Removed + options.Utilisation - 1;
            double collapse = CollapseOf(options with { Servers = servers });

            // A sum over steps of one server instead of an integral, and the last server that the tool takes.
            double step = (options.PatienceMinutes / (excess * servers)) + (1 / (options.RemovalRate * servers));
            Assert.Equal(CollapseInTheory(options), collapse, tolerance: 2 * step);
        });

    [Fact]
    public void TheUsualCollapse_ComesAfter5Minutes24Seconds() => Assert.Equal(5.4, CollapseOf(Unattended), tolerance: 0.1);

    [Fact]
    public void TenServers_FallWhereAThousandDo()
    {
        Assert.All(Fleets, servers =>
        {
            Assert.True(Day(new() { Servers = servers }).PutFullMinutes > 240, $"{servers} servers");
            Assert.True(Day(new() { Servers = servers, Guard = 0.57 }).PutFullMinutes > 0, $"{servers} servers, guard below the demand");
            Assert.Equal(0, Day(new() { Servers = servers, Removed = 0.39 }).PutFullMinutes);
            Assert.Equal(0, Day(new() { Servers = servers, Guard = 0.6 }).PutFullMinutes);
        });
    }

    [Fact]
    public void Guard_AtTheDemand_IsEnough_ForEveryFleet_AndRoundingDoesNotDecide()
    {
        foreach (int servers in Enumerable.Range(10, 60))
        {
            foreach (int percent in new[] { 7, 29, 35, 55, 57, 60, 70, 93 })
            {
                double demand = percent / 100.0;
                var day = Day(new() { Servers = servers, Utilisation = demand, Guard = demand, Removed = 1 });
                Assert.True(day.PutFullMinutes == 0, $"{servers} servers for a demand of {percent} %: {day.PutFullMinutes} min");
            }
        }
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(6, false)]
    public void People_WinWhenTheServersAreBackInTime(double patience, bool isLost)
    {
        // Back after 0.3 minutes to the alarm, 5 to react and 6 to put them back; the fleet holds for 0.45 + 2.47 · patience.
        var day = Day(new() { PatienceMinutes = patience, UndoMinutes = 6 });

        Assert.Equal(isLost, day.PutFullMinutes > 60);
    }

    // With dx/dt = removal + x / patience for the excess x of the demand over the capacity, as shares of the fleet.
    private static double CollapseInTheory(OutageOptions options)
    {
        double patience = options.PatienceMinutes;
        double overloaded = (1 - options.Utilisation) / options.RemovalRate;
        double removed = options.Removed / options.RemovalRate;
        double growth = options.RemovalRate * patience;
        double duringRemoval = overloaded + (patience * Math.Log(1 + (options.Utilisation / growth)));
        double excess = growth * (Math.Exp((removed - overloaded) / patience) - 1);
        return duringRemoval <= removed ? duringRemoval : removed + (patience * Math.Log(options.Utilisation / excess));
    }

    // Everything after the collapse takes a fixed time.
    private static double CollapseOf(OutageOptions options) =>
        Day(options).GetFullMinutes - options.DecisionMinutes - options.BootMinutes - (60 / options.CheckRate) - options.ActivationMinutes;

    private static OutageMilestones Day(OutageOptions options) => Days.Run(options).Typical;
}
