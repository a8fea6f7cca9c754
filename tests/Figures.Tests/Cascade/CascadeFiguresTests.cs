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
            CascadeFigures.Web(result, options),
            CascadeFigures.Layers(result),
            CascadeFigures.Sweep("s", Axis.Share("x"), 0.5, sweep),
            CascadeFigures.Shelter(sweep, sweep, sweep),
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

    [Theory]
    [MemberData(nameof(Makes))]
    public void TheWeb_ShowsEveryServiceOnce_WithinItsAxes(CascadeOptions options)
    {
        var figure = CascadeFigures.Web(CascadeSimulation.Run(options, new() { Replications = 1 }), options);

        var dots = figure.Series.Where(series => series.Shape == SeriesShape.Points).ToArray();
        Assert.Equal(options.Services + 1, dots.Sum(series => series.X.Count));
        Assert.Equal(options.Services + 1, dots.SelectMany(series => series.X.Zip(series.Y)).Distinct().Count());
        Assert.All(dots.SelectMany(series => series.X), x => Assert.InRange(x, figure.X.Minimum!.Value, figure.X.Maximum!.Value));
        Assert.All(dots.SelectMany(series => series.Y), y => Assert.InRange(y, figure.Y.Minimum!.Value, figure.Y.Maximum!.Value));
    }

    [Fact]
    public void TheWeb_CountsWhatItShows()
    {
        var options = new CascadeOptions();
        var result = CascadeSimulation.Run(options, new() { Replications = 1 });

        string finding = CascadeFigures.Web(result, options).Finding;

        Assert.StartsWith("The largest region of AWS fails.", finding, StringComparison.Ordinal);
        Assert.Contains($" {result.Web.Count(service => service.Hop == 0)} go dark at once", finding, StringComparison.Ordinal);
        Assert.Contains($"Well: {result.Web.Count(service => !service.IsDark && !service.IsDegraded)}.", finding, StringComparison.Ordinal);
    }

    [Fact]
    public void TheWeb_WithNothingWhereItFails_SaysThatNobodyNotices()
    {
        var options = new CascadeOptions { Aws = 0 };

        Assert.Contains("none of the 500 services notices", CascadeFigures.Web(CascadeSimulation.Run(options, new() { Replications = 1 }), options).Finding, StringComparison.Ordinal);
    }
}
