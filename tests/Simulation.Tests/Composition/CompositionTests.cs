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
    public void TheSlowestAnswer_AgreesWithTheory_WhateverTheTail_HedgedOrNot()
    {
        TheoryGrid.AssertAgreement(
            from latency in Enum.GetValues<LatencyDistribution>()
            from hedge in new[] { 0, 0.5, 0.95, 1 }
            from fanOut in new[] { 1, 20, 100 }
            let options = new CompositionOptions
            {
                Latency = latency, ParetoShape = 4, HedgeQuantile = hedge, FanOut = fanOut, Deadline = 40, InSeries = 1, Requests = 1_000,
            }
            let result = CompositionSimulation.Run(options, Experiment.WithSeed((ulong)((fanOut * 100) + (hedge * 20) + (int)latency)))
            from quantity in new (string Name, Estimate Estimate, double Theory, double Slack)[]
            {
                ("mean", result.MeanSlowest, result.MeanSlowestInTheory, 0),
                ("99th percentile", result.P99Slowest, result.P99SlowestInTheory, result.P99SlowestInTheory / 256),
                ("late", result.LateShare, result.LateShareInTheory, 0),
                ("extra load", result.ExtraLoadShare, 1 - hedge, 0),
            }
            select new TheoryPoint($"{quantity.Name} of {options}", quantity.Estimate, quantity.Theory, quantity.Slack));
    }

    /// <summary>The example of Dean and Barroso.</summary>
    [Fact]
    public void OfAHundredAnswers_OneInAHundredSlow_SixtyThreePerCentOfRequestsMeetASlowOne()
    {
        var result = CompositionSimulation.Run(new() { FanOut = 100, MeanLatency = 10, Deadline = 10 * Math.Log(100), Requests = 1_000 });

        Assert.Equal(0.634, FanOutTail.AtLeastOneSlow(0.01, 100), tolerance: 0.0005);
        Assert.Equal(0.01, result.OneAnswerLateInTheory, tolerance: 1e-12);
        Assert.Equal(0.634, result.LateShareInTheory, tolerance: 0.0005);
        TheoryGrid.AssertNear(result.LateShare, result.LateShareInTheory);
    }

    [Theory]
    [InlineData(1e-12)]
    [InlineData(1e-20)]
    public void AtLeastOneSlow_OfRareOnes_IsAsRareAsTheirNumber(double slow) =>
        Assert.Equal(1, FanOutTail.AtLeastOneSlow(slow, 100) / (100 * slow), tolerance: 1e-9);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(10_000)]
    public void TheMeanOfTheSlowest_ByIntegral_IsTheClosedForm(int answers)
    {
        double OfSlowest(CompositionOptions options) => FanOutTail.Mean(new HedgedAnswer(options), answers);

        Assert.Equal(1, OfSlowest(new()) / FanOutTail.Mean(10, answers), tolerance: 1e-5);
        Assert.All([1.1, 2.5, 50.0], shape =>
        {
            // The mean of the largest of n Pareto numbers: least · Π k / (k − 1/shape).
            double product = Enumerable.Range(1, answers).Aggregate(10 * (shape - 1) / shape, (soFar, k) => soFar * k / (k - (1 / shape)));
            Assert.Equal(1, OfSlowest(new() { Latency = LatencyDistribution.Pareto, ParetoShape = shape }) / product, tolerance: 1e-5);
        });
    }

    [Theory]
    [InlineData(LatencyDistribution.Exponential)]
    [InlineData(LatencyDistribution.Lognormal)]
    [InlineData(LatencyDistribution.Pareto)]
    public void EveryLatency_HasItsMean_AndItsQuantilesAreWhatIsExceeded(LatencyDistribution latency)
    {
        Assert.All([0.1, 1.5, 10.0], cv =>
        {
            var options = new CompositionOptions { Latency = latency, LognormalCv = cv, ParetoShape = 1 + cv };
            var one = new AnswerLatency(options);
            var hedged = new HedgedAnswer(options with { HedgeQuantile = 0.9 });

            Assert.Equal(10, FanOutTail.Mean(new HedgedAnswer(options), 1), tolerance: 1e-4);
            Assert.All([0.9, 0.5, 0.1, 0.01, 1e-6], share =>
            {
                Assert.Equal(1, one.LongerThan(one.ExceededBy(share)) / share, tolerance: 1e-9);
                Assert.Equal(1, hedged.LongerThan(hedged.ExceededBy(share)) / share, tolerance: 1e-9);
            });
        });
    }

    // Five per cent of load against a tail that is cut: the point of Dean and Barroso.
    [Theory]
    [InlineData(LatencyDistribution.Exponential)]
    [InlineData(LatencyDistribution.Lognormal)]
    [InlineData(LatencyDistribution.Pareto)]
    public void AskingAgainAtThe95thPercentile_CostsFivePerCent_AndCutsTheTail(LatencyDistribution latency)
    {
        var once = new CompositionOptions { Latency = latency, Requests = 1_000 };
        var without = CompositionSimulation.Run(once);
        var with = CompositionSimulation.Run(once with { HedgeQuantile = 0.95 });

        TheoryGrid.AssertNear(with.ExtraLoadShare, 0.05);
        Assert.Equal(0, without.ExtraLoadShare.Mean);
        Assert.True(with.P99Slowest.Mean < 0.75 * without.P99Slowest.Mean, $"{with.P99Slowest} against {without.P99Slowest}");
    }

    [Fact]
    public void ASecondRequest_NeverMakesARequestSlower()
    {
        double[] means = [.. new[] { 0, 0.5, 0.9, 0.99, 1 }.Select(quantile =>
            CompositionSimulation.Run(new() { HedgeQuantile = quantile, Requests = 200 }).MeanSlowest.Mean)];

        Assert.Equal(means.Order(), means);
    }

    [Fact]
    public void P99_OfShortRuns_IsThatOfAllTheirRequests()
    {
        // The last but one of a hundred requests is on average at the 98th percentile.
        var result = CompositionSimulation.Run(new() { FanOut = 1, InSeries = 1, Requests = 100 }, new() { Replications = 300 });

        TheoryGrid.AssertNear(result.P99Slowest, result.P99SlowestInTheory, slack: result.P99SlowestInTheory / 256);
    }

    [Fact]
    public void RequestsThatAllAgree_LeaveADoubt()
    {
        var result = CompositionSimulation.Run(new() { ServiceAvailability = 1, Requests = 100, FanOut = 1, Deadline = 1e9 }, new() { Replications = 2 });

        Assert.Equal((1, 0), (result.Availability.Mean, result.LateShare.Mean));
        Assert.All([result.Availability, result.LateShare], share => Assert.InRange(share.HalfWidth, 0.01, 0.03));
    }

    [Theory]
    [InlineData(LatencyDistribution.Pareto, 1.5, 1, true)]
    [InlineData(LatencyDistribution.Pareto, 1.5, 0.95, false)]
    [InlineData(LatencyDistribution.Pareto, 2.5, 1, false)]
    [InlineData(LatencyDistribution.Exponential, 1.5, 1, false)]
    public void ALatencyWithoutVariance_IsWarnedOf(LatencyDistribution latency, double shape, double hedge, bool isWarned) =>
        Assert.Equal(isWarned, CompositionSimulation.Run(new() { Latency = latency, ParetoShape = shape, HedgeQuantile = hedge, Requests = 100 }).Warnings.Count == 1);

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

    [Theory]
    [InlineData(0.9, 1)]
    [InlineData(0.97, 0.95)]
    public void TheTraceOfARun_GivesItsVeryResults(double availability, double hedge)
    {
        var options = new CompositionOptions { ServiceAvailability = availability, InSeries = 5, Copies = 2, FanOut = 20, HedgeQuantile = hedge, Requests = 500 };
        var trace = CompositionSimulation.Trace(options, options.Requests, Experiment.WithSeed(5));
        var result = CompositionSimulation.Run(options, new Experiment { Seed = 5, Replications = 1 });

        Assert.Equal(result.Availability.Mean, trace.Count(request => request.FirstBroken is null) / 500.0, 12);
        Assert.Equal(result.MeanSlowest.Mean, trace.Average(request => request.Slowest), 9);
        Assert.Equal(result.LateShare.Mean, trace.Count(request => request.Slowest > options.Deadline) / 500.0, 12);
        Assert.Equal(result.ExtraLoadShare.Mean, trace.Sum(request => request.Answers.Count(answer => answer.Second is not null)) / 10_000.0, 12);
        Assert.All(trace, request => Assert.Equal(request.Slowest, request.Answers[request.Last].Latency));
    }
}
