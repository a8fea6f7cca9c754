using InteractiveArticle.Figures.Outage;
using InteractiveArticle.Simulation.Outage;

namespace InteractiveArticle.Figures.Tests.Outage;

public sealed class MorningFiguresTests
{
    private static readonly double Carried = 1 - new OutageOptions().Utilisation;
    private static readonly double WithoutCopies = Sweep(0).Max(point => point.LossMillions);

    [Theory]
    [InlineData(0.45, 0)]
    [InlineData(0.45, 0.25)]
    [InlineData(0.2, 0.25)]
    [InlineData(1, 0.99)]
    public void TheCliff_IsMarkedWhereTheModelHasIt(double removed, double tolerant)
    {
        var sweep = Sweep(tolerant);
        var figure = MorningFigures.Cliff(removed, Carried, sweep, WithoutCopies);
        double all = sweep[^1].LossMillions;

        // Nothing up to there, and hardly any difference from there on.
        Assert.All(sweep.Where(point => point.Removed <= Carried), point => Assert.Equal(0, point.LossMillions));
        Assert.All(sweep.Where(point => point.Removed > Carried), point => Assert.InRange(point.LossMillions, all, 1.02 * all));
        Assert.Equal(Carried, Assert.Single(figure.Marks).At);
        Assert.Equal(removed, Assert.Single(figure.Series[1].X));
        Assert.Equal(sweep.Single(point => point.Removed == removed).LossMillions, Assert.Single(figure.Series[1].Y));
        Assert.All(figure.Series.SelectMany(series => series.Y), cost => Assert.InRange(cost, figure.Y.Minimum!.Value, figure.Y.Maximum!.Value));
        Assert.StartsWith("Up to 40 % of the servers can go", figure.Finding, StringComparison.Ordinal);
        double most = sweep.Max(point => point.LossMillions);
        Assert.EndsWith(all >= most - 1 ? FormattableString.Invariant($"the day costs about {all:N0} million dollars.") : FormattableString.Invariant($"the day costs between {all:N0} and {most:N0} million dollars."), figure.Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereEverySiteKeepsACopy_ThereIsNone_AndTheScaleIsThatOfWhatIsSaved()
    {
        var figure = MorningFigures.Cliff(1, Carried, Sweep(1), WithoutCopies);

        Assert.All(figure.Series.SelectMany(series => series.Y), cost => Assert.Equal(0, cost));
        Assert.Equal(Carried, Assert.Single(figure.Marks).At);
        Assert.InRange(figure.Y.Maximum!.Value, WithoutCopies, 2 * WithoutCopies);
        Assert.StartsWith("The day costs nothing, whatever", figure.Finding, StringComparison.Ordinal);
        Assert.EndsWith(FormattableString.Invariant($"it would cost up to {WithoutCopies:N0} million dollars."), figure.Finding, StringComparison.Ordinal);
    }

    private static (double Removed, double LossMillions)[] Sweep(double tolerant) =>
    [
        .. new[] { 0, 0.2, Carried, Carried + (1.0 / new OutageOptions().Servers), 0.45, 0.5, 0.75, 1 }
            .Select(share => (share, OutageSimulation.Outline(new() { Removed = share, Tolerant = tolerant }).Milestones.LossMillions)),
    ];
}
