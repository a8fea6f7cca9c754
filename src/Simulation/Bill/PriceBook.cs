namespace InteractiveArticle.Simulation.Bill;

/// <summary>
/// What Amazon's public price tables say for Northern Virginia, in US dollars.
/// </summary>
/// <remarks>
/// Amazon EC2 On-Demand Pricing, Amazon S3 Pricing and Amazon's price list of data transfer, as quoted by public price
/// tables: list prices, without the discounts for volume or for a promise to stay. Servers of one's own have no price
/// here: they are the reader's levers.
/// </remarks>
public static class PriceBook
{
    /// <summary>A virtual machine with 2 virtual cores and 8 GB of memory, by the hour.</summary>
    public static Price M5Large { get; } = new("m5.large", 0.096, "hour");

    /// <summary>A small virtual machine with 2 virtual cores, a tenth of each all day long, and 1 GB of memory, by the hour.</summary>
    public static Price T3Micro { get; } = new("t3.micro", 0.0104, "hour");

    /// <summary>A gigabyte kept in S3 for a month.</summary>
    public static Price Storage { get; } = new("S3 storage", 0.023, "GB-month");

    /// <summary>Requests that write to S3.</summary>
    public static Price Puts { get; } = new("S3 PUT", 0.005, "1,000 requests");

    /// <summary>Requests that read from S3.</summary>
    public static Price Gets { get; } = new("S3 GET", 0.0004, "1,000 requests");

    /// <summary>A gigabyte that leaves the cloud for the internet.</summary>
    public static Price Traffic { get; } = new("traffic that leaves the cloud", 0.09, "GB");

    /// <summary>The whole book.</summary>
    public static IReadOnlyList<Price> All { get; } = [M5Large, T3Micro, Storage, Puts, Gets, Traffic];
}
