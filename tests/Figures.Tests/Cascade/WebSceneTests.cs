using System.Globalization;
using InteractiveArticle.Figures.Cascade;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Figures.Tests.Scenes;
using InteractiveArticle.Simulation.Cascade;
using Xunit;

namespace InteractiveArticle.Figures.Tests.Cascade;

public class WebSceneTests
{
    private static readonly CascadeOptions Usual = new() { Services = 300 };

    public static TheoryData<CascadeOptions> Makes =>
    [
        Usual,
        Usual with { Failure = Failure.Service },
        Usual with { Failure = Failure.Provider },
        Usual with { Failure = Failure.Provider, Provider = CloudProvider.Google },
        Usual with { Failure = Failure.Provider, Provider = CloudProvider.Smaller },
        Usual with { Aws = 0 },
        Usual with { Aws = 0, Azure = 0, Google = 0, Failure = Failure.Service },
        Usual with { Aws = 0.5, Azure = 0.3, Google = 0.2, Failure = Failure.Provider, Layers = 8, Dependencies = 10, HardShare = 1 },
        Usual with { Aws = 0.5, Azure = 0.3, Google = 0, Layers = 1 },
        Usual with { Dependencies = 0 },
        Usual with { HardShare = 0 },
        Usual with { MultiRegion = 0.5, MultiCloud = 0.5 },
    ];

    private static IReadOnlyList<WebService> WebOf(CascadeOptions options) => Run(options).Web;

    private static CascadeResult Run(CascadeOptions options) => CascadeSimulation.Run(options, new() { Replications = 1 });

    [Theory]
    [MemberData(nameof(Makes))]
    public void EveryScene_IsSoundAtEitherSize(CascadeOptions options) => SceneChecks.Check(WebScene.Of(Run(options), options));

    [Theory]
    [MemberData(nameof(Makes))]
    public void EveryWindow_StandsInsideTheFrame_AndOnNoOther(CascadeOptions options)
    {
        var scene = WebScene.Of(Run(options), options);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var stage = scene.Draw(size);
            var content = new SceneFrame(size, stage.Height, hasClock: false).Content;
            var crowd = stage.Parts.OfType<Crowd>().Single();
            Assert.All(crowd.Actors, actor =>
            {
                Assert.InRange(actor.X, content.X, content.Right - crowd.Width);
                Assert.InRange(actor.Y, content.Y, content.Bottom - crowd.Height);
            });
            var byPlace = crowd.Actors.OrderBy(actor => actor.Y).ThenBy(actor => actor.X).ToArray();
            Assert.All(byPlace.Zip(byPlace.Skip(1)).Where(pair => pair.First.Y == pair.Second.Y), pair => Assert.True(pair.Second.X - pair.First.X > crowd.Width));
        }
    }

    [Theory]
    [MemberData(nameof(Makes))]
    public void EveryWindow_EndsAsTheModelSays_AndGoesDarkAfterItsCause(CascadeOptions options)
    {
        var web = WebOf(options);
        var scene = WebScene.Of(Run(options), options);
        var actors = Actors(scene.Draw(SceneSize.Wide));
        Assert.Equal(web.Count, actors.Count);
        for (int service = 0; service < web.Count; service++)
        {
            var expected = web[service] switch
            {
                { Hop: 0 } => ActorState.Dark,
                { IsDark: true } => ActorState.DarkThroughOthers,
                { IsDegraded: true } => ActorState.Limping,
                _ => ActorState.Lit,
            };
            Assert.Equal(expected, actors[service].StateAt(scene.Duration));
            if (web[service].Cause is { } cause)
            {
                Assert.True(actors[cause].Turns[0].At < actors[service].Turns[0].At);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Makes))]
    public void TheCounters_AgreeWithTheWindows_AtEveryMoment(CascadeOptions options)
    {
        var scene = WebScene.Of(Run(options), options);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var stage = scene.Draw(size);
            var parts = stage.Parts.SelectMany(part => part.All).ToArray();
            foreach (double film in SceneChecks.Moments(scene))
            {
                var counts = SceneChecks.CountsAt(stage, film);
                string[] readings = [.. parts.OfType<Reading>().Select(reading => reading.At(film))];
                Assert.Equal(counts.GetValueOrDefault(ActorState.Lit), int.Parse(readings[^1], CultureInfo.InvariantCulture));
                Assert.Equal(stage.Actors.Count(), readings.Sum(reading => int.Parse(reading, CultureInfo.InvariantCulture)));
            }
        }
    }

    [Fact]
    public void EveryLine_EndsWhereAServiceGoesDarkBecauseOfAnother_AtThatMoment()
    {
        var web = WebOf(Usual);
        var scene = WebScene.Of(Run(Usual), Usual);
        var stage = scene.Draw(SceneSize.Wide);
        var actors = Actors(stage);
        double[] ends = [.. stage.Parts.OfType<Line>().Where(line => line.From is not null).Select(line => Math.Round(line.From!.Value + line.Seconds, 6)).Order()];
        double[] turns = [.. Enumerable.Range(0, web.Count).Where(service => web[service].Hop > 0).Select(service => Math.Round(actors[service].Turns[0].At, 6)).Order()];
        Assert.Equal(turns, ends);
    }

    [Fact]
    public void TheFinding_CountsWhatIsShown()
    {
        var web = WebOf(Usual);
        var scene = WebScene.Of(Run(Usual), Usual);
        Assert.StartsWith("The largest region of AWS fails.", scene.Finding, StringComparison.Ordinal);
        Assert.Contains($" {web.Count(service => service.Hop == 0)} go dark at once", scene.Finding, StringComparison.Ordinal);
        Assert.Contains($" {web.Count(service => !service.IsDark && !service.IsDegraded)} are well", scene.Finding, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Makes))]
    public void EveryFloorOfABuilding_IsFull_ButTheHighest(CascadeOptions options)
    {
        var web = WebOf(options);
        var scene = WebScene.Of(Run(options), options);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var buildings = Actors(scene.Draw(size)).GroupBy(actor => web[actor.Key].Home.Provider);
            Assert.All(buildings, building =>
            {
                int[] floors = [.. building.GroupBy(actor => Math.Round(actor.Value.Y, 6)).OrderBy(floor => floor.Key).Select(floor => floor.Count())];
                Assert.All(floors, windows => Assert.InRange(windows, 1, floors[^1]));
                Assert.All(floors.Skip(1), windows => Assert.Equal(floors[^1], windows));
            });
        }
    }

    [Theory]
    [MemberData(nameof(Makes))]
    public void TheBestKnownService_IsNamedAboveItsWindow(CascadeOptions options)
    {
        var scene = WebScene.Of(Run(options), options);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var stage = scene.Draw(size);
            var content = new SceneFrame(size, stage.Height, hasClock: false).Content;
            var name = Assert.Single(stage.Parts.OfType<Word>(), word => word.Text == "the best-known service");
            Assert.InRange(name.X, content.X, content.Right);
            Assert.InRange(name.Y, content.Y, Actors(stage)[0].Y - 1);
        }
    }

    [Theory]
    [MemberData(nameof(Makes))]
    public void TheBestKnownService_HasTheOnlyRing(CascadeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var scene = WebScene.Of(Run(options), options);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var lines = scene.Draw(size).Parts.OfType<Line>().ToArray();
            Assert.Single(lines, line => line.Stroke == Paint.Failing);
            Assert.True(options.Failure != Failure.Service || !lines.Any(line => line.IsDashed));
        }
    }

    [Fact]
    public void WhereNobodyLimps_NoneLimps()
    {
        var options = Usual with { HardShare = 1 };
        Assert.Contains("none limps along", WebScene.Of(Run(options), options).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void ASingleServiceThatFails_IsOneInWords()
    {
        var options = Usual with { Failure = Failure.Service };
        var scene = WebScene.Of(Run(options), options);
        Assert.Contains("Of 300 services one goes dark at once", scene.Finding, StringComparison.Ordinal);
        Assert.Contains(scene.Captions, caption => caption.Detail == "One goes dark at once.");
    }

    // It does not go dark at once, but may do so with those it leans on.
    [Fact]
    public void WhoeverHasASecondHome_IsNotPromisedToStayLit()
    {
        var options = Usual with { MultiRegion = 0.5 };
        string atOnce = Assert.Single(WebScene.Of(Run(options), options).Captions, caption => caption.Detail.Contains(" dark at once;", StringComparison.Ordinal)).Detail;
        Assert.EndsWith("a second home and do not.", atOnce, StringComparison.Ordinal);
    }

    [Fact]
    public void TheNarrowStage_FitsAPhone() => Assert.InRange(WebScene.Of(Run(Usual), Usual).Draw(SceneSize.Narrow).Height, 0, 690);

    [Fact]
    public void WithNothingWhereItFails_NobodyNotices()
    {
        var options = Usual with { Aws = 0 };
        Assert.Contains("none of the 300 services notices", WebScene.Of(Run(options), options).Finding, StringComparison.Ordinal);
    }

    private static Dictionary<int, Actor> Actors(Stage stage) =>
        stage.Actors.ToDictionary(actor => int.Parse(actor.Id.Split(' ')[1], CultureInfo.InvariantCulture));
}
