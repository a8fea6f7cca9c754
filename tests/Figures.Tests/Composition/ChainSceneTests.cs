using System.Text.Json;
using InteractiveArticle.Figures.Composition;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Figures.Tests.Scenes;
using InteractiveArticle.Simulation.Composition;
using InteractiveArticle.Simulation.Modelling;
using Xunit;

namespace InteractiveArticle.Figures.Tests.Composition;

public class ChainSceneTests
{
    private static Scene Of(double works, int chain) => ChainScene.Of(new() { ServiceAvailability = works, InSeries = chain });

    private static IReadOnlyList<TracedRequest> Trace(double works, int chain) =>
        CompositionSimulation.Trace(new() { ServiceAvailability = works, InSeries = chain, FanOut = 1 }, ChainScene.Requests, Experiment.WithSeed(ChainScene.Seed));

    [Theory]
    [InlineData(0.999, 10)]
    [InlineData(0.9, 1)]
    [InlineData(0.9, 100)]
    [InlineData(0.98, 100)]
    [InlineData(0.9999, 1)]
    [InlineData(0.9999, 100)]
    public void EveryScene_IsSoundAtEitherSize(double works, int chain) => SceneChecks.Check(Of(works, chain));

    [Theory]
    [InlineData(0.999, 10)]
    [InlineData(0.97, 20)]
    public void TheWall_ShowsEachRequestAsTheTraceHasIt(double works, int chain)
    {
        var scene = Of(works, chain);
        var trace = Trace(works, chain);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var stage = scene.Draw(size);
            var wall = stage.Actors.Where(actor => actor.Id.StartsWith("request", StringComparison.Ordinal)).ToArray();
            Assert.Equal(trace.Select(request => request.FirstBroken is null ? ActorState.Lit : ActorState.Failing), wall.Select(actor => actor.StateAt(scene.Duration)));
            var served = stage.Parts.OfType<Reading>().First();
            var arrived = stage.Parts.OfType<Reading>().Skip(1).First();
            foreach (double film in SceneChecks.Moments(scene))
            {
                // The tally is renewed five times a second.
                double renewed = Math.Floor((film / 0.2) + 1e-6) * 0.2;
                var states = wall.GroupBy(actor => actor.StateAt(renewed + 1e-9)).ToDictionary(group => group.Key, group => group.Count());
                int lit = states.GetValueOrDefault(ActorState.Lit);
                Assert.Equal($"{lit:N0}", served.At(film + 1e-9));
                Assert.StartsWith($"of {lit + states.GetValueOrDefault(ActorState.Failing):N0} ", arrived.At(film + 1e-9), StringComparison.Ordinal);

                // The clock counts the same.
                string[] clock = scene.Time.Words(scene.Time.Story(renewed)).Split(' ');
                Assert.Equal(arrived.At(film + 1e-9).Split(' ')[1], clock[1]);
            }
        }
    }

    [Fact]
    public void AService_IsShownBrokenWhereARequestMeetsItSo()
    {
        var scene = Of(0.97, 20);
        var broken = Trace(0.97, 20).Where(request => request.FirstBroken is not null).Select(request => request.FirstBroken!.Value).ToHashSet();
        var services = scene.Draw(SceneSize.Wide).Actors.Where(actor => actor.Id.StartsWith("service", StringComparison.Ordinal)).ToArray();
        Assert.Equal(20, services.Length);
        Assert.All(services.Index(), service => Assert.Equal(broken.Contains(service.Index), service.Item.Turns.Any(turn => turn.State == ActorState.Failing)));
    }

    [Theory]
    [InlineData(0.999, 10)]
    [InlineData(0.9, 1)]
    [InlineData(0.9, 100)]
    public void TheFirstServiceFoundBroken_StaysSoUntilTheCaptionGoes(double works, int chain)
    {
        var scene = Of(works, chain);
        var service = scene.Draw(SceneSize.Narrow).Actors.Single(actor => actor.Id == $"service {Trace(works, chain).First(request => request.FirstBroken is not null).FirstBroken}");
        Assert.Equal(ActorState.Failing, service.StateAt(scene.Captions[1].At));
        Assert.Equal(ActorState.Failing, service.StateAt(scene.Captions[2].At - 0.01));
    }

    [Theory]
    [InlineData(0.999, 10)]
    [InlineData(0.9, 1)]
    [InlineData(0.9, 100)]
    [InlineData(0.9999, 100)]
    public void ThePagesClock_AndTheTally_SayTheSame(double works, int chain)
    {
        const double Tick = 0.2; // as scene.js has it
        var scene = Of(works, chain);
        var stage = scene.Draw(SceneSize.Wide);
        var arrived = stage.Parts.OfType<Reading>().Skip(1).First();
        using var json = JsonDocument.Parse(SceneJson.Write(scene, stage));
        (double At, string Words)[] clock = [.. json.RootElement.GetProperty("readings").EnumerateArray().Select(reading => (reading[0].GetDouble(), reading[1].GetString()!))];
        for (int n = 0; n * Tick < scene.Duration; n++)
        {
            string words = clock.Last(reading => reading.At <= (n * Tick) + 1e-6).Words;
            Assert.Equal(arrived.At((n * Tick) + 1e-6).Split(' ')[1], words.Split(' ')[1]);
        }
    }

    [Theory]
    [InlineData(0.999, 10)]
    [InlineData(0.9, 1)]
    [InlineData(0.9999, 100)]
    public void TheCaptionOfTheFirstThatFails_FallsWhenAllBeforeItHaveArrived(double works, int chain)
    {
        var scene = Of(works, chain);
        int served = Trace(works, chain).TakeWhile(request => request.FirstBroken is null).Count();
        Assert.StartsWith("This one is broken", scene.Captions[1].Headline, StringComparison.Ordinal);
        Assert.Equal($"after {served} request{(served == 1 ? "" : "s")}", scene.Time.Words(scene.Time.Story(scene.Captions[1].At)));
    }

    [Fact]
    public void TheClock_HasCountedAllRequests_WhenTheLastCaptionFalls()
    {
        var scene = Of(0.999, 10);
        Assert.Equal("after 1,000 requests", scene.Time.Words(scene.Time.Story(scene.Captions[^1].At)));
    }

    [Fact]
    public void TheCaptions_TellWhatHappened()
    {
        Assert.StartsWith("None of 1,000", Of(0.9, 100).Captions[^1].Headline, StringComparison.Ordinal);
        Assert.StartsWith("A click needs one service.", Of(0.9999, 1).Captions[0].Headline, StringComparison.Ordinal);
        int served = Trace(0.999, 10).Count(request => request.FirstBroken is null);
        Assert.StartsWith($"{served} of 1,000", Of(0.999, 10).Captions[^1].Headline, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.999, 10, "lose 5 to 15.")]
    [InlineData(0.9999, 1, "lose none.")]
    [InlineData(0.9999, 10, "lose at most 2.")]
    [InlineData(0.999, 1, "lose at most 2.")]
    [InlineData(0.9, 66, "lose at least 998.")]
    [InlineData(0.9, 100, "lose all.")]
    [InlineData(0.94, 70, "lose 981 to 992. This one is lucky.")]
    [InlineData(0.99, 90, "lose 570 to 621. This one is unlucky.")]
    public void ARun_IsHeldAgainstWhatIsUsual(double works, int chain, string words)
    {
        var scene = Of(works, chain);
        Assert.Contains(words, scene.Finding, StringComparison.Ordinal);
        Assert.EndsWith(words, scene.Captions[^1].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.999, 10, "Each request has its square; one in 10, and each that fails, is drawn as a dot as well.")]
    [InlineData(0.9, 100, "Each request has its square; one in 10 is drawn as a dot as well.")]
    public void TheFinding_TellsSquaresFromDots(double works, int chain, string words) => Assert.EndsWith(words, Of(works, chain).Finding, StringComparison.Ordinal);

    [Fact]
    public void TheRunThatIsShownFirst_LosesAsManyAsTheoryHas() => Assert.Equal(10, Trace(0.999, 10).Count(request => request.FirstBroken is not null));

    [Theory]
    [InlineData(1, "11: Ten services more")]
    [InlineData(10, "1: One service alone", "20: Ten services more")]
    [InlineData(30, "20: Ten services fewer", "40: Ten services more")]
    [InlineData(95, "85: Ten services fewer", "100: A hundred services")]
    [InlineData(100, "90: Ten services fewer")]
    public void TheHands_SayWhatTheyLeave(int chain, params string[] labels) =>
        Assert.Equal(labels, Of(0.999, chain).Draw(SceneSize.Wide).Hands.Where(hand => hand.Lever == "chain").Select(hand => $"{hand.Value}: {hand.Label}"));

    [Theory]
    [InlineData(SceneSize.Wide)]
    [InlineData(SceneSize.Narrow)]
    public void TheEndsOfTheChain_AreNamedOutsideOfWhatCanBeTakenInHand(SceneSize size)
    {
        var stage = Of(0.999, 10).Draw(size);
        double edge = stage.Hands.Min(hand => hand.Area.Y);
        Assert.All(stage.Parts.OfType<Word>().Where(word => word.Text is "click" or "answer"), word => Assert.True(word.Y <= edge, word.Text));
    }

    [Theory]
    [InlineData(0.999, 10, "break more often", "−9", "+10")]
    [InlineData(0.9, 95, "mend", "−10", "+5")]
    public void WhatCanBeTakenInHand_SaysWhatItDoes(double works, int chain, params string[] words)
    {
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var stage = Of(works, chain).Draw(size);
            Assert.Equal(words, stage.Hands.Select(hand => stage.Parts.OfType<Word>().Single(word => word.X == hand.Area.CentreX && word.Y > hand.Area.Y && word.Y < hand.Area.Bottom).Text));
        }
    }
}
