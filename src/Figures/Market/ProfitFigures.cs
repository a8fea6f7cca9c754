using InteractiveArticle.Figures.Drawing;
using InteractiveArticle.Simulation.Market;
using static InteractiveArticle.Figures.Text.Narration;

namespace InteractiveArticle.Figures.Market;

/// <summary>
/// A figure of what a company that sells things and rents computers lives on.
/// </summary>
public static class ProfitFigures
{
    private const string Shop = "everything else";
    private const string Cloud = "cloud";
    private const string Sales = "sales";
    private const string Profit = "profit";
    private const double LeastRange = 0.01;

    // How far a business's bar among the profits stands from its bar among the sales.
    private const double ToProfit = 2.5;

    // Room for the name above a bar of the whole.
    private const double AboveTheWhole = 1.1;

    /// <summary>The two businesses' shares of the sales, beside what each of them adds to the profit.</summary>
    /// <param name="split">The company.</param>
    public static Figure Split(ProfitSplit split)
    {
        ArgumentNullException.ThrowIfNull(split);
        double shopSales = 1 - split.CloudSales;
        var (x, y, shop, cloud) = split.CloudShareOfProfit is >= 0 and <= 1 ? Shares(split, split.CloudShareOfProfit.Value) : Profits(split);
        return new Figure
        {
            Title = "The shop and the cloud",
            Finding = split.CloudShareOfProfit switch
            {
                null => Prose($"The cloud is {split.CloudSales:P0} of the sales, and there is no profit to share."),
                < 0 => Prose($"The cloud is {split.CloudSales:P0} of the sales and loses money: the rest pays for it."),
                0 when split.CloudSales > 0 => Prose($"The cloud is {split.CloudSales:P0} of the sales and neither earns nor loses anything; everything else is {shopSales:P0} of the sales and all of the operating profit."),
                1 when split.CloudSales < 1 => Prose($"The cloud is {split.CloudSales:P0} of the sales and all of the operating profit; everything else is {shopSales:P0} of the sales and neither earns nor loses anything."),
                > 1 => Prose($"The cloud is {split.CloudSales:P0} of the sales and earns all of the profit: it pays for what the rest loses."),
                { } share => Prose($"The cloud is {split.CloudSales:P0} of the sales and {share:P0} of the operating profit; everything else is {shopSales:P0} of the sales and {1 - share:P0} of the profit."),
            },
            X = x,
            Y = y,
            Series = [shop, cloud],
        };
    }

    private static (Axis X, Axis Y, Series Shop, Series Cloud) Shares(ProfitSplit split, double cloudShare)
    {
        var (shopSales, shopShare) = (1 - split.CloudSales, 1 - cloudShare);
        return (
            new Axis("sales and operating profit") { Minimum = -0.8, Maximum = 4.3, Ticks = [new(0, Counted(Sales, shopSales)), new(1, Counted(Sales, split.CloudSales)), new(2.5, Counted(Profit, shopShare)), new(3.5, Counted(Profit, cloudShare))] },
            Axis.Share("share of each") with { Maximum = AboveTheWhole },
            Shares(Shop, ColorRole.Reference, 0, shopSales, shopShare),
            Shares(Cloud, ColorRole.Main, 1, split.CloudSales, cloudShare));
    }

    // The name stands on the higher of the two bars, as there may be nothing to see of the other.
    private static Series Shares(string business, ColorRole color, double at, double ofSales, double ofProfit) =>
        new(business, SeriesShape.Bars, color, [at, at + ToProfit], [ofSales, ofProfit]) { NameAt = ofProfit > ofSales ? at + ToProfit : at };

    // Where a bar has no height, its words say so.
    private static string Counted(string what, double share) => share > 0 ? Prose($"{share:P0} of {what}") : $"no {what}";

    // Where one of the two loses money, shares of what is left say little, and grow without bounds where hardly anything is.
    private static (Axis X, Axis Y, Series Shop, Series Cloud) Profits(ProfitSplit split)
    {
        double least = Math.Min(0, Math.Min(split.ShopProfit, split.CloudProfit));
        double most = Math.Max(least + LeastRange, Math.Max(0, Math.Max(split.ShopProfit, split.CloudProfit)));
        return (
            new Axis("business") { Minimum = -0.8, Maximum = 1.8, Ticks = [new(0, Earning(Shop, split.ShopProfit)), new(1, Earning(Cloud, split.CloudProfit))] },
            Axis.Share("operating profit, of all sales", least, most),
            new Series(Shop, SeriesShape.Bars, ColorRole.Reference, [0], [split.ShopProfit]),
            new Series(Cloud, SeriesShape.Bars, ColorRole.Main, [1], [split.CloudProfit]));
    }

    private static string Earning(string business, double profit) => profit == 0 ? $"{business}: nothing" : business;
}
