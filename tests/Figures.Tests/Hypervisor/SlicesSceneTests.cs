using InteractiveArticle.Figures.Hypervisor;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Figures.Tests.Scenes;
using InteractiveArticle.Simulation.Hypervisor;

namespace InteractiveArticle.Figures.Tests.Hypervisor;

public sealed class SlicesSceneTests
{
    private static readonly HypervisorOptions Usual = new() { Machines = 16, NoisyNeighbours = 8, YourDemand = 0.5, Seconds = 5 };

    public static TheoryData<int, int> Hosts => new()
    {
        { 16, 8 },
        { 16, 0 },
        { 16, 15 },
        { 24, 8 },
        { 64, 0 },
        { 64, 63 },
        { 1, 0 },
    };

    private static HypervisorOptions Host(int machines, int noisy) => Usual with { Machines = machines, NoisyNeighbours = noisy };

    private static HypervisorResult Run(HypervisorOptions options) => HypervisorSimulation.Run(options, new() { Replications = 1 });

    [Theory]
    [MemberData(nameof(Hosts))]
    public void EveryHost_IsSoundAtEitherSize(int machines, int noisy)
    {
        var options = Host(machines, noisy);

        SceneChecks.Check(SlicesScene.Of(Run(options), options));
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void EveryNeighbour_RunsWaitsAndSleepsAsRecorded(int machines, int noisy)
    {
        var options = Host(machines, noisy);
        var result = Run(options);
        var scene = SlicesScene.Of(result, options);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var stage = scene.Draw(size);
            foreach (double film in SceneChecks.Moments(scene))
            {
                double moment = scene.Time.Story(film);
                var wants = result.Turns.Where(turn => turn.Machine > 0 && turn.Wanted <= moment && turn.End > moment).ToDictionary(turn => turn.Machine, turn => turn.Start <= moment);
                foreach (var actor in stage.Actors.Where(actor => actor.Id.StartsWith("machine ", StringComparison.Ordinal)))
                {
                    int machine = int.Parse(actor.Id[8..], System.Globalization.CultureInfo.InvariantCulture);
                    var expected = !wants.TryGetValue(machine, out bool runs) ? ActorState.Off
                        : !runs ? ActorState.Waiting
                        : machine >= machines - noisy ? ActorState.Overloaded
                        : ActorState.Serving;
                    Assert.True(expected == actor.StateAt(film) || IsNearTurn(result, machine, moment), $"{actor.Id} at {moment} ms");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void TheBar_IsAsFarAsTheWorkThatIsDone(int machines, int noisy)
    {
        var options = Host(machines, noisy);
        var result = Run(options);
        var scene = SlicesScene.Of(result, options);
        var yours = result.Turns.Where(turn => turn.Machine == 0).ToArray();
        var told = scene.Draw(SceneSize.Wide).Parts.OfType<Reading>().Where(reading => reading.Tellings[^1].Text.StartsWith("done", StringComparison.Ordinal)).ToArray();

        Assert.Equal(2, told.Length);
        double wakes = scene.Time.Story(scene.Captions[1].At);
        foreach (double film in SceneChecks.Moments(scene).Where(film => !told[1].At(film).StartsWith("done", StringComparison.Ordinal)))
        {
            double moment = scene.Time.Story(film);
            double done = yours.Where(turn => turn.Wanted >= wakes - 1e-6).Sum(turn => Math.Clamp(moment - turn.Start, 0, turn.End - turn.Start));
            Assert.InRange(int.Parse(told[1].At(film).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture), done - 2, done + 1e-6);
        }
    }

    [Fact]
    public void TheTask_IsTheSame_WhateverTheNeighboursDo()
    {
        Assert.All(Hosts.Select(host => host.Data), host =>
        {
            var options = Host(host.Item1, host.Item2);
            Assert.StartsWith("A task of 18.0 ms on a host", SlicesScene.Of(Run(options), options).Finding, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Neighbours_CanBeTakenInHand()
    {
        var hands = SlicesScene.Of(Run(Usual), Usual).Draw(SceneSize.Wide).Hands;

        Assert.Contains(hands, hand => hand is { Lever: "noisy", Value: "9" });
        Assert.Contains(hands, hand => hand is { Lever: "noisy", Value: "7" });
        Assert.Equal(["2", "3", "4"], hands.Where(hand => hand.Lever == "overcommit").Select(hand => hand.Value));
    }

    // The lever ends there.
    [Fact]
    public void NoMoreThanFifteenNeighbours_CanBeMadeNoisy()
    {
        var crowded = Host(24, 15);

        var hands = SlicesScene.Of(Run(crowded), crowded).Draw(SceneSize.Wide).Hands.Where(hand => hand.Lever == "noisy");

        Assert.Equal("14", Assert.Single(hands).Value);
    }

    [Theory]
    [InlineData(64, 0)]
    [InlineData(64, 63)]
    [InlineData(64, 15)]
    public void WhatWasDone_WhenItWouldHaveBeenDoneAlone_IsWhatWasRecorded(int machines, int noisy)
    {
        var options = Host(machines, noisy);
        var result = Run(options);
        var scene = SlicesScene.Of(result, options);
        var caption = Assert.Single(scene.Captions, caption => caption.Headline.StartsWith("Alone it would have been done", StringComparison.Ordinal));
        double wakes = scene.Time.Story(scene.Captions[1].At);
        double moment = scene.Time.Story(caption.At);
        double done = result.Turns.Where(turn => turn.Machine == 0 && turn.Wanted >= wakes - 1e-6).Sum(turn => Math.Clamp(moment - turn.Start, 0, turn.End - turn.Start));

        string told = caption.Detail.Contains("begun", StringComparison.Ordinal) ? "0" : caption.Detail.Split(' ')[4];
        Assert.InRange(int.Parse(told, System.Globalization.CultureInfo.InvariantCulture), done - 1 - 1e-6, done + 1e-6);
    }

    // At the very moment of a turn rounding decides.
    private static bool IsNearTurn(HypervisorResult result, int machine, double moment) =>
        result.Turns.Any(turn => turn.Machine == machine && new[] { turn.Wanted, turn.Start, turn.End }.Any(at => Math.Abs(at - moment) < 1e-6));
}
