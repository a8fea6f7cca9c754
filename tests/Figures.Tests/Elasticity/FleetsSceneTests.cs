using System.Globalization;
using InteractiveArticle.Figures.Elasticity;
using InteractiveArticle.Figures.Scenes;
using InteractiveArticle.Figures.Scenes.Parts;
using InteractiveArticle.Figures.Tests.Scenes;
using InteractiveArticle.Simulation.Elasticity;

namespace InteractiveArticle.Figures.Tests.Elasticity;

public sealed class FleetsSceneTests
{
    // Asked for, had, at work; and of the rented ones, after the first, paid for.
    private const int LayersOfBought = 3;
    private const int LayersOfRented = 4;

    private static readonly ElasticityOptions TenWeeks = new() { Days = 70 };

    public static TheoryData<ElasticityOptions> Settings =>
    [
        TenWeeks,
        TenWeeks with { LeadTimeDays = 0, OrderEveryDays = 1, BootSeconds = 0, TargetUtilisation = 0.3 },
        TenWeeks with { LeadTimeDays = 60, OrderEveryDays = 60, BootSeconds = 1800, TargetUtilisation = 1 },
        TenWeeks with { LeadTimeDays = 1, OrderEveryDays = 1 },
        TenWeeks with { Spike = 1, DailySwing = 0, NoiseCv = 0 },
        TenWeeks with { MonthlyGrowth = -0.5, ForecastGrowth = -0.5 },
        new ElasticityOptions { Days = 1, SpikeDay = 0 },
        new ElasticityOptions { Days = 2, SpikeDay = 1.5, ServerCapacity = 1e5 },
    ];

    private static ElasticityResult Run(ElasticityOptions options) => ElasticitySimulation.Run(options, new() { Replications = 1 });

    [Theory]
    [MemberData(nameof(Settings))]
    public void EverySite_IsSoundAtEitherSize(ElasticityOptions options) => SceneChecks.Check(FleetsScene.Of(Run(options), options));

    [Theory]
    [MemberData(nameof(Settings))]
    public void EveryFleet_IsAsLargeAndAsBusyAsRecorded(ElasticityOptions options)
    {
        var result = Run(options);
        var scene = FleetsScene.Of(result, options);
        ElasticityMoment[] all = [.. result.Hours.Concat(result.SpikeMinutes).OrderBy(moment => moment.Day)];
        double square = double.Parse(scene.Captions[0].Detail.Split(' ')[2], CultureInfo.InvariantCulture) / 4;
        foreach (var size in Enum.GetValues<SceneSize>())
        {
            var parts = scene.Draw(size).Parts;
            Unveiled[] layers = [.. parts.OfType<Unveiled>().Take(LayersOfBought + LayersOfRented)];
            Reading[] readings = [.. parts.OfType<Reading>().Where(reading => reading.Tellings[0].Text.Contains("servers", StringComparison.Ordinal))];
            foreach (double film in SceneChecks.Moments(scene))
            {
                // Weeks that pass are seen once a day, and a reading changes every fifth of a second.
                ElasticityMoment[] since(double seconds) => [.. all.Where(moment => moment.Day <= scene.Time.Story(film) + 1e-6 && moment.Day > scene.Time.Story(film - seconds) - 1.05)];
                var recent = since(0.1);
                foreach (var (fleet, capacity) in new (int, Func<ElasticityMoment, double>)[] { (0, moment => moment.Bought), (1, moment => moment.Elastic) })
                {
                    double atWork(ElasticityMoment moment) => Math.Min(moment.Demand, capacity(moment));
                    Func<ElasticityMoment, double>[] levels = fleet == 0 ? [moment => moment.Demand, capacity, atWork] : [moment => moment.Demand, moment => moment.ElasticPaid, capacity, atWork];
                    foreach (var (layer, level) in levels.Index())
                    {
                        var samples = layers[(LayersOfBought * fleet) + layer].Samples;
                        double shown = new Level(default, Paint.None, Growth.Rightwards, samples).At(film) * 28 * 4 * square;
                        Assert.InRange(shown, recent.Min(level) / options.ServerCapacity - (2.01 * square), recent.Max(level) / options.ServerCapacity + (2.01 * square));
                    }

                    // Nothing is told while days race.
                    string reading = readings[fleet].At(film);
                    Assert.Equal(parts.OfType<Shown>().Any(shown => film >= shown.From && film < shown.Until && shown.Parts.OfType<Word>().Any(word => word.Text.Contains(" pass", StringComparison.Ordinal))), reading.Length == 0);
                    if (reading.Length == 0)
                    {
                        continue;
                    }

                    double told = double.Parse(reading.Split(' ')[0], CultureInfo.InvariantCulture);
                    Assert.Contains(since(0.2), moment => Math.Abs(told - (capacity(moment) / options.ServerCapacity)) <= 0.5);
                }
            }
        }
    }

    [Theory]
    [InlineData(1800)]
    [InlineData(600)]
    public void ServersThatBoot_AreShownAndCounted(double bootSeconds)
    {
        var options = TenWeeks with { BootSeconds = bootSeconds };
        var scene = FleetsScene.Of(Run(options), options);
        var parts = scene.Draw(SceneSize.Wide).Parts;
        Unveiled[] rented = [.. parts.OfType<Unveiled>().Skip(LayersOfBought).Take(LayersOfRented)];
        var reading = parts.OfType<Reading>().Last(reading => reading.Tellings[0].Text.Contains("servers", StringComparison.Ordinal));
        double[] moments = [.. reading.Tellings.Where(telling => telling.Text.Contains("booting", StringComparison.Ordinal)).Select(telling => telling.At)];

        Assert.NotEmpty(moments);
        Assert.Contains(moments, film => Share(rented[1], film + 0.1) > Share(rented[2], film + 0.1));
        Assert.Equal(ActorState.Starting, rented[1].Parts.OfType<Crowd>().Single().Actors[0].Initial);
        static double Share(Unveiled layer, double film) => new Level(default, Paint.None, Growth.Rightwards, layer.Samples).At(film);
    }

    [Fact]
    public void NothingFlickers_WhileWeeksPass()
    {
        var scene = FleetsScene.Of(Run(TenWeeks), TenWeeks);
        foreach (var layer in scene.Draw(SceneSize.Wide).Parts.OfType<Unveiled>().Take(LayersOfBought + LayersOfRented))
        {
            double[] turns = [.. Enumerable.Range(0, layer.Samples.Count).Where(n => IsTurn(layer.Samples, n)).Select(n => layer.Samples[n].At)];
            Assert.All(turns.Zip(turns.Skip(4)), pair => Assert.True(pair.Second - pair.First > 0.6, $"{pair.First} s"));
        }
    }

    // What is said of the evening is what the panel counts.
    [Fact]
    public void TheWorstHour_IsSaidAsThePanelSaysIt()
    {
        var scene = FleetsScene.Of(Run(TenWeeks), TenWeeks);
        var evening = Assert.Single(scene.Captions, caption => caption.Headline.Contains("the bought fleet refuses", StringComparison.Ordinal));
        var bought = scene.Draw(SceneSize.Wide).Parts.OfType<Reading>().First(reading => reading.Tellings[0].Text.Contains("servers", StringComparison.Ordinal));

        var clock = scene.Draw(SceneSize.Wide).Parts.OfType<Reading>().First();

        string[] words = evening.Headline.Split(' ');
        Assert.EndsWith($"{words[^2]} % refused now", bought.At(evening.At), StringComparison.Ordinal);
        Assert.Equal(words[1], clock.At(evening.At));
    }

    // What is said of the evening does not stand over the weeks that follow.
    [Fact]
    public void TheRush_IsSaidToBeOver_WhenItsServersAreGivenBack()
    {
        var scene = FleetsScene.Of(Run(TenWeeks), TenWeeks);
        var rented = scene.Draw(SceneSize.Wide).Parts.OfType<Reading>().Last(reading => reading.Tellings[0].Text.Contains("servers", StringComparison.Ordinal));
        var evening = Assert.Single(scene.Captions, caption => caption.Headline.Contains("the bought fleet refuses", StringComparison.Ordinal));
        var over = Assert.Single(scene.Captions, caption => caption.Headline == "The rush is over.");

        Assert.InRange(scene.Time.Story(over.At), 41, 41.04);
        Assert.Equal("What was rented for it is given back. What was bought stays.", over.Detail);
        Assert.InRange(Servers(over.At + 0.5), 1, Servers(evening.At) / 2);
        double Servers(double film) => double.Parse(rented.At(film).Split(' ')[0], CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData(39.5, "day 39")]
    [InlineData(40.4, "day 40")]
    [InlineData(40.5, "12:00")]
    [InlineData(40.74, "17:00")]
    [InlineData(40.99, "23:00")]
    [InlineData(41, "day 41")]
    public void TheClock_TellsTheHoursOfTheRush(double day, string words) =>
        Assert.Equal(words, FleetsScene.Of(Run(TenWeeks), TenWeeks).Time.Words(day));

    // The small picture of all days has room for some hours only, and the highest and the lowest are among them.
    [Fact]
    public void TheCurveOfAllDays_ReachesTheHighestHour()
    {
        var result = Run(TenWeeks);
        Line[] curves = [.. FleetsScene.Of(result, TenWeeks).Draw(SceneSize.Wide).Parts.OfType<Unveiled>().Last().Parts.OfType<Line>()];
        double[] demand = Heights(curves[0]);
        double[] rented = Heights(curves[2]);

        double low = result.Hours.Min(hour => hour.Demand);
        double expected = (result.Hours.Max(hour => hour.Elastic) - low) / (result.Hours.Max(hour => hour.Demand) - low);
        Assert.Equal(expected, (demand.Max() - rented.Min()) / (demand.Max() - demand.Min()), tolerance: 0.02);
        static double[] Heights(Line line) => [.. line.Path.Split('M', 'L').Where(point => point.Contains(' ', StringComparison.Ordinal)).Select(point => double.Parse(point.Split(' ', 'V')[1], CultureInfo.InvariantCulture))];
    }

    [Theory]
    [InlineData(16, "at night and rented again by day")]
    [InlineData(14, "at night and rented again by day")]
    [InlineData(20, "as demand falls, and rented again")]
    [InlineData(4, "as demand falls, and rented again")]
    public void RentedServers_AreGivenBackAtNight_OnlyWhereDemandIsLowInTheDark(double peakHour, string when)
    {
        var options = TenWeeks with { PeakHour = peakHour };

        var scene = FleetsScene.Of(Run(options), options);

        Assert.Contains(scene.Captions, caption => caption.Headline.EndsWith($"{when}.", StringComparison.Ordinal));
        SceneChecks.Check(scene);
    }

    [Fact]
    public void LeadTimeAndBoot_CanBeTakenInHand()
    {
        var hands = FleetsScene.Of(Run(TenWeeks), TenWeeks).Draw(SceneSize.Narrow).Hands;

        Assert.Equal(["1", "7", "60"], hands.Where(hand => hand.Lever == "leadDays").Select(hand => hand.Value));
        Assert.Equal(["0", "810", "1800"], hands.Where(hand => hand.Lever == "bootSeconds").Select(hand => hand.Value));
    }

    // Where what was rising by more than a few columns falls, or the other way round.
    private static bool IsTurn(IReadOnlyList<Sample> samples, int n) => n > 1 && n < samples.Count - 1
        && Math.Sign(Math.Round(samples[n].Value - samples[n - 1].Value, 2)) * Math.Sign(Math.Round(samples[n + 1].Value - samples[n].Value, 2)) < 0;
}
