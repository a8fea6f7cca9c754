using InteractiveArticle.Simulation.BareMetal;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Queueing;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.BareMetal;

public sealed class BareMetalTests
{
    // Demand plays no part in how servers fail, so a small fleet may stand for many.
    private static readonly BareMetalOptions Exponential = new() { Forecast = 200, Headroom = 0, LifeShape = 1, Days = 3650, SpikeSize = 0 };

    [Fact]
    public void TheCrew_AgreesWithTheMachineRepairman()
    {
        TheoryGrid.AssertAgreement(
            from crew in new[] { 1, 2, 5 }
            from mtbf in new[] { 300, 1000, 4000 }
            let options = Exponential with { Crew = crew, Mtbf = mtbf, Mttr = 20, PartShare = 0 }
            let result = BareMetalSimulation.Run(options, Experiment.WithSeed((ulong)(mtbf + crew)))
            let theory = MachineRepairman.MeanInNeed(options.Servers, crew, 20.0 / mtbf)
            from quantity in new (Estimate Estimate, double Theory)[] { (result.InRepair, theory), (result.Availability, 1 - (theory / options.Servers)) }
            select new TheoryPoint(options, quantity.Estimate, quantity.Theory));
    }

    [Fact]
    public void TheShelf_AgreesWithPalm()
    {
        var points =
            from spares in new[] { 0, 1, 3, 6 }
            from days in new[] { 7, 28 }
            let options = Exponential with { Forecast = 2000, Mtbf = 40_000, Mttr = 0.1, Crew = 100, PartShare = 1, Spares = spares, LeadTimeDays = days, Days = 1800 }
            let result = BareMetalSimulation.Run(options, Experiment.WithSeed((ulong)(spares + days)))

            // Only working servers fail, and the shelf is full at first: the first lead time of 1800 days counts for little.
            let onOrder = options.Servers * result.Availability.Mean / options.Mtbf * 24 * days
            let theory = SparesShelf.MeanWaiting(onOrder, spares)
            select new TheoryPoint(options, result.WaitingForParts, theory, 0.02 * theory);

        Assert.All(points, TheoryGrid.AssertNear);
    }

    [Fact]
    public void Lives_HaveTheMeanAskedFor_WhateverTheirShape()
    {
        foreach (double shape in new[] { 0.7, 1, 3 })
        {
            var options = Exponential with { LifeShape = shape, Mtbf = 500, Mttr = 10, Crew = 100, PartShare = 0 };
            var availability = BareMetalSimulation.Run(options).Availability;

            TheoryGrid.AssertNear(new($"shape {shape}", availability, 500.0 / 510, 1e-4));
        }
    }

    [Fact]
    public void WithoutFailures_WhatIsRefused_IsWhatExceedsTheFleet()
    {
        var options = new BareMetalOptions { Mtbf = 1e6, Spares = 1000, ForecastError = 1, SpikeSize = 0, NightDepth = 0.5 };
        var result = BareMetalSimulation.Run(options, new() { Replications = 3 });
        double refused = result.Hours.Sum(hour => Math.Max(0, hour.Demand - (options.Servers * options.ServerCapacity)));

        Assert.Equal(refused / result.Hours.Sum(hour => hour.Demand), result.RefusedShare.Mean, tolerance: 0.002);
        Assert.Equal(2000, result.Hours.Max(hour => hour.Demand), tolerance: 1e-6);
        Assert.Equal(1000, result.Hours.Min(hour => hour.Demand), tolerance: 1e-6);
    }

    [Fact]
    public void Hours_ServeNoMoreThanIsAskedForAndThanThereIs()
    {
        var hours = BareMetalSimulation.Run(new()).Hours;

        Assert.Equal(24 * 90, hours.Count);
        Assert.All(hours, hour => Assert.Equal(Math.Min(hour.Demand, hour.Capacity), hour.Served));
    }

    [Fact]
    public void EachLever_PullsTheWayOneExpects()
    {
        double refused(BareMetalOptions options) => BareMetalSimulation.Run(options).RefusedShare.Mean;
        var usual = new BareMetalOptions();

        Assert.True(refused(usual with { Headroom = 1 }) < refused(usual));
        Assert.True(refused(usual with { ForecastError = 0.5 }) > refused(usual));
        Assert.True(refused(usual with { SpikeSize = 3 }) > refused(usual));
        Assert.True(refused(usual with { Mtbf = 500 }) > refused(usual));
        Assert.True(refused(usual with { Mtbf = 500, Crew = 10 }) < refused(usual with { Mtbf = 500 }));
        Assert.True(refused(usual with { Mtbf = 500, Crew = 10, LeadTimeDays = 2 }) < refused(usual with { Mtbf = 500, Crew = 10 }));
        Assert.True(BareMetalSimulation.Run(usual with { Headroom = 1 }).IdleShare.Mean > BareMetalSimulation.Run(usual).IdleShare.Mean);
    }

    [Fact]
    public void TooLargeAFleet_IsRefused() =>
        Assert.Contains("serverCapacity = 0.1: not allowed with forecast = 1000", Assert.Throws<ModelOptionsException>(() => BareMetalSimulation.Run(new() { ServerCapacity = 0.1 })).Message, StringComparison.Ordinal);
}
