using InteractiveArticle.Simulation.Bill;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Tests.Bill;

public sealed class BillTests
{
    // Burstiness is turned until owning costs what renting costs; the utilisation there has to be the closed form's.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(100, 1)]
    [InlineData(100, 2)]
    [InlineData(150, 7)]
    public void BreakEven_FoundBySearch_IsTheClosedForm(double staffShare, ulong seed)
    {
        var site = new BillOptions { Users = 1_000_000_000, DailySwing = 0, StaffShare = staffShare };
        BillResult Month(double burstiness) => BillSimulation.Run(site with { Burstiness = burstiness }, new Experiment { Seed = seed, Replications = 1 });

        double calm = 0;
        double wild = 5;
        for (int i = 0; i < 30; i++)
        {
            double middle = (calm + wild) / 2;
            var month = Month(middle);
            (calm, wild) = month.OwningDollars.Mean < month.ComputeDollars.Mean ? (middle, wild) : (calm, middle);
        }

        // Whole machines and whole servers are left over: one in some ten thousand.
        Assert.Equal(Owning.BreakEvenUtilisation(site), Month(calm).Utilisation.Mean, tolerance: 1e-3);
    }

    [Fact]
    public void OwningIsCheaper_OnBothSidesOfTheBreakEven_IsWhatTheClosedFormSays()
    {
        var large = new BillOptions { Users = 1_000_000_000 };

        Assert.All([large with { DailySwing = 0, Burstiness = 0.01 }, large, large with { Burstiness = 1 }], site =>
        {
            var result = BillSimulation.Run(site);
            Assert.Equal(result.Utilisation.Mean > result.BreakEvenUtilisation ? 1 : 0, result.OwningIsCheaper.Mean);
            Assert.InRange(result.OwningIsCheaper.HalfWidth, 0.1, 0.3);
        });
    }

    [Theory]
    [InlineData(1_000, 0.3, 100)]
    [InlineData(50_000, 0, 100)]
    [InlineData(100_000, 0, 100)]
    [InlineData(100_000, 0.3, 0)]
    [InlineData(150_000, 0.3, 0)]
    [InlineData(1_000_000, 3, 0)]
    [InlineData(20_000_000, 0.3, 0)]
    public void BreakEven_AtTheRentThatWasPaid_SaysWhichIsCheaper_HoweverSmallTheCrowd(int users, double bursts, double staff)
    {
        var result = BillSimulation.Run(new() { Users = users, Burstiness = bursts, StaffShare = staff });

        Assert.Equal(result.OwningDollars.Mean < result.ComputeDollars.Mean, Owning.Utilisation(result) > Owning.BreakEvenAtThisRent(result));
        Assert.InRange(Owning.BreakEvenAtThisRent(result), 0, result.BreakEvenUtilisation);
        Assert.InRange(Owning.Utilisation(result), 0, result.Utilisation.Mean + 1e-9);
    }

    [Fact]
    public void Lines_OfAMonth_AreQuantitiesTimesPrices()
    {
        var site = new BillOptions { Users = 1000, MegabytesPerUser = 100, RequestsPerUser = 24, WriteShare = 0.25, ResponseKilobytes = 1000, EgressPrice = 0.05, RequestsPerInstance = 1e6 };
        var result = BillSimulation.Run(site, new Experiment { Replications = 1 });

        // 1000 users make a thousand requests an hour: 730 000 a month, a quarter of which write.
        Assert.Equal(730 * 0.096, result.ComputeDollars.Mean, tolerance: 1e-9);
        Assert.Equal(100 * 0.023, result.StorageDollars, tolerance: 1e-9);
        Assert.Equal((182.5 * 0.005) + (547.5 * 0.0004), result.RequestDollars, tolerance: 1e-9);
        Assert.Equal(547.5 * 0.05, result.EgressDollars, tolerance: 1e-9);
        Assert.Equal(result.Lines.Sum(line => line.Dollars), result.TotalDollars.Mean, tolerance: 1e-9);
    }

    [Fact]
    public void Hours_OfAMonth_ShareOutItsRequests_AndRentNoMoreThanOneMachineTooMany()
    {
        var site = new BillOptions();
        var hours = BillSimulation.Run(site, new Experiment { Replications = 1 }).Hours;

        Assert.Equal(site.Users * site.RequestsPerUser / 86_400 / site.RequestsPerInstance, hours.Average(hour => hour.Needed), tolerance: 1e-9);
        Assert.All(hours, hour => Assert.InRange(hour.Rented - hour.Needed, 0, 1));
    }

    // 3,000,000 · 21.6 / 86,400 / 50 are 15, and 15.000000000000002 in floating point.
    [Fact]
    public void AWholeNumberOfMachines_IsNotRoundedUp()
    {
        var flat = new BillOptions { Users = 3_000_000, RequestsPerUser = 21.6, RequestsPerInstance = 50, DailySwing = 0, Burstiness = 0, InstancesPerServer = 5 };
        var result = BillSimulation.Run(flat, new Experiment { Replications = 1 });

        Assert.All(result.Hours, hour => Assert.Equal(15, hour.Rented));
        Assert.Equal(3, result.OwnedServers.Mean);
    }

    [Fact]
    public void ServerMonth_IsHardwarePlusElectricityPlusStaff() =>
        Assert.Equal(
            100 + (0.5 * 2 * 730 * 0.1) + 30,
            Owning.ServerMonth(new() { ServerPrice = 2400, ServerYears = 2, Watts = 500, Pue = 2, ElectricityPrice = 0.1, StaffShare = 30 }),
            tolerance: 1e-9);

    [Fact]
    public void BurstierHours_LeaveTheRestOfTheBillAlone_AndNeedMoreServers()
    {
        BillResult[] results = [.. new[] { 0, 0.3, 1, 3 }.Select(burstiness => BillSimulation.Run(new() { Burstiness = burstiness }))];

        Assert.Single(results.Select(result => (result.StorageDollars, result.RequestDollars, result.EgressDollars)).Distinct());
        Assert.Equal(results.OrderBy(result => result.OwnedServers.Mean), results);
        Assert.Equal(results.OrderByDescending(result => result.Utilisation.Mean), results);
    }

    [Theory]
    [InlineData(0.6, 0.3, 100)]
    [InlineData(1, 3, 100)]
    [InlineData(0, 0, 0)]
    public void TheMeter_OnlyRisesAndEndsAtTheBill(double swing, double burstiness, double requests)
    {
        var month = BillSimulation.Run(new BillOptions { DailySwing = swing, Burstiness = burstiness, RequestsPerUser = requests }, new Experiment { Replications = 2 });
        var readings = Meter.Readings(month);

        Assert.Equal(month.Hours.Count + 1, readings.Count);
        Assert.Equal(0, readings[0].Dollars);
        Assert.Equal(1, readings[^1].RequestShare, 12);
        Assert.Equal(month.Lines.Sum(line => line.Dollars), readings[^1].Dollars, 6);
        Assert.All(readings.Zip(readings.Skip(1)), pair => Assert.True(pair.Second.Dollars >= pair.First.Dollars));
        Assert.All(readings.Zip(readings.Skip(1)), pair => Assert.True(pair.Second.RequestShare >= pair.First.RequestShare));

        // A machine that is rented for an hour is paid for in that hour.
        Assert.Equal(month.Hours.Take(100).Sum(hour => hour.Rented), readings[100].Lines[0].Quantity, 6);
    }
}
