using InteractiveArticle.Simulation.Composition;
using InteractiveArticle.Simulation.Modelling;
using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests.Composition;

public sealed class CompositionTests
{
    [Fact]
    public void Simulation_AgreesWithTheory_OverAGridOfApplications()
    {
        TheoryGrid.AssertAgreement(
            from services in new[] { 1, 5, 20 }
            from copies in new[] { 1, 2, 3 }
            from fanOut in new[] { 1, 10, 100 }
            let options = new CompositionOptions { ServiceAvailability = 0.8, InSeries = services, Copies = copies, FanOut = fanOut, Requests = 2_000 }
            let result = CompositionSimulation.Run(options, Experiment.WithSeed((ulong)((services * 1000) + (copies * 100) + fanOut)))
            from quantity in new (Estimate Estimate, double Theory, double Slack)[]
            {
                (result.Availability, result.AvailabilityInTheory, 0),
                (result.MeanSlowest, result.MeanSlowestInTheory, 0),
                (result.P99Slowest, result.P99SlowestInTheory, result.P99SlowestInTheory / 256),
            }
            select new TheoryPoint(options, quantity.Estimate, quantity.Theory, quantity.Slack));
    }

    [Fact]
    public void TenServicesOfThreeNines_MakeAnApplicationOfTwo()
    {
        Assert.Equal(Math.Pow(0.999, 10), SeriesParallel.InSeries(0.999, 10), tolerance: 1e-12);
        Assert.Equal(0.999999, SeriesParallel.InParallel(0.999, 2), tolerance: 1e-12);
    }

    [Fact]
    public void TheSlowestOfOne_IsThatOne()
    {
        Assert.Equal(10, FanOutTail.Mean(10, 1));
        Assert.Equal(10 * Math.Log(2), FanOutTail.Quantile(10, 1, 0.5), tolerance: 1e-12);
        Assert.Equal(10 * (1 + 0.5 + (1.0 / 3)), FanOutTail.Mean(10, 3), tolerance: 1e-12);
    }

    [Fact]
    public void OneLever_DoesNotReshuffleTheOthers()
    {
        var few = CompositionSimulation.Run(new() { InSeries = 1, Requests = 500 });
        var many = CompositionSimulation.Run(new() { InSeries = 20, Requests = 500 });

        Assert.Equal(few.MeanSlowest, many.MeanSlowest);
    }

    [Fact]
    public void BetterServices_NeverServeARequestLess()
    {
        double[] served = [.. new[] { 0.5, 0.9, 0.99, 1 }.Select(availability =>
            CompositionSimulation.Run(new() { ServiceAvailability = availability, Requests = 500, FanOut = 1 }).Availability.Mean)];

        Assert.Equal(served.Order(), served);
        Assert.Equal(1, served[^1]);
    }
}
