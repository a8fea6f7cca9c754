using InteractiveArticle.Simulation.Cascade;
using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Tests.Cascade;

public sealed class DrawnWebsTests
{
    private static readonly Experiment Few = new() { Seed = 7, Replications = 6 };

    private static readonly CascadeOptions Make = new() { Services = 200, Layers = 5, Dependencies = 8 };

    public static TheoryData<CascadeOptions> Settings =>
    [
        Make,
        Make with { Dependencies = 0 },
        Make with { Dependencies = 2.5, HardShare = 0.2 },
        Make with { Dependencies = 3, Failure = Failure.Service },
        Make with { Dependencies = 3, Failure = Failure.Provider, Provider = CloudProvider.Azure, Aws = 0.1, Azure = 0.4, Google = 0 },
        Make with { Dependencies = 3, MultiRegion = 0.4, MultiCloud = 0.3, Regions = 3 },
    ];

    [Theory]
    [MemberData(nameof(Settings))]
    public void WebsDrawnOnce_SufferWhatThoseOfARunDo(CascadeOptions options)
    {
        var expected = CascadeSimulation.Run(options, Few);

        var drawn = DrawnWebs.Draw(Make, Few).Run(options);

        Assert.Equal(expected.Web, drawn.Web);
        Assert.Equal(expected.DarkEach, drawn.DarkEach);
        Assert.Equal(expected.ByLayer, drawn.ByLayer);
        Assert.Equal((expected.DarkDirectly, expected.DarkThroughOthers, expected.Degraded), (drawn.DarkDirectly, drawn.DarkThroughOthers, drawn.Degraded));
    }

    [Fact]
    public void WebsOfAnotherMake_WereNotDrawn()
    {
        var drawn = DrawnWebs.Draw(Make, Few);
        CascadeOptions[] others = [Make with { Services = 201 }, Make with { Layers = 4 }, Make with { Growth = 3 }, Make with { Fame = 0 }, Make with { Dependencies = 9 }];

        Assert.All(others, options => Assert.Throws<ArgumentException>(() => drawn.Run(options)));
    }

    [Fact]
    public void ARoughRun_LooksAtTheFirstWebsOnly()
    {
        var drawn = DrawnWebs.Draw(Make, new() { Seed = 7, Replications = 20 });
        var whole = drawn.Run(Make).DarkEach;
        using var rough = RoughRun.Begin();

        Assert.Equal(whole.Take(4), drawn.Run(Make).DarkEach);
        Assert.True(rough.HasCut);
    }
}
