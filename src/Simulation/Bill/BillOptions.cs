using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.Bill;

/// <summary>Which virtual machine is rented.</summary>
public enum Instance
{
    /// <summary>See <see cref="PriceBook.M5Large"/>.</summary>
    M5Large,

    /// <summary>See <see cref="PriceBook.T3Micro"/>.</summary>
    T3Micro,
}

/// <summary>
/// A site with users, on rented machines and services or on servers of its own.
/// </summary>
/// <remarks>
/// List prices come from the <see cref="PriceBook"/>. Everything about a server of one's own was not found in a source
/// that one could hold on to: those defaults are round numbers, and the levers are the reader's.
/// </remarks>
public sealed record BillOptions : ModelOptions
{
    /// <summary>The users, from 1 to 10⁹.</summary>
    [Parameter("users of the site", Unit = "users", Minimum = 1, Maximum = 1_000_000_000)]
    public int Users { get; init; } = 1_000_000;

    /// <summary>What is stored for a user, from 0 to 10⁶ megabytes.</summary>
    [Parameter("stored for each user", Unit = "MB", Minimum = 0, Maximum = 1e6)]
    public double MegabytesPerUser { get; init; } = 200;

    /// <summary>The requests that a user makes in a day, from 0 to 10⁶; each reads from the store or writes to it.</summary>
    [Parameter("requests of a user in a day", Unit = "requests/day", Minimum = 0, Maximum = 1e6)]
    public double RequestsPerUser { get; init; } = 100;

    /// <summary>The share of requests that write, from 0 to 1.</summary>
    [Parameter("share of requests that write", Minimum = 0, Maximum = 1)]
    public double WriteShare { get; init; } = 0.1;

    /// <summary>What a reading request sends out to its user, from 0 to 10⁶ kilobytes.</summary>
    [Parameter("sent out for each reading request", Unit = "kB", Minimum = 0, Maximum = 1e6)]
    public double ResponseKilobytes { get; init; } = 30;

    /// <summary>The price of traffic that leaves the cloud, from 0 to 10 dollars a gigabyte.</summary>
    [Parameter("price of traffic that leaves the cloud", Unit = "$/GB", Minimum = 0, Maximum = 10)]
    public double EgressPrice { get; init; } = PriceBook.Traffic.Dollars;

    /// <summary>Which virtual machine is rented.</summary>
    [Parameter("virtual machine that is rented")]
    public Instance Instance { get; init; } = Instance.M5Large;

    /// <summary>The requests that one virtual machine handles, from 0.01 to 10⁶ a second.</summary>
    [Parameter("requests that one virtual machine handles", Unit = "requests/s", Minimum = 0.01, Maximum = 1e6)]
    public double RequestsPerInstance { get; init; } = 50;

    /// <summary>How far demand swings from day to night, from 0 (not at all) to 1 (the night is empty, noon has twice the mean).</summary>
    [Parameter("swing of demand from day to night", Minimum = 0, Maximum = 1)]
    public double DailySwing { get; init; } = 0.6;

    /// <summary>How bursty the hours are beyond the daily swing: the coefficient of variation of log-normal bursts, from 0 to 5.</summary>
    [Parameter("burstiness: coefficient of variation of an hour's demand", Minimum = 0, Maximum = 5)]
    public double Burstiness { get; init; } = 0.3;

    /// <summary>The price of a server of one's own, from 1 to 10⁶ dollars.</summary>
    [Parameter("price of a server of one's own", Unit = "$", Minimum = 1, Maximum = 1e6)]
    public double ServerPrice { get; init; } = 3000;

    /// <summary>How many virtual machines it stands in for, from 1 to 1000.</summary>
    [Parameter("virtual machines that it stands in for", Minimum = 1, Maximum = 1000)]
    public int InstancesPerServer { get; init; } = 4;

    /// <summary>How long it serves, from 0.5 to 20 years.</summary>
    [Parameter("years that it serves", Unit = "years", Minimum = 0.5, Maximum = 20)]
    public double ServerYears { get; init; } = 4;

    /// <summary>What it draws, from 0 to 10⁴ watts.</summary>
    [Parameter("power that it draws", Unit = "W", Minimum = 0, Maximum = 10_000)]
    public double Watts { get; init; } = 200;

    /// <summary>The power usage effectiveness of its room: what the meter counts for a watt in the server, from 1 to 5.</summary>
    [Parameter("power usage effectiveness of its room", Minimum = 1, Maximum = 5)]
    public double Pue { get; init; } = 1.6;

    /// <summary>The price of electricity, from 0 to 10 dollars a kilowatt-hour.</summary>
    [Parameter("price of electricity", Unit = "$/kWh", Minimum = 0, Maximum = 10)]
    public double ElectricityPrice { get; init; } = 0.12;

    /// <summary>A server's share of the people who look after it, its room and its spares, from 0 to 10⁵ dollars a month.</summary>
    [Parameter("a server's share of the staff and the room", Unit = "$/month", Minimum = 0, Maximum = 100_000)]
    public double StaffShare { get; init; } = 100;
}
