using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Figures.Elasticity;
using InteractiveArticle.Simulation.Elasticity;
using static System.FormattableString;

namespace InteractiveArticle.Figures.Tests.Elasticity;

public sealed class ElasticityFiguresTests
{
    public static TheoryData<ElasticityOptions> Settings =>
    [
        new ElasticityOptions(),
        new ElasticityOptions { LeadTimeDays = 0, OrderEveryDays = 1, BootSeconds = 0, CooldownMinutes = 0 },
        new ElasticityOptions { LeadTimeDays = 60, OrderEveryDays = 60, BootSeconds = 1800, TargetUtilisation = 1 },
        new ElasticityOptions { Days = 1, SpikeDay = 0 },
        new ElasticityOptions { MonthlyGrowth = -0.5, ForecastGrowth = -0.5 },
        new ElasticityOptions { MetricDelayMinutes = 3, MetricWindowMinutes = 5, WarmUpSeconds = 120, ScaleInDelayMinutes = 15, MaximumServers = 150 },
    ];

    [Theory]
    [MemberData(nameof(Settings))]
    public void EveryFigure_AtEverySetting_HasDataAFindingAndUnits(ElasticityOptions options)
    {
        var result = ElasticitySimulation.Run(options, new() { Replications = 1 });

        Assert.All([ElasticityFigures.Week(result, options), ElasticityFigures.Spike(result, options)], figure =>
        {
            Assert.DoesNotContain("NaN", figure.Finding, StringComparison.Ordinal);
            Assert.Contains("requests a second", figure.Y.Label, StringComparison.Ordinal);
            Assert.All(figure.Series, series => Assert.InRange(series.X.Count, 1, 450));
            Assert.All(figure.Series, series => Assert.Equal(series.X.Count, series.Y.Count));
        });
    }

    [Fact]
    public void Week_ShowsEveryDaysPeakAndLow()
    {
        var options = new ElasticityOptions { NoiseCv = 0, MonthlyGrowth = 0, ForecastGrowth = 0, Spike = 1 };

        var figure = ElasticityFigures.Week(ElasticitySimulation.Run(options, new() { Replications = 1 }), options);

        Assert.Equal(7, figure.X.Maximum - figure.X.Minimum);
        Assert.Equal(16, figure.Series[0].Y.Max(), tolerance: 1e-9);
        Assert.Equal(4, figure.Series[0].Y.Min(), tolerance: 1e-9);
    }

    // What is said of the worst hour can be read off the week.
    [Fact]
    public void Week_ShowsTheHourInWhichTheBoughtFleetIsWorstOff()
    {
        var options = new ElasticityOptions { Days = 70, PeakHour = 16 };
        var result = ElasticitySimulation.Run(options, new() { Replications = 1 });

        var figure = ElasticityFigures.Week(result, options);

        var (day, refused) = new Rush(result, options).WorstHourOfBought!.Value;
        var (demand, bought) = (figure.Series[0], figure.Series[2]);
        int hour = Enumerable.Range(0, demand.X.Count).Single(n => demand.X[n] == day);
        Assert.Equal(demand.Y.Max(), demand.Y[hour]);
        Assert.Equal(refused, 1 - (bought.Y[hour] / demand.Y[hour]), tolerance: 1e-9);
    }

    [Theory]
    [InlineData(21, "in 4 deliveries")]
    [InlineData(84, "in 1 delivery ")]
    public void Week_CountsTheDeliveriesOfAllDays(double leadDays, string steps)
    {
        var options = new ElasticityOptions { Days = 84, LeadTimeDays = leadDays, OrderEveryDays = leadDays };
        var result = ElasticitySimulation.Run(options, new() { Replications = 1 });

        Assert.Contains(steps, ElasticityFigures.Week(result, options).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Spike_CountsMinutesFromItsBeginning()
    {
        var figure = ElasticityFigures.Spike(ElasticitySimulation.Run(new(), new() { Replications = 1 }), new());

        Assert.Equal((-30, 90), (figure.X.Minimum, figure.X.Maximum));
        Assert.Contains("; a server takes 97 s to boot.", figure.Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Spike_SaysAllThatTheElasticFleetWaitsFor()
    {
        var options = new ElasticityOptions { MetricDelayMinutes = 3, WarmUpSeconds = 120 };

        var figure = ElasticityFigures.Spike(ElasticitySimulation.Run(options, new() { Replications = 1 }), options);

        Assert.EndsWith("; it sees demand 3 min late, and a server takes 97 s to boot and 120 s more to warm up.", figure.Finding, StringComparison.Ordinal);
    }

    // The figure ends before the evening, in which the bought fleet is worst off.
    [Fact]
    public void Spike_SaysHowBadItGetsLater()
    {
        var options = new ElasticityOptions();
        var result = ElasticitySimulation.Run(options, new() { Replications = 1 });

        var figure = ElasticityFigures.Spike(result, options);

        var worst = result.Hours.Where(hour => hour.Day >= 40.5 && hour.Day < 41).MaxBy(hour => 1 - (hour.Bought / hour.Demand));
        Assert.Equal("The first 90 minutes in the news", figure.Title);
        Assert.Contains(Invariant($"; later, at {Math.Round(24 * (worst.Day - 40)):0}:00 and off this figure, it refuses {100 * (1 - (worst.Bought / worst.Demand)):0} %. "), figure.Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Rush_WithoutASpike_HasNoMinutes()
    {
        var options = new ElasticityOptions { Spike = 1 };

        var rush = new Rush(ElasticitySimulation.Run(options, new() { Replications = 1 }), options);

        Assert.Equal(0, rush.Minutes);
        Assert.Equal(0, rush.RefusedByBought);
        Assert.Null(rush.WorstHourOfBought);
    }

    [Theory]
    [InlineData(0, "no request")]
    [InlineData(1e-9, "hardly any request")]
    [InlineData(1 / 55_000.0, "0.0018 % of the requests")]
    [InlineData(0.000_996, "0.1 % of the requests")]
    [InlineData(0.0049, "0.49 % of the requests")]
    [InlineData(0.0096, "1.0 % of the requests")]
    [InlineData(0.011, "1.1 % of the requests")]
    [InlineData(1, "100.0 % of the requests")]
    public void ARefusedShare_ReadsWell(double share, string words) => Assert.Equal(words, RefusedRequests.InWords(share));
}
