using InteractiveArticle.Figures.Outage;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Figures.Tests.Scenes;
using InteractiveArticle.Simulation.Outage;
using Xunit;

namespace InteractiveArticle.Figures.Tests.Outage;

public class MorningSceneTests
{
    private static OutageResult Day(double tolerant) => OutageSimulation.Run(new() { Tolerant = tolerant }, new() { Replications = 1 });

    [Theory]
    [InlineData(0.25)]
    [InlineData(0)]
    [InlineData(0.6)]
    [InlineData(1)]
    public void EveryScene_IsSoundAtEitherSize(double tolerant) => SceneChecks.Check(MorningScene.Of(Day(tolerant)));

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.6)]
    public void TheWall_IsAsDarkAsTheTraceSays(double tolerant)
    {
        var day = Day(tolerant);
        var scene = MorningScene.Of(day);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var stage = scene.Draw(size);
            int sites = stage.Actors.Count();
            foreach (double film in SceneChecks.Moments(scene))
            {
                int lit = SceneChecks.CountsAt(stage, film).GetValueOrDefault(ActorState.Lit);
                Assert.InRange(lit, SiteWall.Lit(day.Minutes, sites, scene.Time.Story(film)) - 1, SiteWall.Lit(day.Minutes, sites, scene.Time.Story(film)) + 1);
            }
        }
    }
}
