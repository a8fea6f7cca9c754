using InteractiveArticle.Figures.SitesVersusCloud;
using InteractiveArticle.Figures.Tests.Drawing;
using InteractiveArticle.Simulation.SitesVersusCloud;

namespace InteractiveArticle.Figures.Tests.SitesVersusCloud;

public sealed class SitesVersusCloudFiguresTests
{
    public static TheoryData<SitesVersusCloudOptions> Settings =>
    [
        new SitesVersusCloudOptions { Sites = 100, Years = 10 },
        new SitesVersusCloudOptions { Sites = 1, Years = 10 },
        new SitesVersusCloudOptions { Sites = 10, OutageRate = 0 },
        new SitesVersusCloudOptions { Sites = 10, OutageShare = 0, OutageRate = 0.001 },
        new SitesVersusCloudOptions { Sites = 50, OutageShare = 1, OutageRate = 100 },
        new SitesVersusCloudOptions { Sites = 50, Many = 0, Years = 1 },
    ];

    [Theory]
    [MemberData(nameof(Settings))]
    public void EveryFigure_AtEverySetting_IsSound(SitesVersusCloudOptions options)
    {
        var result = SitesVersusCloudSimulation.Run(options, new() { Replications = 2 });

        FigureRules.Check(SitesVersusCloudFigures.Tail(result, options));
    }
}
