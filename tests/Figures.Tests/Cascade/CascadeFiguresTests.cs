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
            CascadeFigures.Sweep("s", Axis.Share("x"), 0.5, sweep),
            CascadeFigures.Shelter(0.5, 0.05, sweep, sweep, sweep),
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

        var figure = CascadeFigures.Shelter(0.3, 0.05, sweep, sweep, sweep);

        var now = figure.Series.Single(series => series.Name == "now");
        Assert.Equal((0.3, CascadeFigures.Dark(run(0.3))), (Assert.Single(now.X), Assert.Single(now.Y)));
        Assert.StartsWith("With 30 % of the services in two regions and 5 % at two landlords, the loss of a region darkens", figure.Finding, StringComparison.Ordinal);
    }
}
