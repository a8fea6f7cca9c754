using InteractiveArticle.Figures.Placement;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Figures.Tests.Scenes;
using InteractiveArticle.Simulation.Placement;
using static System.FormattableString;

namespace InteractiveArticle.Figures.Tests.Placement;

public sealed class RaceSceneTests
{
    private static readonly PlacementOptions Small = new()
    {
        Hosts = 5, HostCpu = 16, HostMemory = 64, SmallCpu = 2, MediumCpu = 4, LargeCpu = 8, HeavyMemoryPerCpu = 6,
        MediumShare = 0.35, LargeShare = 0.1, Load = 0.9, WarmupLives = 0, Lives = 3,
    };

    private static RuleTrace[] Race(PlacementOptions options) =>
        [.. Enum.GetValues<PlacementPolicy>().Select(rule => new RuleTrace(rule, PlacementSimulation.Trace(options with { Policy = rule }, new() { Seed = 762 })))];

    [Theory]
    [InlineData(0.1, 1, PlacementPolicy.BestFit, 0.9)]
    [InlineData(0, 1, PlacementPolicy.FirstFit, 0.9)]
    [InlineData(0.3, 1, PlacementPolicy.WorstFit, 0.9)]
    [InlineData(0.1, 2, PlacementPolicy.DotProduct, 0.9)]
    [InlineData(0.1, 1, PlacementPolicy.BestFit, 0.05)]
    [InlineData(0.1, 1, PlacementPolicy.BestFit, 3)]
    public void EveryRace_IsSoundAtEitherSize(double large, double overcommit, PlacementPolicy policy, double load)
    {
        var options = Small with { LargeShare = large, Overcommit = overcommit, Policy = policy, Load = load };

        SceneChecks.Check(RaceScene.Of(Race(options), options));
    }

    [Theory]
    [InlineData(0.1, 1)]
    [InlineData(0.3, 1)]
    [InlineData(0.1, 2)]
    public void EveryLane_CountsAndShadesWhatTheTraceSays(double large, double overcommit)
    {
        var options = Small with { LargeShare = large, Overcommit = overcommit };
        var race = Race(options);
        var scene = RaceScene.Of(race, options);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var parts = scene.Draw(size).Parts;
            var counters = parts.OfType<Reading>().Where(reading => reading.Tellings[0].Text.StartsWith("hosts", StringComparison.Ordinal)).ToArray();
            var taken = parts.OfType<Level>().Where(level => level.IsStepped).ToArray();
            foreach (double film in SceneChecks.Moments(scene))
            {
                for (int rule = 0; rule < race.Length; rule++)
                {
                    PlacementStep[] past = [.. race[rule].Steps.Where(step => scene.Time.Film(step.Hour) <= film && step.Hour < scene.Time.End)];
                    int refused = past.Count(step => step.Kind == PlacementStepKind.Refused);
                    Assert.Equal(Invariant($"hosts {past.LastOrDefault().HostsInUse} · refused {refused}"), counters[rule].At(film));
                    for (int host = 0; host < options.Hosts; host++)
                    {
                        double sold = Math.Floor(options.HostCpu * overcommit);
                        var (cpu, memory) = (taken[2 * ((rule * options.Hosts) + host)], taken[(2 * ((rule * options.Hosts) + host)) + 1]);
                        Assert.Equal(Used(past, host + 1, step => step.Cpu) / sold, cpu.At(film), tolerance: 1e-9);
                        Assert.Equal(Used(past, host + 1, step => step.Memory) / options.HostMemory, memory.At(film), tolerance: 1e-9);
                    }
                }
            }
        }
    }

    [Fact]
    public void Rules_CanBeTakenInHand()
    {
        var hands = RaceScene.Of(Race(Small), Small).Draw(SceneSize.Wide).Hands;

        Assert.Equal(["first-fit", "worst-fit", "dot-product"], hands.Where(hand => hand.Lever == "policy").Select(hand => hand.Value));
        Assert.Equal(["0", "0.05", "0.3"], hands.Where(hand => hand.Lever == "large").Select(hand => hand.Value));
    }

    [Fact]
    public void TheFirstRefusal_NamesEveryRuleThatRefusesThatMachine()
    {
        PlacementStep step(double hour, PlacementStepKind kind, int machine) => new(hour, kind, machine, 4, 8, kind == PlacementStepKind.Refused ? 0 : 1, 1, 0);
        RuleTrace[] race =
        [
            .. Enum.GetValues<PlacementPolicy>().Select(rule => new RuleTrace(rule,
            [
                step(10, PlacementStepKind.Placed, 1),
                step(20, rule == PlacementPolicy.BestFit ? PlacementStepKind.Placed : PlacementStepKind.Refused, 2),
                step(30, PlacementStepKind.Placed, 3),
            ])),
        ];

        var scene = RaceScene.Of(race, Small);

        Assert.Equal("The first to refuse: first fit, worst fit and dot product.", scene.Captions[1].Headline);
        Assert.Contains("; of the 3 of the largest size 1, 0, 1, 1.", scene.Finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SceneSize.Wide)]
    [InlineData(SceneSize.Narrow)]
    public void EveryRule_IsExplainedAllTheTime(SceneSize size)
    {
        string[] words = [.. RaceScene.Of(Race(Small), Small).Draw(size).Parts.OfType<Word>().Select(word => word.Text)];

        Assert.All(["first with room", "fullest host", "emptiest host", "best shape"], rule => Assert.Contains(rule, words));
    }

    private static double Used(PlacementStep[] past, int host, Func<PlacementStep, int> need) => past
        .Where(step => step.Host == host)
        .Sum(step => step.Kind == PlacementStepKind.Placed ? need(step) : step.Kind == PlacementStepKind.Left ? -need(step) : 0);
}
