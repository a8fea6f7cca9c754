namespace InteractiveArticle.Simulation.Market;

/// <summary>
/// A company of two businesses: how a share of the sales becomes another share of the profit.
/// </summary>
/// <param name="CloudSales">The cloud's share of the company's sales, from 0 to 1.</param>
/// <param name="CloudMargin">What the cloud keeps of its sales as operating profit, below 1; negative for a loss.</param>
/// <param name="ShopMargin">What everything else keeps of its sales, below 1; negative for a loss.</param>
public sealed record ProfitSplit(double CloudSales, double CloudMargin, double ShopMargin)
{
    /// <summary>
    /// Amazon's second quarter of 2020, the one that fits the column's pair of 88 and 42 %: sales of 88 912 M$, of which
    /// AWS 10 808 M$; operating income of 5 843 M$, of which AWS 3 357 M$. Source: Amazon, "Amazon.com Announces Second
    /// Quarter Results", 30 July 2020.
    /// </summary>
    public static ProfitSplit SecondQuarterOf2020 { get; } = FromAccounts(sales: 88_912, cloudSales: 10_808, profit: 5_843, cloudProfit: 3_357);

    /// <summary>The company's operating profit as a share of its sales.</summary>
    public double Profit => CloudProfit + ShopProfit;

    /// <summary>The cloud's operating profit as a share of the company's sales.</summary>
    public double CloudProfit => CloudSales * CloudMargin;

    /// <summary>The operating profit of everything else as a share of the company's sales.</summary>
    public double ShopProfit => (1 - CloudSales) * ShopMargin;

    /// <summary>
    /// The cloud's share of the operating profit; above 1 where the rest makes a loss, and null where there is no profit to
    /// share.
    /// </summary>
    public double? CloudShareOfProfit => Profit > 0 ? CloudProfit / Profit : null;

    /// <summary>The margin at which everything else would earn as much as the cloud; null where everything is cloud.</summary>
    public double? EvenShopMargin => CloudSales < 1 ? CloudProfit / (1 - CloudSales) : null;

    /// <summary>The split from a company's accounts; all four in the same unit.</summary>
    /// <param name="sales">All sales; greater than 0.</param>
    /// <param name="cloudSales">The cloud's sales; between 0 and <paramref name="sales"/>, both excluded.</param>
    /// <param name="profit">The operating profit.</param>
    /// <param name="cloudProfit">The cloud's operating profit.</param>
    public static ProfitSplit FromAccounts(double sales, double cloudSales, double profit, double cloudProfit) =>
        new(cloudSales / sales, cloudProfit / cloudSales, (profit - cloudProfit) / (sales - cloudSales));
}
