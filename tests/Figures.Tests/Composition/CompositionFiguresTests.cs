using InteractiveArticle.Figures.Composition;
using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Figures.Tests.Drawing;
using InteractiveArticle.Simulation.Composition;

namespace InteractiveArticle.Figures.Tests.Composition;

public sealed class CompositionFiguresTests
{
    public static TheoryData<CompositionOptions> Settings =>
    [
        new CompositionOptions(),
        new CompositionOptions { ServiceAvailability = 0, InSeries = 1, FanOut = 1 },
        new CompositionOptions { ServiceAvailability = 1, InSeries = 1000, FanOut = 10_000 },
        new CompositionOptions { ServiceAvailability = 0.9, MeanLatency = 1000 },
        new CompositionOptions { Latency = LatencyDistribution.Pareto, ParetoShape = 1.1, FanOut = 10_000 },
        new CompositionOptions { Latency = LatencyDistribution.Lognormal, LognormalCv = 10, HedgeQuantile = 0.95 },
        new CompositionOptions { HedgeQuantile = 0 },
    ];

    [Theory]
    [MemberData(nameof(Settings))]
    public void EveryFigure_AtEverySetting_IsSound(CompositionOptions application)
    {
        FigureRules.Check(Chain(application));
        FigureRules.Check(Chain(application, regions: 3));
        FigureRules.Check(Slowest(application));
    }

    [Fact]
    public void Chain_TellsTheHours() =>
        Assert.Contains("down for 8.8 h a year. An application that needs 10 of them in a row is down for 87 h, and with two copies of each for 5 min", Chain(new()).Finding, StringComparison.Ordinal);

    [Fact]
    public void Chain_HasATheoryForEveryLength() =>
        Assert.Equal(Enumerable.Range(1, 50).Select(services => (double)services), Chain(new()).Series.Single(series => series.Name == "one copy, in theory").X);

    [Fact]
    public void Chain_OfSeveralRegions_HasTheWholeApplicationsBesideTheCopies()
    {
        var figure = Chain(new(), regions: 2);

        Assert.Contains("with two copies of each for 5 min; two whole applications side by side, for 52 min.", figure.Finding, StringComparison.Ordinal);
        Assert.Equal(Math.Pow(1 - Math.Pow(0.999, 50), 2), figure.Series.Single(series => series.Name == "two whole applications").Y[^1], tolerance: 1e-9);
        Assert.DoesNotContain(Chain(new()).Series, series => series.Name.EndsWith("whole applications", StringComparison.Ordinal));
    }

    [Fact]
    public void Chain_OfThreeRegions_SetsThreeCopiesBesideThem()
    {
        var figure = Chain(new(), regions: 3);

        Assert.Contains("with three copies of each", figure.Finding, StringComparison.Ordinal);
        Assert.Equal(1 - Math.Pow(1 - Math.Pow(0.001, 3), 50), figure.Series.Single(series => series.Name == "three copies, in theory").Y[^1], tolerance: 1e-12);
    }

    [Fact]
    public void Slowest_TellsTheMeanOfTheSlowest() =>
        Assert.Contains("waits for 100 of them takes 52 ms", Slowest(new()).Finding, StringComparison.Ordinal);

    [Fact]
    public void Slowest_IsStillTheUsualWait_IfAskedTwice() => Assert.All([(1.0, "is now the usual one"), (0.95, "is still the usual one")], asked =>
        Assert.Contains(asked.Item2, Slowest(new() { HedgeQuantile = asked.Item1 }).Finding, StringComparison.Ordinal));

    [Fact]
    public void Slowest_OfAHeavierTail_HasThatTailsTheory()
    {
        var heavy = new CompositionOptions { Latency = LatencyDistribution.Lognormal };
        var figure = Slowest(heavy);

        Assert.Contains($"waits for 100 of them takes {FanOutTail.Mean(new HedgedAnswer(heavy), 100):F0} ms", figure.Finding, StringComparison.Ordinal);
        Assert.Equal(FanOutTail.Quantile(new HedgedAnswer(heavy), 100, 0.99), figure.Series[1].Y[^1], tolerance: 1e-9);
    }

    private static Figure Chain(CompositionOptions application, int regions = 1)
    {
        var quick = application with { Requests = 200, FanOut = 1 };
        CompositionResult run(int services, int copies) => CompositionSimulation.Run(quick with { InSeries = services, Copies = copies }, new() { Replications = 2 });
        return CompositionFigures.Chain(application, regions, [.. new[] { 1, 20, 50 }.Select(services => (services, run(services, 1), run(services, Math.Max(2, regions))))]);
    }

    private static Figure Slowest(CompositionOptions application)
    {
        var quick = application with { Requests = 200, InSeries = 1 };
        return CompositionFigures.Slowest(application, [.. new[] { 1, 10, 100 }.Select(answers => (answers, CompositionSimulation.Run(quick with { FanOut = answers }, new() { Replications = 2 })))]);
    }
}
