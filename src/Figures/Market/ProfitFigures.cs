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

    // How far a business's bar among the profits stands from its bar among the sales.
    private const double ToProfit = 2.5;

    // Room for the name above a bar of the whole.
    private const double AboveTheWhole = 1.1;

    /// <summary>The two businesses' shares of the sales, beside what each of them adds to the profit or takes from it.</summary>
    /// <param name="split">The company.</param>
    public static Figure Split(ProfitSplit split)
    {
        ArgumentNullException.ThrowIfNull(split);
        double shopSales = 1 - split.CloudSales;
        var (x, y, shop, cloud) = split.CloudShareOfProfit is >= 0 and <= 1 ? Shares(split, split.CloudShareOfProfit.Value) : Losses(split);
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
        double shopShare = 1 - cloudShare;
        return (
            Ground("sales and operating profit", split, Counted(Profit, shopShare), Counted(Profit, cloudShare)),
            Axis.Share("share of each") with { Maximum = AboveTheWhole },
            Business(Shop, ColorRole.Reference, 0, 1 - split.CloudSales, shopShare),
            Business(Cloud, ColorRole.Main, 1, split.CloudSales, cloudShare));
    }

    // Where one of the two loses money, shares of what is left say little, and grow without bounds where hardly anything is:
    // the larger of the two results is the whole then, and a loss hangs below the line.
    private static (Axis X, Axis Y, Series Shop, Series Cloud) Losses(ProfitSplit split)
    {
        double larger = Math.Max(Math.Abs(split.ShopProfit), Math.Abs(split.CloudProfit));
        double shop = larger > 0 ? split.ShopProfit / larger : 0;
        double cloud = larger > 0 ? split.CloudProfit / larger : 0;
        return (
            Ground(larger > 0 ? "sales, and profit or loss (the larger is 100 %)" : "sales and operating profit", split, Earned(shop), Earned(cloud)),
            Axis.Share("share of each", minimum: Math.Min(0, Math.Min(shop, cloud)), maximum: 1) with { Maximum = AboveTheWhole },
            Business(Shop, ColorRole.Reference, 0, 1 - split.CloudSales, shop),
            Business(Cloud, ColorRole.Main, 1, split.CloudSales, cloud));
    }

    // What stands below each of the four bars.
    private static Axis Ground(string label, ProfitSplit split, string shop, string cloud) => new(label)
    {
        Minimum = -0.8,
        Maximum = 4.3,
        Ticks = [new(0, Counted(Sales, 1 - split.CloudSales)), new(1, Counted(Sales, split.CloudSales)), new(ToProfit, shop), new(1 + ToProfit, cloud)],
    };

    // The name stands on the higher of the two bars, as there may be nothing to see of the other.
    private static Series Business(string name, ColorRole color, double at, double ofSales, double ofProfit) =>
        new(name, SeriesShape.Bars, color, [at, at + ToProfit], [ofSales, ofProfit]) { NameAt = ofProfit > ofSales ? at + ToProfit : at };

    // Where a bar has no height, its words say so.
    private static string Counted(string what, double share) => share > 0 ? Prose($"{share:P0}\nof {what}") : $"no\n{what}";

    private static string Earned(double share) =>
        share == 0 ? $"no\n{Profit}" : $"{(share > 0 ? Profit : "loss")}:\n{Share(Math.Abs(share))}";
}
