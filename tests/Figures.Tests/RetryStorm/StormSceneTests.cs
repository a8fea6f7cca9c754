using System.Globalization;
using InteractiveArticle.Figures.RetryStorm;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Figures.Tests.Scenes;
using InteractiveArticle.Simulation.RetryStorm;
using Xunit;

namespace InteractiveArticle.Figures.Tests.RetryStorm;

public class StormSceneTests
{
    private const double Step = 0.2; // of the scene's pictures, in seconds of film

    private static readonly RetryStormOptions Storm = new() { Horizon = 120 };

    private static Scene Of(RetryStormOptions options) => StormScene.Of(RetryStormSimulation.Run(options, new() { Replications = 1 }), options, RetryStormSimulation.Trace(options));

    public static TheoryData<RetryPolicy, int, bool, StormCure> Levers() => new()
    {
        { RetryPolicy.FullJitter, 3, false, StormCure.None },
        { RetryPolicy.FullJitter, 3, true, StormCure.None },
        { RetryPolicy.None, 3, false, StormCure.None },
        { RetryPolicy.Fixed, 10, false, StormCure.None },
        { RetryPolicy.Exponential, 0, false, StormCure.None },
        { RetryPolicy.Fixed, 10, false, StormCure.Deadlines },
        { RetryPolicy.Fixed, 10, false, StormCure.NewestFirst },
        { RetryPolicy.Fixed, 10, false, StormCure.ControlledDelay },
        { RetryPolicy.Fixed, 10, false, StormCure.CircuitBreaker },
        { RetryPolicy.Fixed, 10, true, StormCure.Throttling },
    };

    [Theory]
    [MemberData(nameof(Levers))]
    public void EveryScene_IsSoundAtEitherSize(RetryPolicy policy, int retries, bool budget, StormCure cure) =>
        SceneChecks.Check(Of((Storm with { Policy = policy, Retries = retries, Budget = budget }).With(cure)));

    [Theory]
    [InlineData(StormCure.None)]
    [InlineData(StormCure.Deadlines)]
    [InlineData(StormCure.NewestFirst)]
    public void TheStage_ShowsAsManyOfEachAsTheTraceHas(StormCure cure)
    {
        var options = Storm.With(cure);
        var attempts = RetryStormSimulation.Trace(options);
        var scene = Of(options);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var stage = scene.Draw(size);
            foreach (double film in SceneChecks.Moments(scene))
            {
                double shownAt = Math.Floor((film / Step) + 1e-9) * Step;
                double story = scene.Time.Story(shownAt);
                int Count(string id, ActorState state) => stage.Actors.Count(actor => actor.Id.StartsWith(id, StringComparison.Ordinal) && actor.StateAt(shownAt + 1e-9) == state);
                int waiting = attempts.Count(attempt => attempt.IsInLine(story) && !attempt.IsOver(story));
                int hungUp = attempts.Count(attempt => attempt.IsInLine(story) && attempt.IsOver(story));
                Assert.InRange(Count("place", ActorState.Lit) - (waiting / 10.0), -1, 1);
                Assert.InRange(Count("place", ActorState.Dark) - (hungUp / 10.0), -1, 1);
                Assert.Equal(attempts.Count(attempt => attempt.IsInService(story) && !attempt.IsOver(story)), Count("worker", ActorState.Serving));
                Assert.Equal(attempts.Count(attempt => attempt.IsInService(story) && attempt.IsOver(story)), Count("worker", ActorState.WorkingInVain));
                int content = options.Clients - attempts.Where(attempt => attempt.IsOver(story)).GroupBy(attempt => attempt.Client).Count(client => client.MaxBy(attempt => attempt.OverAt).Fate != AttemptFate.Answered);
                Assert.InRange(Count("clients", ActorState.Lit) - (content / 4.0), -1, 1);
                string wasted = stage.Parts.OfType<Reading>().Single(reading => reading.Y == stage.Parts.OfType<Word>().Single(word => word.Text == "answers to nobody").Y).At(shownAt + 1e-9);
                Assert.Equal(attempts.Count(attempt => attempt.IsWasted && attempt.ServiceEndedAt <= story), int.Parse(wasted, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
            }
        }
    }

    [Fact]
    public void TheLastCaption_TellsHowItEnds()
    {
        Assert.Equal("Nothing is broken any more, and it goes on.", Of(Storm).Captions[^1].Headline);
        Assert.EndsWith("all is well again.", Of(Storm with { Budget = true }).Captions[^1].Headline, StringComparison.Ordinal);
        var throttled = Of(Storm.With(StormCure.Throttling));
        Assert.Equal(("27 seconds after the stall nobody waits too long.", "But of what the clients want only 64 % is asked."), (throttled.Captions[^1].Headline, throttled.Captions[^1].Detail));
        Assert.Contains("nobody waits too long, but only 64 % of what the clients want is asked.", throttled.Finding, StringComparison.Ordinal);
        Assert.Contains("every answer comes too late.", Of(Storm).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsSaidOfTheLine_IsSoWhenTheFleetWorksAgain()
    {
        var scene = Of(Storm);

        var said = Assert.Single(scene.Captions, caption => caption.Headline == "It works again, as well as ever.");

        Assert.Equal("By then all of those in line had hung up.", said.Detail);
        Assert.DoesNotContain(scene.Draw(SceneSize.Wide).Actors, actor => actor.Id.StartsWith("place", StringComparison.Ordinal) && actor.StateAt(said.At) == ActorState.Lit);
    }

    // A single second has more answers or fewer by chance.
    [Fact]
    public void WhatIsCounted_StaysWithinWhatTheFleetCanDo_InTheEnd()
    {
        var scene = Of(Storm);
        var stage = scene.Draw(SceneSize.Wide);
        var tooLate = stage.Parts.OfType<Reading>().Single(reading => reading.Y == stage.Parts.OfType<Word>().Single(word => word.Text == "answered too late").Y && reading.Anchor == Anchor.End);

        string said = tooLate.At(scene.Duration);

        Assert.EndsWith(" a second", said, StringComparison.Ordinal);
        Assert.InRange(double.Parse(said.Split(' ')[0], CultureInfo.InvariantCulture), 0.9 * Storm.Capacity, 1.05 * Storm.Capacity);
    }

    [Fact]
    public void Hands_SetTheCureAndTakeItBack()
    {
        string Value(RetryStormOptions options, char key) => Of(options).Draw(SceneSize.Narrow).Hands.Single(hand => hand.Key == key).Value;
        Assert.Equal("newest-first", Value(Storm, 'n'));
        Assert.Equal("none", Value(Storm.With(StormCure.NewestFirst), 'n'));
        Assert.Equal("true", Value(Storm, 'b'));
        Assert.Equal("full-jitter", Value(Storm with { Policy = RetryPolicy.None }, 'p'));
    }
}
