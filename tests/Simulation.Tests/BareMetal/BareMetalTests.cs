using InteractiveArticle.Simulation.BareMetal;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;
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
            from quantity in new (Estimate Estimate, double Theory)[]
            {
                (result.InRepair, theory),
                (result.Availability, 1 - (theory / options.Servers)),
            }
            select new TheoryPoint(options, quantity.Estimate, quantity.Theory));
    }

    // Being repaired are as many as fail while one is repaired; the rest of them wait.
    [Fact]
    public void WhoWaitsForPeople_IsNotBeingRepaired()
    {
        TheoryGrid.AssertAgreement(
            from mtbf in new[] { 300, 1000, 4000 }
            let options = Exponential with { Mtbf = mtbf, Mttr = 20, PartShare = 0 }
            let inNeed = MachineRepairman.MeanInNeed(options.Servers, options.Crew, 20.0 / mtbf)
            let theory = inNeed - ((options.Servers - inNeed) * 20.0 / mtbf)
            select new TheoryPoint(options, BareMetalSimulation.Run(options, Experiment.WithSeed((ulong)mtbf)).WaitingForPeople, theory));
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
    public void AtAFullShelf_NeverLessThanNobodyWaits() =>
        Assert.All(
            from onOrder in new[] { 0, 0.001, 0.3, 1, 20, 700 }
            from spares in new[] { 0, 1, 6, 100, 1000 }
            select SparesShelf.MeanWaiting(onOrder, spares),
            waiting => Assert.InRange(waiting, 0, 700));

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.7)]
    [InlineData(1)]
    [InlineData(3)]
    public void InTheLongRun_AServerFailsOnceInItsMeanTime_WhateverTheShapeOfItsLife(double shape)
    {
        const int Mean = 500;
        var options = Exponential with { LifeShape = shape, Mtbf = Mean, Mttr = 0.1, Crew = 100, PartShare = 0 };

        // A fleet that starts new fails (c² − 1) / 2 times a server more than at the rate 1/mean, where c is the coefficient
        // of variation of the lives, and that once for all (D. R. Cox, "Renewal Theory", 1962, section 4.2).
        double square = GammaFunction.Of(1 + (2 / shape)) / Math.Pow(GammaFunction.Of(1 + (1 / shape)), 2);
        double years = options.Days / 365.0;
        double theory = (8760.0 / Mean) + ((square - 2) / 2 / years);

        TheoryGrid.AssertNear(BareMetalSimulation.Run(options).FailuresPerServerYear, theory, 1e-3 * theory);
    }

    [Fact]
    public void OfTheUsualFleet_AsManyServersAreReplacedAYear_AsOfDisksAtRealSites()
    {
        var usual = BareMetalSimulation.Run(new() { Days = 3650 });

        // Schroeder and Gibson: 2 to 4 % are common, and 13 % the most.
        Assert.InRange(usual.ReplacementsPerServerYear.Mean, 0.02 + usual.ReplacementsPerServerYear.HalfWidth, 0.13 - usual.ReplacementsPerServerYear.HalfWidth);
        Assert.True(new BareMetalOptions().LifeShape >= 1, "no infant mortality");
    }

    [Fact]
    public void ServersThatWearOut_FailMoreTheOlderTheyAre()
    {
        var fleet = new BareMetalOptions { Forecast = 40_000, Headroom = 0, LifeShape = 2, Days = 30, PartShare = 0, Crew = 100, NightDepth = 0 };

        // With the shape 2 the hazard grows in proportion to the age: 2 t / s², with the mean s Γ(3/2) = s √π / 2.
        double scale = fleet.Mtbf / 8760 * 2 / Math.Sqrt(Math.PI);
        Assert.All([0.5, 1, 2], age =>
        {
            double theory = 2 * (age + (15.0 / 365)) / (scale * scale);

            // Those that have failed start new: one in thirty at most, and that half of the time.
            TheoryGrid.AssertNear(BareMetalSimulation.Run(fleet with { AgeYears = age }).FailuresPerServerYear, theory, 0.02 * theory);
        });
    }

    [Fact]
    public void ServersThatDoNotWearOut_AreAsGoodAsNew_AtAnyAge()
    {
        var young = BareMetalSimulation.Run(new());
        var old = BareMetalSimulation.Run(new() { AgeYears = 20 });

        Assert.Equal(young.FailuresPerServerYear.Mean, old.FailuresPerServerYear.Mean, tolerance: 1e-6);
        Assert.Equal(young.Availability.Mean, old.Availability.Mean, tolerance: 1e-6);
    }

    [Fact]
    public void ZonesThatGoDown_TakeWhatTheyHold()
    {
        TheoryGrid.AssertAgreement(
            from zones in new[] { 1, 3, 10 }
            from rate in new[] { 4.0, 50 }
            let options = Exponential with { Forecast = 300, Mtbf = 1000, Mttr = 20, PartShare = 0, Zones = zones, ZoneOutageRate = rate, ZoneOutageHours = 24 }
            let result = BareMetalSimulation.Run(options, Experiment.WithSeed((ulong)((zones * 100) + rate)))
            let whole = 1 - (MachineRepairman.MeanInNeed(options.Servers, options.Crew, 0.02) / options.Servers)
            let down = 24 / (24 + (8760 / rate))
            from quantity in new (Estimate Estimate, double Theory)[]
            {
                (result.InZonesDown, options.Servers * down),
                (result.Availability, whole * (1 - down)),
            }
            select new TheoryPoint(options, quantity.Estimate, quantity.Theory));
    }

    // Ten zones and half as many servers again as are needed: what is refused is what more than three zones take, in a
    // binomial share of the time. In one zone the same headroom is worth nothing.
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void Headroom_IsWorthWhatIsSpreadOverZones(int zones)
    {
        var fleet = new BareMetalOptions
        {
            Forecast = 200, Headroom = 0.5, ForecastError = 0, NightDepth = 0, SpikeSize = 0, Mtbf = 1e6, Spares = 1000, Crew = 100, Mttr = 0.1, Days = 3650,
            Zones = zones, ZoneOutageRate = 100, ZoneOutageHours = 10,
        };
        double theory = Enumerable.Range(0, zones + 1).Sum(down =>
            Binomial.Probability(zones, down, fleet.ZoneDownShare) * Math.Max(0, 1 - ((zones - down) * 1.5 / zones)));

        TheoryGrid.AssertNear(BareMetalSimulation.Run(fleet, Experiment.WithSeed((ulong)zones)).RefusedShare, theory, 1e-3 * theory);
    }

    [Fact]
    public void WithoutZoneOutages_ZonesAreOfNoEffect()
    {
        var one = BareMetalSimulation.Run(new());
        var many = BareMetalSimulation.Run(new() { Zones = 7 });

        Assert.Equal((one.Availability, one.RefusedShare, 0.0), (many.Availability, many.RefusedShare, many.InZonesDown.Mean));
    }

    [Fact]
    public void ASurpriseThatLastsNoHour_TurnsAwayNoShare_AndNotAShareOfZero()
    {
        Assert.True(double.IsNaN(BareMetalSimulation.Run(new() { SpikeHours = 0 }).RefusedInSpike.Mean));
        Assert.Equal(0, BareMetalSimulation.Run(new() { SpikeSize = 0, Headroom = 3 }).RefusedInSpike.Mean);
    }

    [Fact]
    public void TheSurprise_BeginsWhenTheResultSays()
    {
        var surprised = BareMetalSimulation.Run(new() { Days = 31 });
        var calm = BareMetalSimulation.Run(new() { Days = 31, SpikeSize = 0 });
        int[] differ = [.. surprised.Hours.Zip(calm.Hours).Where(pair => pair.First.Demand != pair.Second.Demand).Select(pair => pair.First.Hour)];

        Assert.Equal((15 * 24) + 12, surprised.SpikeStart);
        Assert.Equal(Enumerable.Range((int)surprised.SpikeStart, 12), differ);
        Assert.Equal(18, calm.Hours.MaxBy(hour => hour.Demand).Hour % 24);
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

    [Theory]
    [InlineData(100, 0.1, 11)]
    [InlineData(1000, 0.14, 114)]
    [InlineData(1000, 0.1401, 115)]
    [InlineData(1000, 0.3, 130)]
    public void AsManyServersAreBought_AsAreNeeded_AndNoneForRounding(double forecast, double headroom, int servers) =>
        Assert.Equal(servers, new BareMetalOptions { Forecast = forecast, Headroom = headroom, ServerCapacity = 10 }.Servers);

    [Fact]
    public void TooLargeAFleet_IsRefused() =>
        Assert.Contains("serverCapacity = 0.1: not allowed with forecast = 1000", Assert.Throws<ModelOptionsException>(() => BareMetalSimulation.Run(new() { ServerCapacity = 0.1 })).Message, StringComparison.Ordinal);
}
