using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Figures.Placement;
using InteractiveArticle.Simulation.Placement;

namespace InteractiveArticle.Figures.Tests.Placement;

public sealed class PlacementFiguresTests
{
    public static TheoryData<PlacementOptions> Settings =>
    [
        new PlacementOptions(),
        new PlacementOptions { LargeShare = 0, MediumShare = 0 },
        new PlacementOptions { LargeShare = 0.3, Policy = PlacementPolicy.WorstFit, Overcommit = 4 },
        new PlacementOptions { Load = 0.01 },
        new PlacementOptions { Load = 10, HeavyShare = 0, MediumShare = 0, LargeShare = 0 },
        new PlacementOptions { Hosts = 1 },
    ];

    [Theory]
    [MemberData(nameof(Settings))]
    public void Hosts_AtEverySetting_FillsEveryHostToTheTop(PlacementOptions options)
    {
        var result = PlacementSimulation.Run(options with { Lives = 3 }, new() { Replications = 1 });
        var figure = PlacementFigures.Hosts(result, options);

        Assert.DoesNotContain("NaN", figure.Finding, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(0, options.Hosts + 1), host =>
            Assert.Equal(options.HostCpu * options.Overcommit, figure.Series.Sum(series => series.Y[host]), tolerance: 1e-9));
        Assert.All(figure.Series, series => Assert.Equal(SeriesShape.StackedBars, series.Shape));
        Assert.Equal("virtual CPUs", figure.Y.Label);
    }

    [Fact]
    public void Hosts_WithoutAFreeCpu_SaysSo()
    {
        var options = new PlacementOptions { Hosts = 2, Lives = 2 };
        var busy = PlacementSimulation.Run(options, new() { Replications = 1 });
        var full = busy with { Hosts = [.. busy.Hosts.Select(host => host with { FreeCpu = 0 })] };

        Assert.Contains("Every virtual CPU", PlacementFigures.Hosts(full, options).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Refusals_NamesTheLoadFromWhichTheyBegin()
    {
        var calm = PlacementSimulation.Run(new() { Hosts = 4, Load = 0.1, Lives = 2 }, new() { Replications = 1 });
        var busy = PlacementSimulation.Run(new() { Hosts = 4, Load = 2, Lives = 2 }, new() { Replications = 1 });

        var figure = PlacementFigures.Refusals([(0.1, calm, 0, calm), (0.5, calm, 0, busy), (2, busy, 0.5, busy)]);

        Assert.Contains("more than 1 % of the machines are refused from about 200 % of the pool on, as", figure.Finding, StringComparison.Ordinal);
        Assert.Matches("of the largest are refused (from about|already at) 50 % of the pool", figure.Finding);
        Assert.Contains("nowhere", PlacementFigures.Refusals([(0.1, calm, 0, calm), (0.2, calm, 0, calm)]).Finding, StringComparison.Ordinal);
        Assert.Contains("of the largest are refused already at 50 % of the pool, the least shown", PlacementFigures.Refusals([(0.5, calm, 0, busy), (2, busy, 0.5, busy)]).Finding, StringComparison.Ordinal);
        Assert.Contains(figure.Series, series => series.IsDashed && series.Y.SequenceEqual([0, 0, 0.5]));
    }

    [Fact]
    public void Refusals_OfMachinesThatNobodyAsksFor_AreNotCalledNone()
    {
        var small = PlacementSimulation.Run(new() { Hosts = 4, Load = 0.5, Lives = 2, LargeShare = 1e-9 }, new() { Replications = 1 });
        Assert.Equal(double.NaN, small.LargestRefusedShare.Mean);

        var figure = PlacementFigures.Refusals([(0.5, small, 0, small)]);

        Assert.EndsWith("the largest are refused nowhere in this range, where nobody asks for one.", figure.Finding, StringComparison.Ordinal);
        Assert.Equal(double.NaN, Assert.Single(figure.Series[0].Y));
    }
}
