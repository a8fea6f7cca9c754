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
            CascadeFigures.Leaning(0.5, sweep, [(0.25, CascadeSimulation.DarkInTheory(options))]),
            CascadeFigures.Shelter(options.MultiRegion, options.MultiCloud, (0.2, 0.4), Shares(sweep), Shares(sweep)),
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
    [InlineData("now, region lost", "region lost, either second home", 0.35, 0.31)]
    [InlineData("now, landlord lost", "landlord lost, second landlord", 0.05, 0.66)]
    public void Shelter_MarksWhereOneIs_OnTheCurve(string name, string curve, double at, double dark)
    {
        var figure = CascadeFigures.Shelter(0.3, 0.05, (0.31, 0.66), [(0, 0.4), (0.5, 0.3), (1, 0)], [(0, 0.7), (0.5, 0.5), (1, 0)]);

        var now = figure.Series.Single(series => series.Name == name);
        Assert.Equal(at, Assert.Single(now.X), tolerance: 1e-9);
        Assert.Equal(dark, Assert.Single(now.Y));
        var line = figure.Series.Single(series => series.Name == curve);
        Assert.Contains((now.X[0], dark), line.X.Zip(line.Y));
        Assert.Equal(line.X.Order(), line.X);
    }

    [Fact]
    public void Shelter_TellsWhatASecondHomeOfEitherKindIsGoodFor()
    {
        var figure = CascadeFigures.Shelter(0.3, 0.05, (0.31, 0.66), [(0, 0.4), (0.5, 0.3), (1, 0)], [(0, 0.7), (0.5, 0.5), (1, 0)]);

        Assert.Equal(
            "With 30 % of the services in two regions and 5 % at two landlords (35 % have either), losing a region darkens 31 % of the web, losing the landlord 66 %: the dots. With half at two landlords, and none in two regions, it would be 30 % and 50 %.",
            figure.Finding);
    }

    [Theory]
    [InlineData(0.1, 0.25)]
    [InlineData(0.24, 0.5)]
    [InlineData(0.7, 1)]
    [InlineData(0.99, 1.11)]
    public void Shelter_HasRoomForANameAboveTheHighestLine(double lost, double top)
    {
        var figure = CascadeFigures.Shelter(0.3, 0.05, (0, lost), [(0, lost), (0.5, 0), (1, 0)], [(0, lost), (0.5, lost), (1, 0)]);

        Assert.Equal(top, figure.Y.Maximum!.Value, tolerance: 0.01);
    }

    [Theory]
    [InlineData(0.95, 0.05, "With 5 % at two landlords and all others in two regions, ")]
    [InlineData(1, 0, "With all services in two regions, ")]
    [InlineData(0.1, 0, "With 10 % of the services in two regions and none at two landlords, ")]
    [InlineData(0, 0.05, "With none of the services in two regions and 5 % at two landlords, ")]
    public void Shelter_WithASecondHomeForAllOrNone_SaysSo(double present, double twoProviders, string words)
    {
        (double, double)[] sweep = [(0, 0.4), (0.5, 0.3), (1, 0)];

        Assert.StartsWith(words, CascadeFigures.Shelter(present, twoProviders, (0, 0.3), sweep, sweep).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void WithNothingToLose_NothingIsComparedAndNothingRises()
    {
        var result = CascadeSimulation.Run(new() { Aws = 0 }, new() { Replications = 3 });
        (double, CascadeResult)[] sweep = [(0, result), (0.5, result), (1, result)];

        Assert.Single(CascadeFigures.Shelter(0.5, 0.05, (0, 0), Shares(sweep), Shares(sweep)).Series);
        Assert.StartsWith("However much we lean", CascadeFigures.Leaning(0.5, sweep, []).Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaning_TellsWhatIsDarkAtPresent()
    {
        CascadeResult run(double dependencies) => CascadeSimulation.Run(new() { Dependencies = dependencies }, new() { Replications = 3 });
        (double, CascadeResult)[] sweep = [(0, run(0)), (3, run(3)), (10, run(10))];

        var figure = CascadeFigures.Leaning(3, sweep, [(1.5, 0.2)]);

        Assert.Equal("The more we lean, the more goes dark", figure.Title);
        Assert.Equal([0, 1.5, 3, 10], figure.Series[0].X);
        Assert.Equal([0, 3, 10], figure.Series[1].X);
        Assert.EndsWith(FormattableString.Invariant($" At 3 it is {CascadeFigures.Dark(sweep[1].Item2):P0}."), figure.Finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void Leaning_AtAnEnd_TellsItOnce(double present)
    {
        CascadeResult run(double dependencies) => CascadeSimulation.Run(new() { Dependencies = dependencies }, new() { Replications = 3 });

        Assert.DoesNotContain("it is", CascadeFigures.Leaning(present, [(0, run(0)), (3, run(3)), (10, run(10))], []).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaning_WhereNobodyNeedsAnother_TellsOneShare()
    {
        var result = CascadeSimulation.Run(new() { HardShare = 0 }, new() { Replications = 3 });

        Assert.Equal(
            FormattableString.Invariant($"{CascadeFigures.Dark(result):P0} of the services are dark, however many others they depend on."),
            CascadeFigures.Leaning(3, [(0, result), (3, result), (10, result)], []).Finding);
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

    private static (double, double)[] Shares(IEnumerable<(double Setting, CascadeResult Result)> sweep) =>
        [.. sweep.Select(point => (point.Setting, CascadeFigures.Dark(point.Result)))];
}
