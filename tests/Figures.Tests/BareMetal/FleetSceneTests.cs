using System.Globalization;
using InteractiveArticle.Figures.BareMetal;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Figures.Tests.Scenes;
using InteractiveArticle.Figures.Text;
using InteractiveArticle.Simulation.BareMetal;
using Xunit;

namespace InteractiveArticle.Figures.Tests.BareMetal;

public class FleetSceneTests
{
    private static readonly BareMetalOptions Year = new() { Days = 365, Zones = 5 };

    private static Scene Fleet(BareMetalOptions options) => FleetScene.Of(BareMetalSimulation.Trace(options), options);

    public static TheoryData<BareMetalOptions> Fleets() =>
    [
        Year,
        Year with { ZoneOutageRate = 4 },
        Year with { Spares = 0 },
        Year with { Spares = 20, Crew = 10, LeadTimeDays = 90, ZoneOutageRate = 4 },
        Year with { Mtbf = 1000, Headroom = 3 },
        Year with { Mtbf = 1000, Headroom = 3, Crew = 10, Spares = 0, LeadTimeDays = 90, ZoneOutageRate = 4 },
        Year with { Mtbf = 1000, LeadTimeDays = 0, Spares = 0 },
        Year with { Mtbf = 100_000, Headroom = 0, LeadTimeDays = 1 },
        Year with { Mtbf = 1e6, Days = 1 },
        Year with { Mtbf = 10, Mttr = 1000, Zones = 1 },
    ];

    [Theory]
    [MemberData(nameof(Fleets))]
    public void EveryScene_IsSoundAtEitherSize(BareMetalOptions options)
    {
        var scene = Fleet(options);

        SceneChecks.Check(scene);
        Assert.InRange(scene.Duration, 5, 30);
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void TheServers_AreAsTheTraceSays(BareMetalOptions options)
    {
        var scene = Fleet(options);
        var trace = BareMetalSimulation.Trace(options);
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var stage = scene.Draw(size);
            foreach (double film in SceneChecks.Moments(scene))
            {
                // A moment just before a turn may be mapped just behind it.
                double hour = scene.Time.Story(film) + 1e-9;
                var conditions = new ServerCondition[options.Servers];
                foreach (var turn in trace.Servers.TakeWhile(turn => turn.Hour <= hour))
                {
                    conditions[turn.Server] = turn.Condition;
                }

                var dark = trace.Zones.TakeWhile(turn => turn.Hour <= hour).GroupBy(turn => turn.Zone).Where(turns => turns.Last().IsDown).Select(turns => turns.Key).ToHashSet();
                Assert.All(conditions.Index(), server => Assert.Equal(
                    Expected(server.Item, dark.Contains(server.Index % options.Zones)),
                    stage.Actors.Single(actor => actor.Id == $"server {server.Index}").StateAt(film + 1e-9)));
                int onShelf = trace.Shelf.LastOrDefault(level => level.Hour <= hour, new(0, options.Spares)).Machines;
                Assert.Equal(onShelf, stage.Actors.Count(actor => actor.Id.StartsWith("spare", StringComparison.Ordinal) && actor.StateAt(film + 1e-9) == ActorState.Idle));
            }
        }
    }

    [Fact]
    public void TheCounts_AreThoseOfTheServers()
    {
        var scene = Fleet(Year with { ZoneOutageRate = 4 });
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var stage = scene.Draw(size);
            var readings = stage.Parts.OfType<Reading>().ToArray();
            var servers = stage.Actors.Where(actor => actor.Id.StartsWith("server", StringComparison.Ordinal)).ToArray();
            foreach (double moment in SceneChecks.Moments(scene))
            {
                // They are told five times a second.
                double film = (Math.Floor(moment * 5) * 0.2) + 1e-9;
                int shown(string words) => int.Parse(readings.Single(reading => reading.Tellings[0].Text.EndsWith(words, StringComparison.Ordinal)).At(film).Split(' ')[0], CultureInfo.InvariantCulture);
                int standing(ActorState state) => servers.Count(server => server.StateAt(film) == state);
                Assert.Equal(standing(ActorState.Serving), int.Parse(readings.Single(reading => reading.Tellings[0].Text == "130").At(film), CultureInfo.InvariantCulture));
                Assert.Equal(standing(ActorState.InRepair), shown(" in repair"));
                Assert.Equal(standing(ActorState.Failing), shown(" wait for people"));
                Assert.Equal(standing(ActorState.Waiting), shown(" wait for a spare"));
                Assert.Equal(standing(ActorState.Off), shown(" without power"));
            }
        }
    }

    [Fact]
    public void EveryHand_SetsALeverToAnotherValue()
    {
        var hands = Fleet(Year).Draw(SceneSize.Wide).Hands;

        Assert.Equal(
            [("spares", "0"), ("spares", "5"), ("spares", "10"), ("spares", "3"), ("crew", "3"), ("crew", "5"), ("crew", "2"), ("powerCuts", "2")],
            hands.Select(hand => (hand.Lever, hand.Value)));
        Assert.Equal(
            [("spares", "0"), ("spares", "2"), ("spares", "5"), ("spares", "19"), ("crew", "1"), ("crew", "3"), ("crew", "9"), ("powerCuts", "0")],
            Fleet(Year with { Spares = 20, Crew = 10, ZoneOutageRate = 2 }).Draw(SceneSize.Narrow).Hands.Select(hand => (hand.Lever, hand.Value)));
    }

    [Theory]
    [InlineData("spares", 0, 20)]
    [InlineData("crew", 1, 10)]
    public void TheSettings_KeepTheirPlaces(string lever, int least, int most)
    {
        int[] present = [.. Enumerable.Range(least, most - least + 1)];

        // Each setting outlines one of the places, and the others are hands.
        double[] places(int value) => [.. Fleet(lever == "crew" ? Year with { Crew = value } : Year with { Spares = value }).Draw(SceneSize.Wide).Hands.Where(hand => hand.Lever == lever).Select(hand => hand.Area.X)];
        double[] all = [.. present.SelectMany(places).Distinct().Order()];

        Assert.All(present, value => Assert.Equal(all.Length - 1, places(value).Length));
    }

    [Theory]
    [InlineData(0, "2")]
    [InlineData(1, "0")]
    [InlineData(4, "0")]
    public void PowerThatFails_HoweverOften_IsMarkedAsFailing(double rate, string other) =>
        Assert.Equal([other], Fleet(Year with { ZoneOutageRate = rate }).Draw(SceneSize.Wide).Hands.Where(hand => hand.Lever == "powerCuts").Select(hand => hand.Value));

    [Fact]
    public void TheLastCaption_AddsUpWhatTheModelCounts_WithPowerCutsApart()
    {
        var options = Year with { ZoneOutageRate = 4 };
        var lost = LostServerDays.AYear(BareMetalSimulation.Run(options, new() { Replications = 1 }));

        Assert.Equal(
            $"Broken, all added up: {Narration.Count(lost.Broken, "server-day")}. Without power: {Narration.Amount(lost.WithoutPower)} more.",
            Fleet(options).Captions[^1].Detail);
        Assert.DoesNotContain("power", Fleet(Year).Captions[^1].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5, ", a bad year")]
    [InlineData(0.85, "One simulated run")]
    [InlineData(1, ", a usual year")]
    [InlineData(2, ", a good year")]
    public void TheFinding_ComparesTheYearWithAnAverageOne(double times, string words)
    {
        double broken = LostServerDays.AYear(BareMetalSimulation.Run(Year, new() { Replications = 1 })).Broken;
        var scene = FleetScene.Of(BareMetalSimulation.Trace(Year), Year, new(times * broken, 0, 0, 0));

        Assert.Contains($"{words}: breakdowns take {Narration.Count(broken, "server-day")}, against {Narration.Amount(times * broken)} in an average year", scene.Finding, StringComparison.Ordinal);
        Assert.DoesNotContain("average year", Fleet(Year).Finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 1, 28, 0)]
    [InlineData(0, 1, 28, 0)]
    [InlineData(3, 1, 28, 0)]
    [InlineData(5, 1, 28, 0)]
    [InlineData(2, 2, 28, 0)]
    [InlineData(2, 1, 14, 0)]
    [InlineData(2, 1, 28, 1)]
    [InlineData(2, 1, 28, 2)]
    [InlineData(2, 1, 28, 3)]
    [InlineData(2, 1, 28, 4)]
    public void TheYearThatIsShown_IsNeitherGoodNorBad_AndTheSameWhateverTheShelf(int spares, int crew, int days, double cuts)
    {
        var options = Year with { Spares = spares, Crew = crew, LeadTimeDays = days, ZoneOutageRate = cuts };
        var usual = LostServerDays.AnAverageYear(BareMetalSimulation.Run(options, new() { Replications = 10 }), options);
        string finding = FleetScene.OfUsualYear(options, usual).Finding;

        Assert.DoesNotMatch(", a (good|bad) year: ", finding);
        Assert.Matches("^130 servers, a year: 4[789] breakdowns;", finding); // a server that is back sooner may break once more
        Assert.Equal(cuts > 0, finding.Contains("breakdowns and power cuts take ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void InTheYearThatIsShown_PowerIsCutAboutAsOftenAsUsual(double cuts)
    {
        var options = Year with { ZoneOutageRate = cuts };
        var usual = LostServerDays.AnAverageYear(BareMetalSimulation.Run(options, new() { Replications = 10 }), options);
        var scene = FleetScene.OfUsualYear(options, usual);

        string told = scene.Finding.Split("A cabinet loses power ")[1].Split(' ')[0];
        Assert.InRange(int.Parse(told, CultureInfo.InvariantCulture), 0.75 * options.Zones * cuts, 1.25 * options.Zones * cuts);
    }

    [Fact]
    public void AYearWithTooManyPowerCuts_IsNotUsual_WhateverTheyTake()
    {
        var often = Year with { ZoneOutageRate = 4 };
        var lost = LostServerDays.AYear(BareMetalSimulation.Run(often, new() { Replications = 1 }));

        Assert.Contains("One simulated run: breakdowns and power cuts take", FleetScene.Of(BareMetalSimulation.Trace(often), often with { ZoneOutageRate = 1 }, lost).Finding, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Fleets))]
    public void TheClock_TellsTheDayOfTheCaption(BareMetalOptions options)
    {
        var scene = Fleet(options);
        var clock = scene.Draw(SceneSize.Wide).Parts.OfType<Reading>().First(reading => reading.Tellings[0].Text.StartsWith("day ", StringComparison.Ordinal));

        Assert.All(scene.Captions, caption => Assert.Equal(scene.Time.Words(scene.Time.Story(caption.At)), clock.At(caption.At)));
    }

    [Fact]
    public void WhatIsSaidOfADarkCabinet_EndsWhenItsPowerIsBack()
    {
        var options = Year with { Mtbf = 1e6, Days = 100, ZoneOutageRate = 20 };
        var scene = Fleet(options);
        var down = BareMetalSimulation.Trace(options).Zones.First(turn => turn.IsDown && turn.Hour > 0);
        var back = BareMetalSimulation.Trace(options).Zones.First(turn => turn.Zone == down.Zone && turn.Hour > down.Hour);
        int fails = scene.Captions.Index().Single(caption => caption.Item.Headline.StartsWith("A cabinet’s power fails", StringComparison.Ordinal)).Index;

        Assert.Equal("The power is back.", scene.Captions[fails + 1].Headline);
        Assert.InRange(scene.Captions[fails + 1].At, scene.Time.Film(back.Hour), scene.Captions[fails].At + 2);
    }

    private static ActorState Expected(ServerCondition condition, bool isDark) => condition switch
    {
        ServerCondition.WaitingForMachine => ActorState.Waiting,
        ServerCondition.WaitingForPerson => ActorState.Failing,
        ServerCondition.InRepair => ActorState.InRepair,
        _ => isDark ? ActorState.Off : ActorState.Serving,
    };
}
