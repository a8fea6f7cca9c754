using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.MultiRegion;

/// <summary>
/// A company in one region, and what a second one would cost and save it.
/// </summary>
/// <remarks>
/// The rate, the mean duration and its variation are those of <see cref="RecordedOutages"/> of us-east-1 from 2011 to
/// 2025, rounded, as if every one of them had stopped this company: the worst case, for most of them stopped only
/// some. The loss, the bill and the quality of failing over are assumptions about a medium-sized company, not sourced.
/// For scale: Parametrix (2023, as reported by Insurance Journal) puts 24 hours without us-east-1 at 3.4 billion
/// dollars for the Fortune 500, which makes 280 000 dollars an hour for the mean one of them.
/// </remarks>
public sealed record MultiRegionOptions : ModelOptions
{
    /// <summary>The outages of the region that stop the company, from 0 to 100 a year.</summary>
    [Parameter("outages of the region that stop the company", Unit = "1/year", Minimum = 0, Maximum = 100)]
    public double OutageRate { get; init; } = 0.8;

    /// <summary>The mean duration of an outage, from 0.01 to 1000 hours.</summary>
    [Parameter("mean duration of an outage", Unit = "h", Minimum = 0.01, Maximum = 1000)]
    public double MeanHours { get; init; } = 16;

    /// <summary>The coefficient of variation of the durations, which are log-normal, from 0 to 10.</summary>
    [Parameter("coefficient of variation of the durations", Minimum = 0, Maximum = 10)]
    public double DurationCv { get; init; } = 1.6;

    /// <summary>What an hour of outage costs the company, from 0 to 10⁹ dollars.</summary>
    [Parameter("loss in an hour of outage", Unit = "$/h", Minimum = 0, Maximum = 1e9)]
    public double LossPerHour { get; init; } = 5000;

    /// <summary>What hosting in one region costs, from 0 to 10⁹ dollars a month.</summary>
    [Parameter("bill for hosting in one region", Unit = "$/month", Minimum = 0, Maximum = 1e9)]
    public double HostingBill { get; init; } = 20_000;

    /// <summary>What the second region adds to the bill, as a share of the first one's, from 0 to 2.</summary>
    [Parameter("cost of the second region as a share of the bill", Minimum = 0, Maximum = 2)]
    public double SecondRegionShare { get; init; } = 0.5;

    /// <summary>What keeping the data in step costs, from 0 to 10⁹ dollars a month.</summary>
    [Parameter("data transfer between the regions", Unit = "$/month", Minimum = 0, Maximum = 1e9)]
    public double TransferBill { get; init; } = 500;

    /// <summary>How long failing over takes, from 0 to 10⁵ minutes.</summary>
    [Parameter("time to fail over", Unit = "min", Minimum = 0, Maximum = 100_000)]
    public double FailoverMinutes { get; init; } = 15;

    /// <summary>The probability that failing over fails, from 0 to 1; that the second region happens to be down too is part of it.</summary>
    [Parameter("probability that failing over fails", Minimum = 0, Maximum = 1)]
    public double FailoverFails { get; init; } = 0.1;

    /// <summary>The share of outages that take both regions, from 0 to 1: what they share, from names to passwords.</summary>
    [Parameter("share of outages that take both regions", Minimum = 0, Maximum = 1)]
    public double CommonShare { get; init; } = 0.1;

    /// <summary>The years that a replication simulates, from 1 to 10⁷.</summary>
    [Parameter("years that are simulated, per replication", Unit = "years", Minimum = 1, Maximum = 10_000_000)]
    public int Years { get; init; } = 2000;
}
