using InteractiveArticle.Figures.Pooling;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Figures.Tests.Scenes;
using InteractiveArticle.Simulation.Pooling;

namespace InteractiveArticle.Figures.Tests.Pooling;

public sealed class PoolSceneTests
{
    private const int Hours = 60;

    private static (PoolingOptions Options, PoolingTrace Trace, PoolingResult Result) Pool(int customers, double correlation)
    {
        var options = new PoolingOptions { Customers = customers, Correlation = correlation, Hours = 500 };
        return (options, PoolingSimulation.Trace(options, Hours), PoolingSimulation.Run(options, new() { Replications = 2 }));
    }

    [Theory]
    [InlineData(100, 0.05)]
    [InlineData(100, 0)]
    [InlineData(100, 1)]
    [InlineData(1, 0.05)]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    [InlineData(500, 0.2)]
    public void EveryPool_IsSoundAtEitherSize(int customers, double correlation)
    {
        var (options, trace, result) = Pool(customers, correlation);

        SceneChecks.Check(PoolScene.Of(trace, result, options));
    }

    [Theory]
    [InlineData(100, 0.05)]
    [InlineData(7, 0.5)]
    [InlineData(500, 0)]
    public void ThePool_IsAsLarge_AndNeedsAsMuch_AsSimulated(int customers, double correlation)
    {
        var (options, trace, result) = Pool(customers, correlation);
        var scene = PoolScene.Of(trace, result, options);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var stage = scene.Draw(size);
            int squares = stage.Actors.Count();
            int each = (customers + squares - 1) / squares;
            var needed = stage.Parts.OfType<Reading>().Single(reading => reading.Tellings[0].Text.StartsWith("alone", StringComparison.Ordinal));
            foreach (double film in SceneChecks.Moments(scene))
            {
                var pool = result.Sizes[Math.Min(result.Sizes.Count - 1, (int)Math.Floor(scene.Time.Story(film) + 1e-9))];
                int joined = SceneChecks.CountsAt(stage, film).GetValueOrDefault(ActorState.Serving);
                Assert.Equal((pool.Customers + each - 1) / each, joined);
                Assert.Contains(FormattableString.Invariant($"{pool.CapacityPerCustomer:F1} servers"), needed.At(film), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Correlation_CanBeTakenInHand()
    {
        var (options, trace, result) = Pool(100, 0.05);

        Assert.Equal(["0", "0.2", "0.5", "1"], PoolScene.Of(trace, result, options).Draw(SceneSize.Wide).Hands.Select(hand => hand.Value));
    }
}
