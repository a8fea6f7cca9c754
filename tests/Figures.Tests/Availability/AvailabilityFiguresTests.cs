using InteractiveArticle.Figures.Availability;
using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Figures.Tests.Drawing;
using InteractiveArticle.Simulation.Availability;

namespace InteractiveArticle.Figures.Tests.Availability;

public sealed class AvailabilityFiguresTests
{
    [Theory]
    [InlineData(1, 10, 0.05)]
    [InlineData(6, 1, 0)]
    [InlineData(3, 40, 1)]
    [InlineData(20, 0.001, 0)]
    public void Copies_AtEverySetting_IsSound(int machines, double repair, double beta) =>
        FigureRules.Check(Copies(new() { N = machines, K = 1, Mttr = repair, Beta = beta }));

    [Fact]
    public void Copies_TellsWhatCommonCausesTake()
    {
        Assert.Contains("With no common cause and one crew, 4 machines would bring it down to 7 s", Copies(new() { K = 1, Beta = 0.05 }).Finding, StringComparison.Ordinal);
        Assert.Contains("each copy cuts", Copies(new() { K = 1 }).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Copies_TellsOfNoMoreMachinesThanTheAxisShows()
    {
        Assert.Contains("With no common cause and one crew, 3 machines would", Copies(new() { K = 1, Beta = 0.05, Mttr = 1 }).Finding, StringComparison.Ordinal);
        Assert.Contains(", with 3 for ", Copies(new() { K = 1, Mttr = 1 }).Finding, StringComparison.Ordinal);
        Assert.DoesNotContain(", with ", Copies(new() { K = 1, Mttr = 0.001 }).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Copies_TellsWhereTheSimulationSawNothing()
    {
        var figure = Copies(new() { K = 1, Mttr = 10 });
        int most = (int)figure.Series.Single(series => series.Name == "simulated").X[^1];
        Assert.Contains($"never saw all of {most + 1} or more machines down", figure.Finding, StringComparison.Ordinal);
        Assert.DoesNotContain("never saw", Copies(new() { K = 1, Beta = 0.05 }).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Copies_NamesEveryLine() =>
        Assert.All(Copies(new() { K = 1, Beta = 0.05 }).Series, series => Assert.NotNull(series.NameAt));

    [Theory]
    [InlineData(0, "no time")]
    [InlineData(1e-12, "less than a millisecond")]
    [InlineData(1e-8, "0.3 s")]
    [InlineData(1e-6, "32 s")]
    [InlineData(1e-4, "53 min")]
    [InlineData(1e-3, "8.8 h")]
    [InlineData(1e-2, "88 h")]
    [InlineData(0.1, "36.5 days")]
    [InlineData(0.9, "329 days")]
    public void Downtime_IsWhatAPersonFeels(double share, string words) => Assert.Equal(words, Downtime.AYear(share));

    [Theory]
    [InlineData(0, "never")]
    [InlineData(1e-12, "practically never")]
    [InlineData(1e-3, "for 8.8 h a year")]
    public void WhatNobodyLivesToSee_IsToldAsNever(double share, string words) => Assert.Equal(words, Downtime.HowLong(share));

    private static Figure Copies(AvailabilityOptions system) => AvailabilityFigures.Copies(
        system,
        [.. Enumerable.Range(1, 4).Select(count => (count, AvailabilitySimulation.Run(system with { N = count, Failures = 500 }, new() { Replications = 2 })))]);
}
