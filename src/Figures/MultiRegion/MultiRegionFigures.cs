using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.MultiRegion;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.MultiRegion;

/// <summary>
/// The figures on one region, and on one with another that stands by.
/// </summary>
public static class MultiRegionFigures
{
    private const double Thousand = 1000;
    private const double Million = 1_000_000;
    private const double Rounded = 10_000; // so much and more is told in whole thousands
    private const double Rare = 0.01; // so small a share reads better as one in many
    private const double RoomForAName = 0.1; // of the height of a chart

    /// <summary>What a year costs with one region and with a standby besides, as the outages come more often.</summary>
    /// <param name="company">The company, whose second region stands by; its outage rate is the present setting.</param>
    /// <param name="simulated">The company at other outage rates, simulated, in the order of the rates.</param>
    public static Figure BreakEven(MultiRegionOptions company, IReadOnlyList<(double Rate, MultiRegionResult Result)> simulated)
    {
        ArgumentNullException.ThrowIfNull(company);
        ArgumentNullException.ThrowIfNull(simulated);
        double end = simulated[^1].Rate;
        double breakEven = ExpectedLoss.BreakEvenRate(company);
        double losses = ExpectedLoss.OneRegion(company);
        double withOne(double rate) => ExpectedLoss.OneRegion(company with { OutageRate = rate });
        double withTwo(double rate) => ExpectedLoss.TwoRegions(company with { OutageRate = rate }) + ExpectedLoss.SecondRegionCost(company);
        var (unit, dollars) = UnitFor(Math.Max(withOne(end), withTwo(end)));
        return new Figure
        {
            Title = "When a second region pays",
            Finding = Prose($"At {Count(company.OutageRate, "outage", format: "0.##")} a year one region costs {(losses == 0 ? "nothing" : Prose($"{Dollars(losses)} a year"))} in losses; with a standby it is {Dollars(withTwo(company.OutageRate))}, its rent included. ")
                + (breakEven <= end ? "Where the two lines cross, the standby begins to pay." : double.IsFinite(breakEven) ? "The two lines cross further to the right." : "However often outages come, the standby never pays."),
            X = new Axis("outages a year that stop the company") { Minimum = 0, Maximum = end },
            Y = new Axis($"{dollars} a year") { Minimum = 0 },
            Series =
            [
                new("one region, in theory", SeriesShape.Line, ColorRole.Reference, [0, end], [withOne(0) / unit, withOne(end) / unit]) { IsDashed = true },
                new("with a standby, in theory", SeriesShape.Line, ColorRole.Reference, [0, end], [withTwo(0) / unit, withTwo(end) / unit]) { IsDashed = true },
                Series.Of("one region", SeriesShape.Points, ColorRole.Contrast, simulated, point => point.Rate, point => point.Result.OneRegionLoss.Mean / unit) with { NameAt = end },
                Series.Of("with a standby", SeriesShape.Points, ColorRole.Main, simulated, point => point.Rate, point => (point.Result.TwoRegionsLoss.Mean + point.Result.SecondRegionCost) / unit) with { NameAt = end },
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
        string rent = Dollars(result.SecondRegionCost);
        double withStandby(LossQuantile quantile) => quantile.TwoRegions + result.SecondRegionCost;
        var (unit, dollars) = UnitFor(quantiles.Max(quantile => Math.Max(quantile.OneRegion, withStandby(quantile))));

        // The curve for one region ends where the quiet years begin; where there are few of them, its low end leaves more room.
        int standbyAt = 1 - result.AnyOutage.Mean >= RoomForAName ? 0 : quantiles.Count * 4 / 5;
        Series of(string name, ColorRole color, Func<LossQuantile, double> loss, int namedAt) =>
            Series.Of(name, SeriesShape.Line, color, quantiles, quantile => loss(quantile) / unit, quantile => 1 - quantile.Share) with
            {
                NameAt = loss(quantiles[namedAt]) / unit, NameBelow = namedAt < quantiles.Count - 1,
            };
        return new Figure
        {
            Title = "There is no average year",
            Finding = Quiet(1 - result.AnyOutage.Mean) + (result.OneRegionLossInTheory == 0
                ? Prose($" No year loses anything; a standby still costs its rent, {rent}.")
                : Prose($" An average year loses {Dollars(result.OneRegionLossInTheory)} with one region, and {Worst(result.OneRegionP95.Mean)}. With a standby {Worst(result.TwoRegionsP95.Mean)}, besides its rent of {rent}.")),
            X = new Axis($"{dollars} lost in a year, rent of the standby included") { Minimum = 0 },
            Y = Axis.Share("years that lose at least this"),
            Series =
            [
                of("one region", ColorRole.Contrast, quantile => quantile.OneRegion, quantiles.Count - 1),
                of("with a standby", ColorRole.Main, withStandby, standbyAt),
            ],
        };
    }

    // What an axis counts that goes so far.
    private static (double Unit, string Words) UnitFor(double most) => most < Million ? (Thousand, "thousand dollars") : (Million, "million dollars");

    // A year without an outage.
    private static string Quiet(double share) => share switch
    {
        0 => "None of the simulated years passes without an outage.",
        < Rare => Prose($"Only one year in {1 / share:N0} passes without an outage."),
        1 => "No year has an outage.",
        > 1 - Rare => Prose($"Only one year in {1 / (1 - share):N0} has an outage."),
        _ => Prose($"{share:P0} of the years pass without an outage."),
    };

    private static string Worst(double loss) => loss == 0 ? "nineteen years in twenty lose nothing" : Prose($"one year in twenty loses more than {Dollars(loss)}");

    private static string Dollars(double dollars) => dollars switch
    {
        < Rounded => Count(dollars, "dollar", format: "N0"),
        < Million => Prose($"{Thousand * Math.Round(dollars / Thousand):N0} dollars"),
        _ => Prose($"{Amount(dollars / Million)} million dollars"),
    };
}
