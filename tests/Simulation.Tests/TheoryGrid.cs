using InteractiveArticle.Simulation.Statistics;

namespace InteractiveArticle.Simulation.Tests;

/// <summary>A simulated quantity beside what theory says of it.</summary>
/// <param name="Case">What was simulated; its text names the point where it fails.</param>
/// <param name="Simulated">The estimate with its 95 % interval.</param>
/// <param name="Theory">The true value.</param>
/// <param name="Slack">By how much the estimate is known to be off besides chance, for instance by the cells of a histogram.</param>
internal readonly record struct TheoryPoint(object Case, Estimate Simulated, double Theory, double Slack = 0)
{
    /// <summary>Whether theory lies within so many half-widths of the estimate; never where there is no interval.</summary>
    public bool IsWithin(double halfWidths) => Math.Abs(Simulated.Mean - Theory) <= (halfWidths * Simulated.HalfWidth) + Slack;
}

/// <summary>
/// Simulations held against theory over a grid of cases. An honest 95 % interval misses the truth once in twenty, so that
/// a test that asked every interval to cover it would fail by luck, and one that asked for less would let a bias pass.
/// </summary>
internal static class TheoryGrid
{
    /// <summary>No point is off by two half-widths, and no more lie outside their intervals than one in a thousand honest grids has.</summary>
    public static void AssertAgreement(IEnumerable<TheoryPoint> points)
    {
        TheoryPoint[] grid = [.. points];
        Assert.NotEmpty(grid);
        Assert.All(grid, AssertNear);
        Assert.InRange(grid.Count(point => !point.IsWithin(1)), 0, Binomial.UpperBound(grid.Length, 0.05, 0.001));
    }

    /// <summary>The point is not off by more than two half-widths.</summary>
    public static void AssertNear(TheoryPoint point) =>
        Assert.True(point.IsWithin(2), $"{point.Case}: theory {point.Theory}, simulated {point.Simulated}");

    /// <inheritdoc cref="AssertNear(TheoryPoint)"/>
    public static void AssertNear(Estimate simulated, double theory, double slack = 0) => AssertNear(new("the estimate", simulated, theory, slack));
}
