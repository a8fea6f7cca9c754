using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Numerics;
using InteractiveArticle.Simulation.Pooling;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.Pooling;

public sealed class PoolingTests
{
    [Fact]
    public void Simulation_AgreesWithTheSquareRootLaw_OverAGridOfPools()
    {
        TheoryGrid.AssertAgreement(
            from correlation in new[] { 0, 0.1, 0.5, 1 }
            from customers in new[] { 1, 2, 5, 10, 30, 100, 1000 }
            let options = new PoolingOptions { Customers = customers, Correlation = correlation, Risk = customers % 3 == 0 ? 0.2 : 0.02, Hours = 500 }
            let result = PoolingSimulation.Run(options, Experiment.WithSeed((ulong)(customers + (10_000 * correlation))))
            from quantity in new (Estimate Estimate, double Theory)[]
            {
                (result.CapacityPerCustomerAlone, result.CapacityPerCustomerAloneInTheory),
                (result.CapacityPerCustomerPooled, result.CapacityPerCustomerPooledInTheory),
            }
            select new TheoryPoint(options, quantity.Estimate, quantity.Theory));
    }

    [Fact]
    public void Theory_WithIndependentCustomers_FallsLikeOneOverTheRoot()
    {
        double Safety(int customers) => SquareRootLaw.CapacityPerCustomer(10, 0.3, 0, customers, 0.01) - 10;

        Assert.Equal(3 * NormalDistribution.Quantile(0.99), Safety(1), tolerance: 1e-9);
        Assert.Equal(Safety(1) / 2, Safety(4), tolerance: 1e-12);
        Assert.Equal(Safety(1) / 10, Safety(100), tolerance: 1e-12);
    }

    [Fact]
    public void Theory_WithCorrelation_StopsAtItsRoot()
    {
        double Safety(double correlation, double customers) => SquareRootLaw.CapacityPerCustomer(10, 0.3, correlation, customers, 0.01) - 10;

        Assert.Equal(Safety(0, 1) / 2, Safety(0.25, double.PositiveInfinity), tolerance: 1e-12);
        Assert.Equal(Safety(0, 1), Safety(1, 1000), tolerance: 1e-12);
        Assert.Equal(Safety(0, 1) * Math.Sqrt((1 + (9 * 0.3)) / 10), Safety(0.3, 10), tolerance: 1e-12);
    }

    [Fact]
    public void PerfectCorrelation_LeavesNothingToSave()
    {
        var run = PoolingSimulation.Run(new() { Correlation = 1, Customers = 50, Hours = 200 });

        Assert.Equal(0, run.Saving.Mean, tolerance: 1e-12);
    }

    [Fact]
    public void Sizes_OfALargePool_HoldTheSmallerPools()
    {
        var large = PoolingSimulation.Run(new() { Customers = 30 });
        var small = PoolingSimulation.Run(new() { Customers = 10 });

        Assert.Equal([1, 2, 5, 10, 20, 30], large.Sizes.Select(size => size.Customers));
        Assert.Equal(small.CapacityPerCustomerPooled.Mean, large.Sizes[3].CapacityPerCustomer);
        Assert.Equal(large.CapacityPerCustomerPooled, new(large.Sizes[^1].CapacityPerCustomer, large.Sizes[^1].HalfWidth));
    }

    [Fact]
    public void TheSizeOfDemand_OnlyScalesTheCapacity()
    {
        var one = PoolingSimulation.Run(new() { MeanDemand = 1 });
        var thousand = PoolingSimulation.Run(new() { MeanDemand = 1000 });

        Assert.Equal(1000 * one.CapacityPerCustomerPooled.Mean, thousand.CapacityPerCustomerPooled.Mean, tolerance: 1e-9);
        Assert.Equal(one.Saving.Mean, thousand.Saving.Mean, tolerance: 1e-12);
    }

    [Fact]
    public void ARiskTooSmallToBeSeen_IsRefused() =>
        Assert.Contains("or 10000 hours", Assert.Throws<ModelOptionsException>(() => PoolingSimulation.Run(new() { Risk = 0.0001 })).Message, StringComparison.Ordinal);

    [Fact]
    public void Trace_OfAPool_IsTheMeanOfItsCustomers()
    {
        var trace = PoolingSimulation.Trace(new() { Customers = 20, Correlation = 0.2 }, hours: 50);

        Assert.Equal([1, 2, 5, 10, 20], trace.Pools.Select(pool => pool.Customers));
        Assert.All(trace.Pools, pool => Assert.All(Enumerable.Range(0, 50), hour =>
            Assert.Equal(trace.Customers.Take(pool.Customers).Average(demand => demand[hour]), pool.PerCustomer[hour], tolerance: 1e-9)));
    }

    [Fact]
    public void Trace_OfAllHours_NeedsWhatTheRunNeeds()
    {
        var options = new PoolingOptions { Customers = 5, Hours = 300 };
        double[] demand = [.. PoolingSimulation.Trace(options, options.Hours).Pools[^1].PerCustomer.Order()];

        Assert.Equal(PoolingSimulation.Run(options, new() { Replications = 1 }).CapacityPerCustomerPooled.Mean, SampleQuantile.Of(demand, 1 - options.Risk));
    }
}
