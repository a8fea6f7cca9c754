using InteractiveArticle.Figures.RetryStorm;
using InteractiveArticle.Simulation.RetryStorm;

namespace InteractiveArticle.Figures.Tests.RetryStorm;

public sealed class RetryStormFiguresTests
{
    private static readonly RetryStormOptions Small = new() { Workers = 10, QueueLimit = 300, Load = 60, Clients = 50, Horizon = 120 };

    public static TheoryData<RetryStormOptions> Settings =>
    [
        Small,
        Small with { Policy = RetryPolicy.None },
        Small with { Retries = 0 },
        Small with { Budget = true },
        Small with { Retries = 10, Load = 95 },
        Small with { TriggerLength = 0 },
        Small with { Discipline = QueueDiscipline.Codel },
        Small with { Breaker = true, Throttling = true },
        Small with { Load = 200 },
    ];

    [Theory]
    [MemberData(nameof(Settings))]
    public void TheTippingPoint_AtEverySetting_HasDataAndAFinding(RetryStormOptions options)
    {
        var result = RetryStormSimulation.Run(options, new() { Replications = 1 });
        (double, RetryStormResult)[] sweep = [(20, result), (60, result)];
        var figure = RetryStormFigures.Tipping(options, sweep, sweep);

        Assert.DoesNotContain("NaN", figure.Finding, StringComparison.Ordinal);
        Assert.All(figure.Marks, mark => Assert.True(double.IsFinite(mark.At)));
        Assert.NotEmpty(figure.X.Label);
        Assert.All(figure.Series, series => Assert.NotEmpty(series.X));
        Assert.All(figure.Series, series => Assert.All(series.Y, value => Assert.True(double.IsFinite(value))));
    }

    [Fact]
    public void TheTable_TellsWhatEachCureDoes_AndWhatComesOfIt()
    {
        var options = new RetryStormOptions { Horizon = 120 };
        (StormCure Cure, RetryStormResult Result)[] cured = [.. Enum.GetValues<StormCure>().Select(cure => (cure, RetryStormSimulation.Run(options.With(cure), new() { Replications = 1 })))];

        var table = RetryStormFigures.CureTable(options, cured);

        Assert.Equal(["deadlines: at once", "newest-first: after 1 s", "controlled-delay: after 15 s", "circuit-breaker: after 3 s", "throttling: after 27 s, with 64 % answered"], table.Rows.Select(row => $"{row[0]}: {row[2]}"));
        Assert.Equal("The fleet serves whoever has waited least.", table.Rows[1][1]);
    }

    [Fact]
    public void ACure_ThatDoesNotHelp_IsNotSaidToEndTheStorm()
    {
        var options = new RetryStormOptions { Horizon = 120 };

        var table = RetryStormFigures.CureTable(options, [(StormCure.Deadlines, RetryStormSimulation.Run(options, new() { Replications = 1 }))]);

        Assert.Equal("not within the run", Assert.Single(table.Rows)[2]);
    }

    [Fact]
    public void TheTippingPoint_LiesWhereTheorySays()
    {
        (double, RetryStormResult) At(double load, bool budget) =>
            (load, RetryStormSimulation.Run(Small with { Load = load, Budget = budget, Horizon = 240 }, new() { Replications = 1 }));

        var figure = RetryStormFigures.Tipping(Small, [At(20, false), At(30, false), At(60, false)], [At(20, true), At(60, true)]);

        Assert.Equal(0.25, Assert.Single(figure.Marks).At, tolerance: 1e-12);
        Assert.Contains("utilisation of 30 % on (in theory 25 %, with all 4 attempts at once); with a budget every load tried, 20 % to 60 %, recovers", figure.Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void ClientsWhoDoNotTryAgain_LeaveNothingToABudget()
    {
        var options = Small with { Policy = RetryPolicy.None };
        (double, RetryStormResult) At(double load) => (load, RetryStormSimulation.Run(options with { Load = load }, new() { Replications = 1 }));

        var figure = RetryStormFigures.Tipping(options, [At(20), At(60)], [At(20), At(60)]);

        Assert.Equal("With a budget or without, every load tried, 20 % to 60 %, recovers.", figure.Finding);
    }

    // How many requests come at random in a window says nothing of the fleet that answers them.
    [Fact]
    public void WhatRecovers_IsAnsweredWhole()
    {
        var figure = RetryStormFigures.Tipping(Small, [Recovered(15)], [Recovered(28), Recovered(34)]);

        Assert.All(figure.Series, series => Assert.All(series.Y, share => Assert.InRange(share, 0.99, 1)));

        static (double, RetryStormResult) Recovered(double load) => (load, RetryStormSimulation.Run(Small with { Load = load, Budget = true }, new() { Replications = 1 }));
    }

    // Nobody knows a formula for a fleet with circuit breakers; and a short line has another tipping point than a long one.
    [Fact]
    public void TheTippingPoint_IsMarkedOnlyWhereTheoryKnowsIt()
    {
        (double, RetryStormResult)[] none = [];

        Assert.Empty(RetryStormFigures.Tipping(Small with { Breaker = true }, none, none).Marks);
        Assert.Equal(1, Assert.Single(RetryStormFigures.Tipping(Small with { QueueLimit = 0 }, none, none).Marks).At, tolerance: 0.001);
    }

    [Fact]
    public void TheFleetOfTheFilm_IsMarked() =>
        Assert.Equal(0.67, RetryStormFigures.Tipping(Small, [], [], film: 0.67).Marks.Single(mark => mark.Text == "as in the film").At);

    // Of a fleet that is in trouble before the stall nobody can say that it recovers.
    [Fact]
    public void LoadsThatAreTooMuchFromTheStart_AreNotCountedAsRecovered()
    {
        (double, RetryStormResult) At(double load) => (load, RetryStormSimulation.Run(Small with { Load = load, Policy = RetryPolicy.None }, new() { Replications = 1 }));

        string finding = RetryStormFigures.Tipping(Small, [At(20), At(900)], [At(20), At(900)]).Finding;

        Assert.StartsWith("Without a budget 1 of 2 loads recover, and the others are too much even before the stall; with a budget 1 of 2", finding, StringComparison.Ordinal);
    }
}
