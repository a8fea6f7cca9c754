using InteractiveArticle.Simulation.Modelling;

namespace InteractiveArticle.Simulation.MultiRegion;

/// <summary>
/// A company in one region, and what a second one would cost and save it.
/// </summary>
/// <remarks>
/// The rate, the mean duration and its variation are those on record, <see cref="CloudOutages"/>, as if every one of them
/// had stopped this company: the worst case, for most of them stopped only some. The loss, the bill, the quality of
/// failing over and the share of common causes are assumptions about a medium-sized company, not sourced.
/// For scale: Parametrix (2023, as reported by Insurance Journal) puts 24 hours without us-east-1 at 3.4 billion
/// dollars for the Fortune 500, which makes 280 000 dollars an hour for the mean one of them.
/// </remarks>
public sealed record MultiRegionOptions : ModelOptions
{
    /// <summary>The outages of a region that stop what runs there, from 0 to 100 a year; the second region has as many.</summary>
    [Parameter("outages of a region that stop what the company runs there", Unit = "1/year", Minimum = 0, Maximum = 100)]
    public double OutageRate { get; init; } = CloudOutages.PerYear;

    /// <summary>The mean duration of an outage, from 0.01 to 1000 hours.</summary>
    [Parameter("mean duration of an outage", Unit = "h", Minimum = 0.01, Maximum = 1000)]
    public double MeanHours { get; init; } = CloudOutages.MeanHours;

    /// <summary>The coefficient of variation of the durations, which are log-normal, from 0 to 10.</summary>
    [Parameter("coefficient of variation of the durations", Minimum = 0, Maximum = 10)]
    public double DurationCv { get; init; } = CloudOutages.DurationCv;

    /// <summary>What an hour of outage costs the company, from 0 to 10⁹ dollars.</summary>
    [Parameter("loss in an hour of outage", Unit = "$/h", Minimum = 0, Maximum = 1e9)]
    public double LossPerHour { get; init; } = 5000;

    /// <summary>What hosting in one region costs, from 0 to 10⁹ dollars a month.</summary>
    [Parameter("bill for hosting in one region", Unit = "$/month", Minimum = 0, Maximum = 1e9)]
    public double HostingBill { get; init; } = 20_000;

    /// <summary>What the second region adds to the bill where the regions have room for each other's whole load, as a share of the bill for one, from 0 to 2; less room costs less.</summary>
    [Parameter("cost of the second region, with full headroom, as a share of the bill", Minimum = 0, Maximum = 2)]
    public double SecondRegionShare { get; init; } = 0.5;

    /// <summary>The load that the second region carries while both are up, as a share of the company's, from 0 to 0.5: nothing for a standby.</summary>
    [Parameter("share of the load that the second region carries; 0 for a standby", Minimum = 0, Maximum = 0.5)]
    public double SecondRegionLoad { get; init; }

    /// <summary>The room that each region has for the other one's load, as a share of it, from 0 to 1: with 1 a survivor carries everything.</summary>
    [Parameter("headroom: share of the other region's load that a region has room for", Minimum = 0, Maximum = 1)]
    public double Headroom { get; init; } = 1;

    /// <summary>Whether a survivor that is given more than it has room for fails as well, until the outage ends, rather than refusing the excess.</summary>
    [Parameter("whether a survivor without enough room fails too, rather than refusing the excess")]
    public bool SurvivorFails { get; init; }

    /// <summary>What keeping the data in step costs, from 0 to 10⁹ dollars a month.</summary>
    [Parameter("data transfer between the regions", Unit = "$/month", Minimum = 0, Maximum = 1e9)]
    public double TransferBill { get; init; } = 500;

    /// <summary>How long failing over takes, from 0 to 10⁵ minutes.</summary>
    [Parameter("time to fail over", Unit = "min", Minimum = 0, Maximum = 100_000)]
    public double FailoverMinutes { get; init; } = 15;

    /// <summary>The probability that failing over fails, from 0 to 1; that the other region happens to be down too is part of it.</summary>
    [Parameter("probability that failing over fails", Minimum = 0, Maximum = 1)]
    public double FailoverFails { get; init; } = 0.1;

    /// <summary>The beta factor, from 0 to 1: the share of a region's outages that take both, by what they share, from names to passwords.</summary>
    [Parameter("beta factor: share of a region's outages that take both regions", Minimum = 0, Maximum = 1)]
    public double CommonShare { get; init; } = 0.1;

    /// <summary>The years that a replication simulates, from 1 to 10⁷.</summary>
    [Parameter("years that are simulated, per replication", Unit = "years", Minimum = 1, Maximum = 10_000_000)]
    public int Years { get; init; } = 2000;
}
