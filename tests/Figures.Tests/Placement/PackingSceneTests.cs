using InteractiveArticle.Figures.Placement;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Figures.Tests.Scenes;
using InteractiveArticle.Simulation.Placement;
using static System.FormattableString;

namespace InteractiveArticle.Figures.Tests.Placement;

public sealed class PackingSceneTests
{
    private static readonly PlacementOptions Three = new()
    {
        Hosts = 3, HostCpu = 16, HostMemory = 64, SmallCpu = 2, MediumCpu = 4, LargeCpu = 8, HeavyMemoryPerCpu = 6, MediumShare = 0.35, LargeShare = 0.3,
    };

    private static readonly IReadOnlyList<VirtualMachine> Ten = OnlinePacking.Arrivals(Three, 10, new() { Seed = 9138 });

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(231)]
    [InlineData(2313231)]
    [InlineData(333333333)]
    [InlineData(111111111)]
    [InlineData(187650922)]
    [InlineData(int.MaxValue)]
    public void EveryGame_IsSoundAtEitherSize(int mine) => SceneChecks.Check(PackingScene.Of(Ten, mine, Three));

    [Theory]
    [InlineData(0)]
    [InlineData(231)]
    [InlineData(2313231)]
    [InlineData(333333333)]
    public void Lanes_CountAndShadeWhatTheModelSays(int mine)
    {
        var scene = PackingScene.Of(Ten, mine, Three);
        var steps = OnlinePacking.ByHand(Three, Ten, [1, .. PackingScene.HostsOf(mine, Three.Hosts)]);
        bool isOver = steps.Count == Ten.Count;
        IReadOnlyList<PlacementStep>[] lanes = [steps, .. Enum.GetValues<PlacementPolicy>().Select(rule => OnlinePacking.ByRule(Three with { Policy = rule }, Ten))];
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var taken = scene.Draw(size).Parts.OfType<Level>().Where(level => level.IsStepped).ToArray();
            foreach (double film in SceneChecks.Moments(scene).Where(film => film > 0.01))
            {
                for (int lane = 0; lane < (isOver ? lanes.Length : 1); lane++)
                {
                    PlacementStep[] past = [.. lanes[lane].Where(step => (lane == 0 && isOver) || scene.Time.Film(step.Hour) <= film)];
                    for (int host = 0; host < Three.Hosts; host++)
                    {
                        var (cpu, memory) = (taken[2 * ((lane * Three.Hosts) + host)], taken[(2 * ((lane * Three.Hosts) + host)) + 1]);
                        Assert.Equal(past.Where(step => step.Host == host + 1).Sum(step => step.Cpu) / 16.0, cpu.At(film), tolerance: 1e-9);
                        Assert.Equal(past.Where(step => step.Host == host + 1).Sum(step => step.Memory) / 64.0, memory.At(film), tolerance: 1e-9);
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(SceneSize.Wide)]
    [InlineData(SceneSize.Narrow)]
    public void Rules_WaitUntilTheGameIsOver(SceneSize size)
    {
        const string Later = "Later these 4 rules get the same 10 machines.";
        string[] during = Words(231);
        string[] after = Words(333333333);

        Assert.Contains(Later, during);
        Assert.DoesNotContain(Later, after);
        Assert.All([during, after], words => Assert.Contains("first fit", words));
        Assert.Equal(1, Counters(231));
        Assert.Equal(5, Counters(333333333));

        string[] Words(int mine) => [.. PartsOf(mine).OfType<Word>().Select(word => word.Text)];
        int Counters(int mine) => PartsOf(mine).OfType<Reading>().Count(reading => reading.Tellings.Any(telling => telling.Text.EndsWith(" in", StringComparison.Ordinal)));
        IEnumerable<Part> PartsOf(int mine) => PackingScene.Of(Ten, mine, Three).Draw(size).Parts;
    }

    // Whoever takes any hand that is offered comes to the end, and never sends a machine where it does not fit.
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Hands_LeadToTheEnd(int which)
    {
        int mine = 0;
        for (int moves = 0; moves < Ten.Count; moves++)
        {
            Hand[] hosts = [.. PackingScene.Of(Ten, mine, Three).Draw(SceneSize.Wide).Hands.Where(hand => hand.Label.StartsWith("Put", StringComparison.Ordinal))];
            if (hosts.Length == 0)
            {
                break;
            }

            mine = int.Parse((which < 0 ? hosts[^1] : hosts[0]).Value, System.Globalization.CultureInfo.InvariantCulture);
        }

        var hands = PackingScene.Of(Ten, mine, Three).Draw(SceneSize.Wide).Hands;
        Assert.Equal([Invariant($"{mine / 10}"), "0"], hands.Select(hand => hand.Value));
        var verdict = PackingScene.Of(Ten, mine, Three).Captions[^1];
        int placed = OnlinePacking.ByHand(Three, Ten, [1, .. PackingScene.HostsOf(mine, Three.Hosts)]).Count(step => step.Host > 0);
        Assert.StartsWith(Invariant($"You placed {placed}. "), verdict.Headline, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(900, 0)]
    [InlineData(2531, 231)]
    public void ADigit_ThatIsNoHosts_CountsForNothing(int mine, int heard)
    {
        var (scene, same) = (PackingScene.Of(Ten, mine, Three), PackingScene.Of(Ten, heard, Three));

        Assert.Equal(same.Finding, scene.Finding);
        Assert.Equal(same.Captions, scene.Captions);
        Assert.Equal(same.Draw(SceneSize.Wide).Hands, scene.Draw(SceneSize.Wide).Hands);
    }

    // What the chapter says of its ten machines.
    [Fact]
    public void TheTen_AllFit_AndNoRuleGetsThemIn()
    {
        Assert.Equal(10, OnlinePacking.MostThatFit(Three, Ten));
        Assert.All(Enum.GetValues<PlacementPolicy>(), rule => Assert.InRange(OnlinePacking.ByRule(Three with { Policy = rule }, Ten).Count(step => step.Host > 0), 0, 9));
    }
}
