using System.Globalization;
using InteractiveArticle.Figures.MultiRegion;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Figures.Tests.Scenes;
using InteractiveArticle.Simulation.MultiRegion;
using Xunit;

namespace InteractiveArticle.Figures.Tests.MultiRegion;

public class TwoRegionsSceneTests
{
    private const double Settling = 2.45; // seconds after a turn in which levels are on their way

    private static readonly MultiRegionOptions Usual = new() { SecondRegionLoad = 0.5, Headroom = 0.5, SurvivorFails = true };

    public static TheoryData<MultiRegionOptions> Settings =>
    [
        Usual,
        Usual with { Headroom = 0 },
        Usual with { Headroom = 0.95 },
        Usual with { Headroom = 1 },
        Usual with { Headroom = 0.3, SurvivorFails = false },
        Usual with { SecondRegionLoad = 0, Headroom = 1 },
        Usual with { SecondRegionLoad = 0, Headroom = 0, SurvivorFails = false },
        Usual with { FailoverMinutes = 0 },
        Usual with { FailoverMinutes = 100_000 },
        Usual with { FailoverFails = 1, LossPerHour = 0 },
        Usual with { CommonShare = 1, LossPerHour = 100_000 },
    ];

    private static Scene SceneOf(MultiRegionOptions company) => TwoRegionsScene.Of(MultiRegionSimulation.FirstOutage(company), company);

    [Theory]
    [MemberData(nameof(Settings))]
    public void EveryScene_IsSoundAtEitherSize(MultiRegionOptions company)
    {
        var scene = SceneOf(company);
        SceneChecks.Check(scene);
        Assert.InRange(scene.Duration, 10, 30);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void WindowsAndLevels_AreThoseOfThePhase(MultiRegionOptions company)
    {
        var outage = MultiRegionSimulation.FirstOutage(company);
        var scene = SceneOf(company);
        double[] turns = [.. outage.Phases.Select(phase => scene.Time.Film(phase.Begins)).Append(scene.Time.Film(outage.Hours))];
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var stage = scene.Draw(size);
            Level[] waters = [.. stage.Parts.OfType<Level>().Where(level => level.Paint == Paint.Read)];
            foreach (double film in SceneChecks.Moments(scene).Where(film => !turns.Any(turn => film >= turn && film < turn + Settling)))
            {
                var (first, second) = LoadsAt(outage, company, scene.Time.Story(film));
                Assert.Equal(first.IsUp ? first.Offered : 0, waters[0].At(film), 1e-9);
                Assert.Equal(second.IsUp ? second.Offered : 0, waters[1].At(film), 1e-9);
                double lit = SceneChecks.CountsAt(stage, film).GetValueOrDefault(ActorState.Lit);
                Assert.Equal(first.Served + second.Served, lit / stage.Actors.Count(), 0.5 / stage.Actors.Count() + 1e-9);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Dots_ComeBackDone_InTheShareThatIsServed(MultiRegionOptions company)
    {
        var outage = MultiRegionSimulation.FirstOutage(company);
        var scene = SceneOf(company);
        var dots = scene.Draw(SceneSize.Wide).Parts.OfType<Dot>().ToArray();
        var phases = outage.Phases.Select(phase => (phase.Begins, phase.Ends, Served: phase.First.Served + phase.Second.Served)).ToArray();
        foreach (var (begins, ends, served) in phases)
        {
            var (from, until) = (scene.Time.Film(begins), scene.Time.Film(ends));
            Dot[] arriving = [.. dots.Where(dot => dot.Stops[1].At >= from && dot.Stops[1].At < until)];
            Assert.True(arriving.Length > 10);
            Assert.Equal(served * arriving.Length, arriving.Count(dot => dot.Stops[1].Look == DotLook.Answered), 2.0);
        }

        Assert.All(dots.Where(dot => dot.Stops[1].At < scene.Time.Film(0) || dot.Stops[1].At > scene.Time.Film(outage.Hours) + 0.01), dot => Assert.Equal(DotLook.Answered, dot.Stops[1].Look));
    }

    [Theory]
    [InlineData(1, "holds", "carries all of the work")]
    [InlineData(0.75, "drowns", "and then the other")]
    public void TheSurvivor_HoldsOrDrowns_InWordsToo(double headroom, string caption, string finding)
    {
        var scene = SceneOf(Usual with { Headroom = headroom });
        Assert.Contains(scene.Captions, said => said.Headline.Contains(caption, StringComparison.Ordinal));
        Assert.Contains(finding, scene.Finding, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void WhatIsSaid_HasRoomOnANarrowStage(MultiRegionOptions company)
    {
        foreach (var one in new[] { company, company with { SurvivorFails = false }, company with { Headroom = 0, SurvivorFails = false }, company with { LossPerHour = 100_000 } })
        {
            Assert.All(SceneOf(one).Captions, caption => Assert.InRange(SceneChecks.NarrowLinesOf(caption), 1, 3));
        }
    }

    [Fact]
    public void ASurvivorWithoutRoom_IsSaidToHaveNone()
    {
        var scene = SceneOf(Usual with { Headroom = 0, SurvivorFails = false });
        Assert.Equal(2, scene.Captions.Count(caption => caption.Detail.Contains("room to spare", StringComparison.Ordinal)));
        Assert.DoesNotContain(scene.Captions, caption => caption.Detail.Contains("0 % of the other", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0.5, "the other does its own 50 % of the work")]
    [InlineData(0, "failing over fails. Lost:")]
    public void WithoutASwitch_OnlyARegionThatWorksAnyway_GoesOn(double load, string finding) =>
        Assert.Contains(finding, SceneOf(Usual with { SecondRegionLoad = load, Headroom = 1, FailoverFails = 1 }).Finding, StringComparison.Ordinal);

    [Fact]
    public void TheLoss_IsTheTraces()
    {
        var outage = MultiRegionSimulation.FirstOutage(Usual);
        var scene = SceneOf(Usual);
        string lost = string.Create(CultureInfo.InvariantCulture, $"${outage.HoursLost * Usual.LossPerHour:N0}");
        Assert.Contains(lost, scene.Captions[^1].Detail, StringComparison.Ordinal);
        Assert.Contains(scene.Draw(SceneSize.Narrow).Parts.OfType<Reading>(), reading => reading.At(scene.Duration) == lost);
    }

    [Theory]
    [InlineData(0.5, 4)]
    [InlineData(0.55, 5)]
    public void Hands_SetTheHeadroom_ToWhatItIsNot(double headroom, int hands)
    {
        var stage = SceneOf(Usual with { Headroom = headroom }).Draw(SceneSize.Wide);
        Assert.Equal(hands, stage.Hands.Count);
        Assert.All(stage.Hands, hand => Assert.InRange(double.Parse(hand.Value, CultureInfo.InvariantCulture), 0, 1));
    }

    private static (RegionLoad First, RegionLoad Second) LoadsAt(OutageTrace outage, MultiRegionOptions company, double story)
    {
        foreach (var phase in outage.Phases.Where(phase => story >= phase.Begins && story < phase.Ends))
        {
            return (phase.First, phase.Second);
        }

        return RegionLoad.WhileBothAreUp(company);
    }
}
