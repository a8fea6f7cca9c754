using InteractiveArticle.Figures.Cascade;
using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Cascade;

namespace InteractiveArticle.Figures.Tests.Cascade;

public sealed class CascadeFiguresTests
{
    public static TheoryData<CascadeOptions> Makes =>
    [
        new CascadeOptions(),
        new CascadeOptions { Failure = Failure.Service },
        new CascadeOptions { Failure = Failure.Provider, Provider = CloudProvider.Google },
        new CascadeOptions { Aws = 0 },
        new CascadeOptions { Layers = 1 },
        new CascadeOptions { Layers = 8, Dependencies = 10, HardShare = 1 },
        new CascadeOptions { Dependencies = 0 },
        new CascadeOptions { MultiRegion = 0.5, MultiCloud = 0.5 },
    ];

    [Theory]
    [MemberData(nameof(Makes))]
    public void EveryFigure_AtEverySetting_HasDataAndAFinding(CascadeOptions options)
    {
        var result = CascadeSimulation.Run(options, new() { Replications = 3 });
        (double, CascadeResult)[] sweep = [(0, result), (0.5, result), (1, result)];
        Figure[] figures =
        [
            CascadeFigures.Layers(result),
            CascadeFigures.Leaning(0.5, sweep),
            CascadeFigures.Shelter(0.5, 0.05, sweep, sweep),
        ];

        Assert.All(figures, figure =>
        {
            Assert.NotEmpty(figure.Finding);
            Assert.DoesNotContain("NaN", figure.Finding, StringComparison.Ordinal);
            Assert.NotEmpty(figure.X.Label);
            Assert.All(figure.Series, series => Assert.NotEmpty(series.X));
            Assert.All(figure.Series, series => Assert.All(series.X.Concat(series.Y), value => Assert.True(double.IsFinite(value))));
        });
    }

    [Fact]
    public void Shelter_MarksWhereOneIsOnTheCurveOfTheRegions()
    {
        CascadeResult run(double multiRegion) => CascadeSimulation.Run(new() { MultiRegion = multiRegion }, new() { Replications = 3 });
        (double, CascadeResult)[] sweep = [(0, run(0)), (0.3, run(0.3)), (0.5, run(0.5)), (0.9, run(0.9))];

        var figure = CascadeFigures.Shelter(0.3, 0.05, sweep, sweep);

        var now = figure.Series.Single(series => series.Name == "now");
        Assert.Equal((0.3, CascadeFigures.Dark(run(0.3))), (Assert.Single(now.X), Assert.Single(now.Y)));
        Assert.StartsWith("With 30 % of the services in two regions and 5 % at two landlords, the loss of a region darkens", figure.Finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.95, 0.05, "With 5 % at two landlords and all others in two regions, ")]
    [InlineData(1, 0, "With all services in two regions, ")]
    public void Shelter_WithASecondHomeForEverybody_SaysSo(double present, double twoProviders, string words)
    {
        var result = CascadeSimulation.Run(new(), new() { Replications = 3 });
        (double, CascadeResult)[] sweep = [(0, result), (0.5, result), (present, result)];

        Assert.StartsWith(words, CascadeFigures.Shelter(present, twoProviders, sweep, sweep).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void WithNothingToLose_NothingIsComparedAndNothingRises()
    {
        var result = CascadeSimulation.Run(new() { Aws = 0 }, new() { Replications = 3 });
        (double, CascadeResult)[] sweep = [(0, result), (0.5, result), (1, result)];

        Assert.Single(CascadeFigures.Shelter(0.5, 0.05, sweep, sweep).Series);
        Assert.StartsWith("However much we lean", CascadeFigures.Leaning(0.5, sweep).Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaning_TellsWhatIsDarkAtPresent()
    {
        CascadeResult run(double dependencies) => CascadeSimulation.Run(new() { Dependencies = dependencies }, new() { Replications = 3 });
        (double, CascadeResult)[] sweep = [(0, run(0)), (3, run(3)), (10, run(10))];

        var figure = CascadeFigures.Leaning(3, sweep);

        Assert.Equal("The more we lean, the more goes dark", figure.Title);
        Assert.EndsWith(FormattableString.Invariant($"{sweep[1].Item2.DarkDirectly.Mean:P0} fail themselves and {CascadeFigures.Dark(sweep[1].Item2):P0} are dark."), figure.Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Layers_WithNobodyToLeanOn_AreNoneTheDarkerForBeingHigher()
    {
        CascadeOptions options = new() { Dependencies = 0 };
        var several = CascadeFigures.Layers(CascadeSimulation.Run(options, new() { Replications = 3 }));
        var one = CascadeFigures.Layers(CascadeSimulation.Run(options with { Layers = 1 }, new() { Replications = 3 }));

        Assert.Equal("How dark each layer is", several.Title);
        Assert.StartsWith("There is one layer; ", one.Finding, StringComparison.Ordinal);
    }
}
