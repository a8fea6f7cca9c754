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
    public void Fits_TellsOfEachSizeWhatIsFullFirst()
    {
        var figure = PlacementFigures.Fits([("usual", 96, 48), ("modest", 96, 192)]);

        Assert.Contains("Of the usual size, the processor is enough for 96 and the memory for 48, so 48 fit.", figure.Finding, StringComparison.Ordinal);
        Assert.Contains("Of the modest size, the processor is enough for 96 and the memory for 192, so 96 fit.", figure.Finding, StringComparison.Ordinal);
        Assert.All(figure.Series.SelectMany(series => series.Y), machines => Assert.InRange(machines, 0, figure.Y.Maximum!.Value));
    }

    [Fact]
    public void Hosts_WithoutAFreeCpu_SaysSo()
    {
        var options = new PlacementOptions { Hosts = 2, Lives = 2 };
        var busy = PlacementSimulation.Run(options, new() { Replications = 1 });
        var full = busy with { Hosts = [.. busy.Hosts.Select(host => host with { FreeCpu = 0 })] };

        Assert.Contains("Every virtual CPU", PlacementFigures.Hosts(full, options).Finding, StringComparison.Ordinal);
    }
}
