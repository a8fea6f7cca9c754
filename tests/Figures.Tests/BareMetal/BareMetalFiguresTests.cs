using InteractiveArticle.Figures.BareMetal;
using InteractiveArticle.Simulation.BareMetal;

namespace InteractiveArticle.Figures.Tests.BareMetal;

public sealed class BareMetalFiguresTests
{
    public static TheoryData<BareMetalOptions> Settings =>
    [
        new BareMetalOptions(),
        new BareMetalOptions { Headroom = 0, SpikeSize = 0, NightDepth = 0 },
        new BareMetalOptions { Mtbf = 100, Crew = 1, Spares = 0 },
        new BareMetalOptions { ForecastError = -0.5, LeadTimeDays = 0 },
        new BareMetalOptions { Forecast = 10, SpikeSize = 20, Days = 1 },
        new BareMetalOptions { SpikeHours = 0 },
        new BareMetalOptions { SpikeSize = 0 },
        new BareMetalOptions { Zones = 4, ZoneOutageRate = 20, ZoneOutageHours = 24 },
    ];

    [Theory]
    [MemberData(nameof(Settings))]
    public void EveryFigure_AtEverySetting_HasDataAndATrueFinding(BareMetalOptions options)
    {
        var result = BareMetalSimulation.Run(options, new() { Replications = 2 });
        (double, BareMetalResult)[] sweep = [(0, result), (2, result)];
        Assert.All([BareMetalFigures.Week(result, options), BareMetalFigures.Trade(options, sweep)], figure =>
        {
            Assert.DoesNotContain("NaN", figure.Finding, StringComparison.Ordinal);
            Assert.All(figure.Series, series => Assert.All(series.Y, value => Assert.True(double.IsFinite(value))));
            Assert.All(figure.Series, series => Assert.NotEmpty(series.X));
        });
    }

    [Fact]
    public void LostDays_StackTheCausesOfEachPlan_AndNameThoseThatThereAre()
    {
        LostServerDays present = new(ForMachines: 60, ForPeople: 40, InRepair: 0, WithoutPower: 500);
        var figure = BareMetalFigures.LostDays([("as it is", present), ("a fuller\nshelf", present with { ForMachines = 0 })]);

        Assert.Equal([present.Broken, 40], Enumerable.Range(0, 2).Select(plan => figure.Series.Sum(series => series.Y[plan])));
        Assert.Equal(["nobody free", "no spare"], figure.Series.Where(series => series.NameAt is not null).Select(series => series.Name));
        Assert.Equal("a fuller shelf", figure.X.Read(1));
        Assert.Contains("as it is, 60, 40 and 0; a fuller shelf, 0, 40 and 0.", figure.Finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e6, 0, "in this week 130 of them work")]
    [InlineData(300, 1, "in this week between")]
    public void TheWeek_SaysHowManyWork_AndNoRangeWhereTheyAreAlwaysAsMany(double mtbf, double partShare, string words)
    {
        var options = new BareMetalOptions { Mtbf = mtbf, PartShare = partShare, Crew = 100, Mttr = 1 };

        Assert.Contains(words, BareMetalFigures.Week(BareMetalSimulation.Run(options, new() { Replications = 1 }), options).Finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 12, false)]
    [InlineData(1, 0, false)]
    [InlineData(0.1, 1, true)]
    public void WhereNothingSurprises_NoFigureSpeaksOfASurprise(double size, double hours, bool isSurprised)
    {
        var options = new BareMetalOptions { SpikeSize = size, SpikeHours = hours };
        var result = BareMetalSimulation.Run(options, new() { Replications = 1 });
        var week = BareMetalFigures.Week(result, options);
        var trade = BareMetalFigures.Trade(options, [(0, result), (2, result)]);

        Assert.Equal(isSurprised, week.Title == "The week of the surprise");
        Assert.Equal(isSurprised, week.X.Label.Contains("surprise", StringComparison.Ordinal));
        Assert.Equal(isSurprised, trade.Finding.Contains("during the surprise", StringComparison.Ordinal));
        Assert.Equal(isSurprised ? 2 : 1, trade.Series.Count);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(5, false)]
    public void WhatIsAnswered_IsNamedAtNight_AndBelowTheCurveWhereThereIsRoom(double surprise, bool isBelow)
    {
        var options = new BareMetalOptions { SpikeSize = surprise };
        var answered = BareMetalFigures.Week(BareMetalSimulation.Run(options, new() { Replications = 1 }), options).Series[0];

        Assert.Equal(0.75, answered.NameAt!.Value - Math.Floor(answered.NameAt.Value), tolerance: 1e-9);
        Assert.Equal(isBelow, answered.NameBelow);
    }

    [Fact]
    public void PowerCuts_AreNotAmongWhatBreakdownsTake()
    {
        var options = new BareMetalOptions { Spares = 0, Days = 365, Zones = 5 };
        var safe = LostServerDays.AYear(Run(options));
        var cut = Run(options with { ZoneOutageRate = 4 });
        var lost = LostServerDays.AYear(cut);

        Assert.Equal(safe.Broken, lost.Broken, tolerance: 1e-6);
        Assert.Equal(0, safe.WithoutPower, tolerance: 1e-6);
        Assert.InRange(lost.WithoutPower, 0.9 * 365 * cut.InZonesDown.Mean, 365 * cut.InZonesDown.Mean);
        Assert.All([lost.ForMachines, lost.ForPeople, lost.InRepair], days => Assert.True(days > 0));

        static BareMetalResult Run(BareMetalOptions options) => BareMetalSimulation.Run(options, new() { Replications = 2 });
    }

    [Fact]
    public void AnAverageYear_HasThePowerCutsOfTheory_AndElseWhatWasSimulated()
    {
        var options = new BareMetalOptions { Days = 365, Zones = 5, ZoneOutageRate = 4 };
        var result = BareMetalSimulation.Run(options, new() { Replications = 100 });
        var simulated = LostServerDays.AYear(result);
        var average = LostServerDays.AnAverageYear(result, options);

        Assert.Equal(simulated, average with { WithoutPower = simulated.WithoutPower });
        Assert.InRange(average.WithoutPower, 0.9 * simulated.WithoutPower, 1.1 * simulated.WithoutPower);
        Assert.Equal(0, LostServerDays.AnAverageYear(result, options with { ZoneOutageRate = 0 }).WithoutPower);
    }

    [Fact]
    public void TheWeek_SaysWhatWasTurnedAway()
    {
        var options = new BareMetalOptions();
        var figure = BareMetalFigures.Week(BareMetalSimulation.Run(options), options);

        Assert.StartsWith("130 servers were bought", figure.Finding, StringComparison.Ordinal);
        Assert.InRange(figure.Series[0].X.Count, 24 * 7, (24 * 7) + 1);
        Assert.True(figure.Series[1].Y.Max() > figure.Series[0].Y.Max());
    }
}
