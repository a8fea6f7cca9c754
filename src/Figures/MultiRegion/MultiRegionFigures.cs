using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.MultiRegion;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.MultiRegion;

/// <summary>
/// The figures on one region or two.
/// </summary>
public static class MultiRegionFigures
{
    private const double Thousand = 1000;

    /// <summary>What a year costs with one region and with two, as the outages come more often.</summary>
    /// <param name="company">The company; its outage rate is the present setting.</param>
    /// <param name="simulated">The company at other outage rates, simulated, in the order of the rates.</param>
    public static Figure BreakEven(MultiRegionOptions company, IReadOnlyList<(double Rate, MultiRegionResult Result)> simulated)
    {
        ArgumentNullException.ThrowIfNull(company);
        ArgumentNullException.ThrowIfNull(simulated);
        double end = simulated[^1].Rate;
        double breakEven = ExpectedLoss.BreakEvenRate(company);
        double withOne(double rate) => ExpectedLoss.OneRegion(company with { OutageRate = rate }) / Thousand;
        double withTwo(double rate) => (ExpectedLoss.TwoRegions(company with { OutageRate = rate }) + ExpectedLoss.SecondRegionCost(company)) / Thousand;
        return new Figure
        {
            Title = "When a second region pays",
            Finding = Prose($"At {Count(company.OutageRate, "outage", format: "0.##")} a year one region costs {withOne(company.OutageRate):N0} thousand dollars a year in losses; two cost {withTwo(company.OutageRate):N0} thousand, second region included. ")
                + (breakEven <= end ? "Where the two lines cross, the second region begins to pay." : double.IsFinite(breakEven) ? "The two lines cross further to the right." : "However often outages come, the second region never pays."),
            X = new Axis("outages a year that stop the company") { Minimum = 0, Maximum = end },
            Y = new Axis("thousand dollars a year") { Minimum = 0 },
            Series =
            [
                new("one region, in theory", SeriesShape.Line, ColorRole.Reference, [0, end], [withOne(0), withOne(end)]) { IsDashed = true },
                new("two regions, in theory", SeriesShape.Line, ColorRole.Reference, [0, end], [withTwo(0), withTwo(end)]) { IsDashed = true },
                Series.Of("one region", SeriesShape.Points, ColorRole.Contrast, simulated, point => point.Rate, point => point.Result.OneRegionLoss.Mean / Thousand) with { NameAt = end },
                Series.Of("two regions", SeriesShape.Points, ColorRole.Main, simulated, point => point.Rate, point => (point.Result.TwoRegionsLoss.Mean + point.Result.SecondRegionCost) / Thousand) with { NameAt = end },
            ],
            Marks = breakEven <= end && Math.Abs(breakEven - company.OutageRate) > end / 10
                ? [Mark.Here(company.OutageRate), new(breakEven, "break-even")]
                : [Mark.Here(company.OutageRate)],
        };
    }

    /// <summary>How the years differ: the share of them that lose more than an amount.</summary>
    /// <param name="result">The simulated years.</param>
    public static Figure Years(MultiRegionResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var quantiles = result.Quantiles;
        Series of(string name, ColorRole color, Func<LossQuantile, double> loss, int namedAt) =>
            Series.Of(name, SeriesShape.Line, color, quantiles, quantile => loss(quantile) / Thousand, quantile => 1 - quantile.Share) with
            {
                NameAt = loss(quantiles[namedAt]) / Thousand, NameBelow = namedAt < quantiles.Count - 1,
            };
        return new Figure
        {
            Title = "There is no average year",
            Finding = Prose($"{1 - result.AnyOutage.Mean:P0} of the years pass without an outage and lose nothing. An average year loses {result.OneRegionLossInTheory / Thousand:N0} thousand dollars with one region, and one year in twenty more than {result.OneRegionP95.Mean / Thousand:N0} thousand. With two regions that is more than {result.TwoRegionsP95.Mean / Thousand:N0} thousand, plus {result.SecondRegionCost / Thousand:N0} thousand for the rent."),
            X = new Axis("thousand dollars lost in a year, rent of the second region included") { Minimum = 0 },
            Y = Axis.Share("years that lose at least this"),
            Series =
            [
                of("one region", ColorRole.Contrast, quantile => quantile.OneRegion, quantiles.Count - 1),
                of("two regions", ColorRole.Main, quantile => quantile.TwoRegions + result.SecondRegionCost, quantiles.Count * 4 / 5),
            ],
        };
    }
}
