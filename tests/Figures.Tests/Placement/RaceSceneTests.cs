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
        Assert.Contains(race[0].Steps, step => step.Cpu == options.LargeCpu && step.Hour < scene.Time.End);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var parts = scene.Draw(size).Parts;
            var counters = parts.OfType<Reading>().Where(reading => reading.Tellings[^1].Text.StartsWith("refused", StringComparison.Ordinal)).ToArray();
            var taken = parts.OfType<Level>().Where(level => level.IsStepped).ToArray();
            foreach (double film in SceneChecks.Moments(scene))
            {
                for (int rule = 0; rule < race.Length; rule++)
                {
                    PlacementStep[] past = [.. race[rule].Steps.Where(step => scene.Time.Film(step.Hour) <= film && step.Hour < scene.Time.End)];
                    PlacementStep[] asked = [.. past.Where(step => step.Cpu == options.LargeCpu && step.Kind != PlacementStepKind.Left)];
                    int refused = asked.Count(step => step.Kind == PlacementStepKind.Refused);
                    Assert.Equal(asked.Length == 0 ? "" : Invariant($"refused {refused} of {asked.Length} large"), counters[rule].At(film));
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
        Assert.Contains("3 of them medium. Refused of these: 1 by first fit, 0 by best fit, 1 by worst fit, 1 by dot product; no other was refused.", scene.Finding, StringComparison.Ordinal);
        Assert.Equal("Refused: 0 to 1 of 3 medium machines.", scene.Captions[^1].Headline);
        Assert.StartsWith("Fewest: best fit. Most: 3 rules.", scene.Captions[^1].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "None was refused by any rule.")]
    [InlineData(4, "None of these was refused by any rule; of the others 1 by first fit, 0 by best fit, 0 by worst fit, 0 by dot product.")]
    public void WhereNoLargestIsRefused_NoRuleIsListedForIt(int cpuOfTheSecond, string said)
    {
        PlacementStep step(double hour, PlacementStepKind kind, int machine, int cpu) => new(hour, kind, machine, cpu, 8, kind == PlacementStepKind.Refused ? 0 : 1, 1, 0);
        RuleTrace[] race =
        [
            .. Enum.GetValues<PlacementPolicy>().Select(rule => new RuleTrace(rule,
            [
                step(10, PlacementStepKind.Placed, 1, 8),
                step(20, cpuOfTheSecond == 4 && rule == PlacementPolicy.FirstFit ? PlacementStepKind.Refused : PlacementStepKind.Placed, 2, cpuOfTheSecond),
            ])),
        ];

        Assert.Contains(said, RaceScene.Of(race, Small).Finding, StringComparison.Ordinal);
    }

    // However close they come to each other in the story.
    [Fact]
    public void Machines_FallOneAfterAnother()
    {
        var race = Race(Small);
        var scene = RaceScene.Of(race, Small);

        double[] films = [.. race[0].Steps.Where(step => step.Kind != PlacementStepKind.Left && step.Hour < scene.Time.End).Select(step => scene.Time.Film(step.Hour))];

        Assert.All(films.Zip(films.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0.4, 1.1));
    }

    [Fact]
    public void NoMachine_RisesIntoWhatIsSaid()
    {
        var options = Small with { LargeShare = 0.3 };
        var parts = RaceScene.Of(Race(options), options).Draw(SceneSize.Wide).Parts;
        double said = parts.OfType<Shown>().SelectMany(shown => shown.Parts).OfType<Word>().Max(word => word.Y);

        Assert.All(parts.SelectMany(part => part.All).OfType<Mover>().SelectMany(mover => mover.Places), place => Assert.True(place.Y > said));
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
