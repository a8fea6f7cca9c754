using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Market;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Market;

/// <summary>
/// Figures of what a company that sells things and rents computers lives on.
/// </summary>
public static class ProfitFigures
{
    private const double LowestMargin = -0.05;
    private const double HighestMargin = 0.2;
    private const double HighestShare = 1.5;
    private const int Points = 101;

    /// <summary>The two businesses' shares of the sales, beside what each of them adds to the profit.</summary>
    /// <param name="split">The company.</param>
    public static Figure Split(ProfitSplit split)
    {
        ArgumentNullException.ThrowIfNull(split);
        double shopSales = 1 - split.CloudSales;
        bool hasProfit = split.CloudShareOfProfit is not null;
        double cloudPart = split.CloudShareOfProfit ?? 0;
        return new Figure
        {
            Title = "The shop and the cloud",
            Finding = split.CloudShareOfProfit switch
            {
                null => Prose($"The cloud is {split.CloudSales:P0} of the sales, and there is no profit to share."),
                < 0 => Prose($"The cloud is {split.CloudSales:P0} of the sales and loses money: the rest pays for it."),
                > 1 => Prose($"The cloud is {split.CloudSales:P0} of the sales and earns {cloudPart:P0} of the profit: it pays for what the rest loses."),
                _ => Prose($"The cloud is {split.CloudSales:P0} of the sales and {cloudPart:P0} of the operating profit; everything else is {shopSales:P0} of the sales and {1 - cloudPart:P0} of the profit."),
            },
            X = new Axis("") { Minimum = -0.8, Maximum = 4.3, Ticks = [new(0.5, "sales"), new(3, "operating profit")] },
            Y = Axis.Share("share of the company", Math.Min(0, Math.Min(cloudPart, 1 - cloudPart)), Math.Max(1, Math.Max(cloudPart, 1 - cloudPart))),
            Series =
            [
                new Series("everything else", SeriesShape.Bars, ColorRole.Reference, [0, 2.5], [shopSales, hasProfit ? 1 - cloudPart : 0]) { NameAt = 0 },
                new Series("cloud", SeriesShape.Bars, ColorRole.Main, [1, 3.5], [split.CloudSales, cloudPart]) { NameAt = 1 },
            ],
        };
    }

    /// <summary>The cloud's share of the profit as the margin of everything else moves.</summary>
    /// <param name="split">The company.</param>
    public static Figure Margins(ProfitSplit split)
    {
        ArgumentNullException.ThrowIfNull(split);
        var moved = Enumerable.Range(0, Points)
            .Select(i => LowestMargin + ((HighestMargin - LowestMargin) * i / (Points - 1)))
            .Select(margin => (Margin: margin, Share: (split with { ShopMargin = margin }).CloudShareOfProfit))
            .Where(point => point.Share is >= 0 and <= HighestShare)
            .ToArray();
        string present = split.CloudShareOfProfit is < 0 ? "The cloud loses money, whatever the rest earns"
            : split.CloudShareOfProfit is { } share ? Prose($"At the present {split.ShopMargin:P1} the cloud earns {share:P0} of the profit")
            : Prose($"At the present {split.ShopMargin:P1} there is no profit to share");
        return new Figure
        {
            Title = "How thin a margin makes a gift shop",
            Finding = present + (split.EvenShopMargin >= 1 && split.CloudMargin > 0 ? "; no margin would let the rest earn as much as the cloud." : "."),
            X = Axis.Share("margin of everything else", LowestMargin, HighestMargin),
            Y = Axis.Share("cloud’s share of the operating profit", 0, HighestShare),
            Series = moved.Length == 0
                ? [new Series(split.CloudMargin < 0 ? "the cloud loses money" : "no profit to share", SeriesShape.Points, ColorRole.Reference, [Math.Clamp(split.ShopMargin, LowestMargin, HighestMargin)], [0])]
                : [Series.Of("cloud’s share", SeriesShape.Line, ColorRole.Main, moved, point => point.Margin, point => point.Share!.Value)],
            Marks = split.ShopMargin is >= LowestMargin and <= HighestMargin ? [Mark.Here(split.ShopMargin, ColorRole.Main)] : [],
        };
    }
}
